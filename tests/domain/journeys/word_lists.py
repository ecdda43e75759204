"""The word lists beside this file, and whether a word belongs to them in one of its everyday forms."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

ENDINGS = (
    ("’s", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("est", ""),
    ("ly", ""),
    ("ment", ""),
)


def lines(name: str) -> Iterator[str]:
    """The lines of a list, without remarks."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if text := line.split("#")[0].strip():
            yield text


@cache
def familiar_words() -> frozenset[str]:
    return frozenset(word for line in lines("familiar_words.txt") for word in line.split())


@cache
def allowed_words(audience: str) -> frozenset[str]:
    """Words a journey for this audience may use besides: an adult's may use the child's too, and so may a child's
    other pages ("page"), with names of their own."""
    readers = {"young"} if audience == "child" else {"young", audience}
    pairs = (line.split() for line in lines("allowed_words.txt"))
    return frozenset(word for reader, word in pairs if reader in readers)


def unfamiliar(words: set[str], known: frozenset[str]) -> set[str]:
    """The words that are neither known nor an everyday form of one that is; numbers and addresses are left out."""
    lower = {word.lower() for word in words if not any(sign in word for sign in "0123456789@")}
    return {word for word in lower if not known & set(_forms(word))}


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in ENDINGS:
        shortest = 4 if ending in {"ly", "ment"} else 2  # or "apply" would be a form of "app"
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            stem = word[: -len(ending)] + instead
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if ending == "’s":
                yield from _forms(stem)


@cache
def _jargon() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((term, phrase(term)) for term in lines("jargon.txt"))


def phrase(term: str) -> re.Pattern[str]:
    """The term as a whole word or phrase in any case; a * at the end stands for any ending."""
    body = re.escape(term.removesuffix("*")) + (r"\w*" if term.endswith("*") else "")
    return re.compile(rf"\b{body}\b", re.IGNORECASE)


def jargon_in(text: str) -> set[str]:
    """The denied words and phrases in this text, once the allowed phrases are taken out of it."""
    for allowed in lines("allowed_phrases.txt"):
        text = phrase(allowed).sub(" ", text)
    return {term for term, pattern in _jargon() if pattern.search(text)}
