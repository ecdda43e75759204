"""The audit as a chain: each line is sealed together with the one before it, so that none can be changed unseen."""

import hmac
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

FIRST = bytes(32)
"""What stands before the first line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: numbers and codes that point at people and cases, never what a case says."""

    number: int  # 1, 2, 3 ... without a gap
    at: datetime
    by: str
    officer: int | None
    deed: str
    what: str
    case: int | None
    about: int | None  # the officer it was done to
    why: str | None
    words: bytes  # SHA-256 of an officer's reason as it is encrypted, so that the reason can go; mostly empty
    key: int  # the number of the key that sealed the line


class Fault(StrEnum):
    """What can be wrong with a line."""

    MISSING = "is missing"
    CHANGED = "was changed, or comes from elsewhere"
    NO_KEY = "was sealed with a key that is not here"
    CUT_OFF = "is missing, and an anchor names it"
    NOT_ANCHORED = "is not the one that its anchor names"


@dataclass(frozen=True, slots=True)
class Broken:
    """The first line that does not fit, and why."""

    number: int
    fault: Fault

    def __str__(self) -> str:
        return f"Line {self.number} {self.fault.value}."


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many lines fit, from the first on, and the first that does not."""

    lines: int
    broken: Broken | None = None


def canonical(entry: Entry) -> bytes:
    """The same bytes for the same line on every machine and database."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = [
        entry.number, moment, entry.by, entry.officer, entry.deed, entry.what, entry.case, entry.about, entry.why,
        entry.words.hex(), entry.key,
    ]  # fmt: skip
    return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()


def seal(key: bytes, entry: Entry, before: bytes) -> bytes:
    """The 32 bytes that tie a line to the seal of the line before it (HMAC-SHA-256)."""
    return hmac.digest(key, before + canonical(entry), "sha256")


def verify(
    lines: Iterable[tuple[Entry, bytes]], key_of: Callable[[int], bytes | None], anchors: Mapping[int, bytes]
) -> Verdict:
    """Go along the chain to its end, or to the first line that does not fit.

    `lines` are in the order of their numbers, each with its seal; `anchors` are seals that were kept elsewhere, by the
    number of their line.
    """
    before, last = FIRST, 0
    for entry, sealed in lines:
        if entry.number != last + 1:
            missing = last + 1
            return Verdict(last, Broken(missing, Fault.CUT_OFF if missing in anchors else Fault.MISSING))
        if fault := _fault(entry, sealed, before, key_of(entry.key), anchors.get(entry.number)):
            return Verdict(last, Broken(entry.number, fault))
        before, last = sealed, entry.number
    if beyond := [number for number in anchors if number > last]:
        return Verdict(last, Broken(min(beyond), Fault.CUT_OFF))
    return Verdict(last)


def _fault(entry: Entry, sealed: bytes, before: bytes, key: bytes | None, anchor: bytes | None) -> Fault | None:
    if key is None:
        return Fault.NO_KEY
    if not hmac.compare_digest(seal(key, entry, before), sealed):
        return Fault.CHANGED
    return Fault.NOT_ANCHORED if anchor is not None and anchor != sealed else None
