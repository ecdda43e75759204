"""How hard a text is to read: sentences, words, syllables, and the two Flesch formulas made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyphen

WORD = re.compile(r"[^\W_]+(?:[’'@.][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.?!:;])[”\"’)]*\s+")
VOWELS = re.compile(r"[aeiouy]+")
HYPHENS = pyphen.Pyphen(lang="en_GB")


@dataclass(frozen=True, slots=True)
class Reading:
    """The counts of a text."""

    sentences: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> int:
        return sum(len(sentence) for sentence in self.sentences)

    @property
    def _rates(self) -> tuple[float, float]:
        syllable_count = sum(syllables(word) for sentence in self.sentences for word in sentence)
        return self.words / len(self.sentences), syllable_count / self.words

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade: US school years, so 3 is about age 8 or 9 (Kincaid and others, 1975)."""
        words_a_sentence, syllables_a_word = self._rates
        return 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59

    @property
    def ease(self) -> float:
        """Flesch reading ease: 90 and more is very easy (Flesch, 1948)."""
        words_a_sentence, syllables_a_word = self._rates
        return 206.835 - 1.015 * words_a_sentence - 84.6 * syllables_a_word


def read(texts: Iterable[str]) -> Reading:
    """Each text ends a sentence, as a heading or an option does on the page."""
    found = (tuple(WORD.findall(part)) for text in texts for part in SENTENCE_END.split(text))
    return Reading(tuple(words for words in found if words))


def syllables(word: str) -> int:
    """The larger of two counts, because hyphenation rules never part a single letter ("any") and so flatter a text."""
    return max(1, len(HYPHENS.positions(word)) + 1, _vowel_groups(word.lower()))


def _vowel_groups(word: str) -> int:
    groups = len(VOWELS.findall(word))
    silent = re.search(r"[^aeiouyl]es?$|[^aeiouytd]ed$|[aeiouy]le?s?$", word)
    return groups - 1 if silent and groups > 1 and word.endswith(("e", "es", "ed")) else groups
