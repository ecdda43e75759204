"""Which signs the fonts of this machine can draw: a screenshot alone hides a box in place of a letter."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache

from tests.absence import absent

UNSEEN = frozenset("\n\t\u00a0\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
"""Spaces, joiners and marks of direction: no font draws them."""


@cache
def drawn() -> frozenset[int]:
    """Every sign that some font has."""
    if shutil.which("fc-list") is None:
        absent("browser", "fontconfig is not installed (Debian: apt-get install fontconfig)")
    told = subprocess.run(["fc-list", "--format", "%{charset}\n"], capture_output=True, text=True, check=True).stdout
    found: set[int] = set()
    for span in set(told.split()):
        first, _, last = span.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def undrawn(texts: Iterable[str]) -> list[str]:
    """The signs of these texts that nobody here can be shown."""
    signs = {sign for text in texts for sign in text} - UNSEEN
    return sorted(sign for sign in signs if ord(sign) not in drawn())
