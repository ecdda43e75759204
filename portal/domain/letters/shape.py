"""How a letter is put together: sentences with values of the case, and gaps for what only the officer can write."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from portal.domain.letter_kinds import LetterKind
from portal.domain.wording import N_
from portal.domain.words import Audience


class Setting(StrEnum):
    """Where the case stands when it is written; ASIDE is every procedure without stages."""

    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    C1 = "C1"
    C2 = "C2"
    ASIDE = "aside"


EVERYWHERE = frozenset(Setting)
STAGES = EVERYWHERE - {Setting.ASIDE}

GAPS: Mapping[str, str] = {
    "manager": "who will answer",
    "due": "the day of our answer",
    "latest": "the latest day of our answer",
    "new_day": "the new date",
    "panel_day": "the day of the panel",
    "ask_by": "the last day to ask for the next stage",
    "statement": "the statement of what will be looked into",
    "concerns": "what the complaint is about, point by point",
    "found": "what we found about each point, and why",
    "finding": "what we found about this point, and why",
    "why": "the reason",
    "next": "what happens next, and by when",
    "helpers": "who can help with this, and how to reach them",
    "actions": "what we will do, who does it, and by which day",
    "terms": "what was agreed, who does it, and by which day",
    "answer": "the answer",
    "investigator": "the name of the investigating officer",
    "independent": "the name of the independent person",
    "place": "the place and the time",
    "panellists": "the names of the three panel members",
    "proceedings": "what we wait for",
    "kept_number": "the number to use from now on",
    "reports": "how both reports reach them",
    "papers": "how the papers reach them",
    "report": "what the panel said, and how its report reaches them",
    "asked_of_us": "what each recommendation asks, and what we do about it",
    "advocate": "who the advocate is, and how they will get in touch",
}
"""What a letter cannot go without, by the name of its place; the words tell the officer what to write there."""
_GAP = re.compile(r"\[\[([^\[\]]+)\]\]")
_PLACE = re.compile(r"%\((\w+)\)s")
HELLO = N_("Hello,")
HELLO_NAME = N_("Hello %(name)s,")
DEAR_NAME = N_("Dear %(name)s,")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. A sentence that names something unknown is left out, or leaves a gap if the letter needs it."""

    sentences: tuple[str, ...]
    at: frozenset[Setting] = EVERYWHERE
    when: str = ""  # said only when this value is known
    by_officer: bool = False  # left out of letters that the portal sends by itself


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of letter: its heading, and its paragraphs for each audience."""

    kind: LetterKind
    heading: str
    child: tuple[Para, ...]
    adult: tuple[Para, ...]

    def paragraphs(self, audience: Audience) -> tuple[Para, ...]:
        """The paragraphs in the words of this audience."""
        return self.child if audience is Audience.CHILD else self.adult


Translate = Callable[[str], str]


def para(*sentences: str, at: Collection[Setting] = EVERYWHERE, when: str = "", by_officer: bool = False) -> Para:
    """A paragraph of these sentences."""
    return Para(sentences, frozenset(at), when, by_officer)


def compose(
    letter: Letter,
    audience: Audience,
    setting: Setting,
    values: Mapping[str, str],
    translate: Translate,
    *,
    by_officer: bool,
) -> str:
    """The letter in full: with gaps to fill in when an officer writes it, without them when the portal does."""
    said = [_opening(audience, values, translate)]
    for one in letter.paragraphs(audience):
        if setting in one.at and (not one.when or values.get(one.when)) and (by_officer or not one.by_officer):
            found = [_sentence(text, values, translate, by_officer=by_officer) for text in one.sentences]
            said.append(" ".join(text for text in found if text))
    said.append("\n".join(filter(None, (values.get("officer"), values.get("council")))))
    return "\n\n".join(text for text in said if text)


def gap(name: str) -> str:
    """The mark of something still to be written."""
    return f"[[{GAPS[name]}]]"


def gaps(words: str) -> tuple[str, ...]:
    """What is still to be written in a letter, in the words that say what belongs there."""
    return tuple(dict.fromkeys(_GAP.findall(words)))


def filled(words: str, values: Mapping[str, str]) -> str:
    """The letter with every gap closed whose value is known by now."""
    known = {GAPS[name]: value for name, value in values.items() if name in GAPS and value}
    return _GAP.sub(lambda mark: known.get(mark[1], mark[0]), words)


def _opening(audience: Audience, values: Mapping[str, str], translate: Translate) -> str:
    if not values.get("name"):
        return translate(HELLO)
    return translate(HELLO_NAME if audience is Audience.CHILD else DEAR_NAME) % values


def _sentence(text: str, values: Mapping[str, str], translate: Translate, *, by_officer: bool) -> str:
    names = _PLACE.findall(text)
    known = {name: values.get(name) or (gap(name) if by_officer and name in GAPS else "") for name in names}
    return translate(text) % known if all(known.values()) else ""
