"""English left in a page of the pseudo-language: what its texts, titles, labels and scripts say untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from babel import Locale
from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

SPOKEN = ("aria-label", "aria-description", "alt", "title", "placeholder", "summary", "label", "data-warn", "data-more",
          "data-thanks", "data-stop", "data-no", "data-again", "data-play", "data-took")  # fmt: skip
"""Attributes that somebody sees or hears; of those named data- the ones from which a script takes its words."""
UNSEEN = ("script", "style", "textarea", "[document]")
WORD = re.compile(r"[^\W\d_]{2,}")
PLAIN = re.compile("[AEIOUaeiouyncs]")
"""What the pseudo-language writes with an accent: a word that has one of these was not translated."""


def spoken(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Every text of a page that somebody meets, with the element it is of."""
    for text in page.find_all(string=True):
        parent = text.parent
        if isinstance(text, PreformattedString) or parent is None or parent.name in UNSEEN or not text.strip():
            continue
        yield str(text), parent
    for tag in page.find_all(True):
        for name, value in tag.attrs.items():
            button = name == "value" and tag.name == "input" and tag.get("type") in ("submit", "button")
            described = name == "content" and tag.get("name") == "description"
            if (name in SPOKEN or button or described or _says(name, value)) and isinstance(value, str):
                yield value, tag


def _says(name: str, value: object) -> bool:
    """An attribute of ours with a sentence in it."""
    return name.startswith("data-") and isinstance(value, str) and " " in value.strip()


def language_of(tag: Tag) -> str:
    """The language an element says it is in."""
    for one in (tag, *tag.parents):
        if one.get("lang"):
            return str(one["lang"])
    return ""


def stray(page: BeautifulSoup, known: Iterable[str]) -> list[str]:
    """The words in no translation; `known` texts are names and what somebody typed, and so are dates and numbers."""
    locale = Locale.parse("eo")
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    allowed = {word.lower() for text in (*known, *names) for word in WORD.findall(text)}
    found = []
    for text, tag in spoken(page):
        if language_of(tag) in ("eo", ""):
            words = [word for word in WORD.findall(text) if PLAIN.search(word) and word.lower() not in allowed]
            found += [f"<{tag.name}> {' '.join(words)} ({text.strip()[:80]})"] if words else []
    return found
