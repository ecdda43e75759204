"""How hard the texts of several pages are to read, as figures to hold against a target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.domain.journeys.readability import read
from tests.people.bounds import Told

ENOUGH_WORDS = 30
"""A page with fewer says too little for its grade to mean anything."""
OFFICIAL = ("Accessibility Regulations 2018", "Web Content Accessibility Guidelines")
"""Names that cannot be said more simply: what stands in a sentence with one does not count for its length."""


def reading(pages: Mapping[str, Iterable[str]]) -> dict[str, Told]:
    """Grade and ease of everything, the grade of its whole sentences alone, its hardest page, its longest sentence.

    Short labels and options flatter the grade, so that the sentences have one of their own.
    """
    texts = [text for said in pages.values() for text in said]
    sentences = [text for text in texts if text.rstrip("”").endswith((".", "?", "…"))]
    grades = [read(said).grade for said in pages.values() if read(said).words >= ENOUGH_WORDS]
    short = [text for text in texts if not any(name in text for name in OFFICIAL)]
    return {
        "grade": round(read(texts).grade, 2),
        "of whole sentences": round(read(sentences).grade, 2),
        "hardest page": round(max(grades), 2),
        "longest sentence": max(map(len, read(short).sentences)),
        "ease": round(read(texts).ease, 1),
    }
