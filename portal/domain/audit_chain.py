"""The audit as a chain: each line is sealed together with the one before it, so that none can be changed unseen."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

FIRST = bytes(32)
"""What stands before the first line."""
_VOUCHING = re.compile(r"Every line up to ([1-9][0-9]*) is as it was written \(([0-9a-f]{64})\)\.")


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
    words: bytes  # a digest of an officer's reason, so that the reason can go; empty for almost every line
    key: int  # the number of the key that sealed the line


class Fault(StrEnum):
    """What can be wrong with a line."""

    MISSING = "is missing"
    CHANGED = "was changed, or comes from elsewhere"
    NO_KEY = "was sealed with a key that is not here"
    CUT_OFF = "is missing, and an anchor names it"
    NOT_ANCHORED = "is not the one that its anchor names"
    NOT_VOUCHED = "or one before it is not as it was when it was vouched for"


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
    digest: bytes = field(default=b"", compare=False, repr=False)  # of all these lines, with their seals


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


def vouching(lines: int, digest: bytes) -> str:
    """The words by which a line says that all lines up to this number were as they were written."""
    return f"Every line up to {lines} is as it was written ({digest.hex()})."


def vouched_in(words: str) -> tuple[int, bytes] | None:
    """The number and the digest that such words name; None when they are others."""
    read = _VOUCHING.fullmatch(words)
    return (int(read[1]), bytes.fromhex(read[2])) if read else None


def verify(
    lines: Iterable[tuple[Entry, bytes]],
    key_of: Callable[[int], bytes | None],
    anchors: Mapping[int, bytes],
    vouched: Mapping[int, bytes] | None = None,
) -> Verdict:
    """Go along the chain to its end, or to the first line that does not fit.

    `lines` are in the order of their numbers, each with its seal; `anchors` are seals that were kept elsewhere, by the
    number of their line. `vouched` are digests of all lines up to a number, which later lines of the chain name: up to
    the last of them a line may be sealed with a key that was thrown away since.
    """
    vouched = vouched or {}
    vouched_to = max(vouched, default=0)
    before, last, digest = FIRST, 0, b""
    for entry, sealed in lines:
        if entry.number != last + 1:
            missing = last + 1
            return Verdict(last, Broken(missing, Fault.CUT_OFF if missing in anchors else Fault.MISSING))
        digest = hashlib.sha256(digest + canonical(entry) + sealed).digest()
        key, anchor = key_of(entry.key), anchors.get(entry.number)
        trusted = key is None and entry.number <= vouched_to
        if fault := _differs(sealed, anchor) if trusted else _fault(entry, sealed, before, key, anchor):
            return Verdict(last, Broken(entry.number, fault))
        if vouched.get(entry.number, digest) != digest:
            return Verdict(last, Broken(entry.number, Fault.NOT_VOUCHED))
        before, last = sealed, entry.number
    if beyond := [number for number in anchors if number > last]:
        return Verdict(last, Broken(min(beyond), Fault.CUT_OFF))
    return Verdict(last, digest=digest)


def _fault(entry: Entry, sealed: bytes, before: bytes, key: bytes | None, anchor: bytes | None) -> Fault | None:
    if key is None:
        return Fault.NO_KEY
    if not hmac.compare_digest(seal(key, entry, before), sealed):
        return Fault.CHANGED
    return _differs(sealed, anchor)


def _differs(sealed: bytes, anchor: bytes | None) -> Fault | None:
    return Fault.NOT_ANCHORED if anchor is not None and anchor != sealed else None
