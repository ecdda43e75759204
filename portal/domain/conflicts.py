"""Whether the words somebody typed about "one person" could mean a given worker: when in doubt, yes.

People write names as they hear them: "jo smiths boss", "Mrs O'Neil", "J.S.", or in another alphabet. Leaving one reader
too many out of a letter costs a day; telling the worker who is complained about can cost a child's trust.
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_NEARLY = 0.8  # "Smyth" for "Smith", "Jon" for "John"
_SHORTEST_LOOKALIKE = 3
# Words that begin a name by accident ("an" and "Andrew"); they still count when they are somebody's whole name.
_EVERYDAY = frozenset(
    re.findall(
        r"\w+",
        "a al all am an and are as at be boss but by can do for from go had has hat he her hi him his i if in is it "
        "job man me mr mrs ms my no not of ok on one or our pa she sir so team the their them they this to up us was "
        "we who",
    )
)


def could_mean(typed: str, person: str) -> bool:
    """Whether `typed` could name `person` ("Jo Smith"): a part of the name, a short form, a likely slip, initials."""
    parts = _words(person)
    if not parts:
        return False
    words = _words(typed)
    if any(_alike(word, part) for word in words for part in parts if len(part) > 1):
        return True
    return _has_initials(words, person) or _another_alphabet(typed, person)


def could_mean_job(typed: str, job: str) -> bool:
    """Whether `typed` speaks of this job: all its words are there, in any order and with any ending."""
    words = _words(typed)
    parts = _words(job.replace("-", ""))  # a "co-ordinator" may be typed either way
    return bool(parts) and all(any(word.startswith(part) for word in words) for part in parts)


def could_mean_any(typed: Iterable[str], people: Iterable[str], jobs: Iterable[str]) -> bool:
    """Whether any of the typed texts could mean any of these people or jobs."""
    texts = [text for text in typed if text.strip()]
    people, jobs = tuple(people), tuple(jobs)
    return any(
        any(could_mean(text, person) for person in people) or any(could_mean_job(text, job) for job in jobs)
        for text in texts
    )


def _words(text: str) -> tuple[str, ...]:
    """Words without case, accents or possessive; "O'Neill" and "Smith-Jones" stay whole and are split as well."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).casefold()
    plain = plain.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("’", "'").replace("`", "'")
    whole = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", plain)
    found: list[str] = []
    for word in whole:
        word = word.removesuffix("'s")
        found += [word.replace("-", ""), *re.split(r"['-]", word)]
    return tuple(dict.fromkeys(found))


def _alike(word: str, part: str) -> bool:
    if word == part:
        return True
    if word in _EVERYDAY or len(word) < 2:
        return False
    if part.startswith(word) or word.startswith(part):
        return True
    if min(len(word), len(part)) < _SHORTEST_LOOKALIKE:
        return False
    return SequenceMatcher(None, word, part).ratio() >= _NEARLY


def _has_initials(words: tuple[str, ...], person: str) -> bool:
    """ "JS", "J S" and "J.S." for Jo Smith."""
    letters = [_words(part)[0][0] for part in person.split() if _words(part)]
    if len(letters) < 2:
        return False
    initials = letters[0] + letters[-1]
    single = {word for word in words if len(word) == 1}
    return (initials in words and initials not in _EVERYDAY) or set(initials) <= single


def _another_alphabet(typed: str, person: str) -> bool:
    """A name written in Arabic cannot be compared with one in Latin letters, so it could mean anybody."""
    return bool(_alphabets(typed) - _alphabets(person))


def _alphabets(text: str) -> set[str]:
    return {unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha()}
