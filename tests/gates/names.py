"""What a screen reader is told of a page, kept in git and compared; `make names` writes it for a person to read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

CHANGES = (
    (re.compile(r"\b[0-9A-HJ-NP-Z]{4}-[0-9A-HJ-NP-Z]{4}\b"), "NUMBER"),
    (re.compile(r"(?<=cases/)[0-9A-Z]{8}\b"), "NUMBER"),
    (re.compile(r"\b\d{3}(?: \d{3}){4}\b"), "DIGITS"),
    (re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+(?: \d{4})?"), "DAY"),
    (re.compile(r"\btoday, \d\d:\d\d|\b\d\d:\d\d\b"), "TIME"),
    (re.compile(r"(?<=listitem: )[a-z]{3,7}$", re.MULTILINE), "WORD"),
)
"""What differs from one day or one case to the next."""


def lasting(snapshot: str) -> str:
    """A snapshot with what differs each time named by its kind."""
    for pattern, name in CHANGES:
        snapshot = pattern.sub(name, snapshot)
    return snapshot.strip() + "\n"


def file_of(name: str) -> str:
    return f"{re.sub('[^a-z0-9]+', '-', name).strip('-')}.txt"


def changed(folder: Path, found: Mapping[str, str]) -> list[str]:
    """The pages of which something else is read out than what the folder keeps, and those it keeps in vain."""
    if os.environ.get("PORTAL_NAMES") == "write":
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, snapshot in found.items():
            (folder / file_of(name)).write_text(snapshot, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    unasked = sorted(kept.keys() - {file_of(name) for name in found})
    return [name for name, snapshot in found.items() if kept.get(file_of(name)) != snapshot] + unasked
