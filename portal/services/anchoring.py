"""Anchors: the end of the audit's chain, written down where whoever can change the database cannot change it too."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from portal import clock
from portal.domain.audit_chain import Verdict, verify
from portal.extensions import db
from portal.records.audit import end_of_chain, vouchings, whole_chain
from portal.records.sealing import keyring

_LINE = re.compile(r"(?P<at>\S+) line (?P<number>[1-9][0-9]*) seal (?P<seal>[0-9a-f]{64})")


class BadAnchor(ValueError):
    """A line in the folder of anchors is none; the message says where."""


def anchor() -> str | None:
    """One line that names the last line of the audit as it is now; None while the audit is empty."""
    end = end_of_chain()
    db.session.rollback()
    return f"{clock.now().isoformat(timespec='seconds')} line {end[0]} seal {end[1].hex()}" if end else None


def keep_anchor(folder: Path) -> str | None:
    """Add the anchor to the file of today, which is only ever added to. Raises `OSError`."""
    words = anchor()
    if words:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{clock.today().isoformat()}.anchor").open("a", encoding="ascii") as day:
            day.write(words + "\n")
    return words


def anchors_in(folder: Path) -> Mapping[int, bytes]:
    """Every seal in a folder of anchors by the number of its line. Raises `BadAnchor` and `OSError`."""
    found: dict[int, bytes] = {}
    for where, text in _lines(folder):
        read = _LINE.fullmatch(text)
        if read is None:
            raise BadAnchor(f"{where} is no anchor.")
        number, sealed = int(read["number"]), bytes.fromhex(read["seal"])
        if found.setdefault(number, sealed) != sealed:
            raise BadAnchor(f"{where} contradicts an earlier anchor of line {number}: one of them is not ours.")
    return found


def _lines(folder: Path) -> Iterator[tuple[str, str]]:
    for day in sorted(folder.glob("*.anchor")):
        for number, text in enumerate(day.read_text(encoding="ascii", errors="replace").splitlines(), start=1):
            yield f"{day.name}, line {number},", text


def verify_audit(anchors: Mapping[int, bytes]) -> Verdict:
    """Go along the whole audit."""
    try:
        vouched = {one.lines: one.digest for one in vouchings()}
        return verify(whole_chain(), keyring().audit_key, anchors, vouched)
    finally:
        db.session.rollback()
