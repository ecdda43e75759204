"""Finds what is wrong in a profile, line by line, and what a council has yet to confirm before it opens."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from portal.authorities import meaning, shape
from portal.authorities.lines import Lines
from portal.domain.authority import Authority, Promise

_PLACEHOLDER = ".example"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one line of a profile; printed as `coventry.toml:12: there is no mailbox "leaving"`."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def faults_in(path: Path) -> list[Fault]:
    """Everything wrong in this file, by line; an empty list when it can be loaded."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [Fault(path.name, 1, f"cannot be read: {getattr(error, 'strerror', None) or error}")]
    try:
        profile = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [_syntax_fault(path.name, str(error), text)]
    lines = Lines(text)
    found = list(shape.findings(profile))
    if not found:
        found = list(meaning.findings(profile))
        if profile["code"] != path.stem:
            found.append((("code",), f'"code" must be "{path.stem}", as the file is named'))
    return sorted((Fault(path.name, lines.of(key), message) for key, message in found), key=lambda fault: fault.line)


def promises_unconfirmed(authority: Authority) -> tuple[Promise, ...]:
    """What pages would promise if the council confirmed it; until then they say it without the promise."""
    return tuple(promise for promise in authority.promises.values() if not promise.confirmed)


def placeholder_addresses(authority: Authority) -> tuple[str, ...]:
    """The mailboxes, named `mailbox <code>`, and contacts whose address ends in .example and reaches nobody."""
    named = [(f"mailbox {code}", box.address) for code, box in authority.mailboxes.items()]
    named += [
        ("contacts email", authority.contacts.email),
        ("advocacy email", authority.advocacy.email),
        ("data_protection email", authority.data_protection.email),
    ]
    return tuple(name for name, address in named if address.casefold().endswith(_PLACEHOLDER))


def unknown_contacts(authority: Authority) -> tuple[str, ...]:
    """The placeholders that pages would fill and the profile leaves empty; their sentences are not shown."""
    return tuple(name for name, value in authority.own_values().items() if not value)


def _syntax_fault(file: str, message: str, text: str) -> Fault:
    """Python says `... (at line 3, column 7)`, or `(at end of document)`."""
    told, _, place = message.partition(" (at ")
    digits = place.removeprefix("line ").split(",")[0].rstrip(")")
    line = int(digits) if digits.isdigit() else len(text.splitlines()) or 1
    return Fault(file, line, told)
