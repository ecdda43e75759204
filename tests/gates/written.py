"""Every string of the information and tracking pages, by the target it belongs to, with example values filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

from portal.domain.journeys.pages import Line
from portal.public import help_words, tracking_words
from portal.public.access_words import IN_SHORT
from portal.public.first_stages import FIRST_STAGES
from portal.public.information import NOTICES
from portal.public.later_stages import LATER_STAGES
from portal.public.notices import Notice
from portal.public.other_stages import OTHER_STAGES
from tests.domain.journeys.said import FILLED

ROOT = Path(__file__).resolve().parent.parent.parent
MORE = {
    **dict.fromkeys(("date", "deadline", "due10", "due15", "due20", "due25", "due30", "due5"), "Monday 7 December"),
    **dict.fromkeys(("due65", "withdrawn", "until", "reply", "prepared", "review", "day", "when"), "Monday 7 December"),
    "name": "Sam",
    "reason": "we wait for a report",
    "place": "the Town Hall",
    "plan": "we will ask the school",
    "what": "the court",
    "procedure": "children’s complaints procedure",
    "text_number": "07700 900100",
    "visit": "1 High Street, Exampleton",
    "team_address": "1 High Street, Exampleton",
    "team_email": "us@council.example",
    "retention_years": "10",
    "until_age": "25",
    "dpo_name": "Alex Reed",
    "dpo_email": "dpo@council.example",
    "dpo_phone": "01632 960102",
    "lgsco_phone": "0300 061 0614",
    "part": "2",
    "total": "4",
    "number": "7",
    "num": "2",
}


def filled(texts: Iterator[str]) -> list[str]:
    """As a reader sees them, with example values."""
    return [text % {**FILLED, **MORE} if "%(" in text else text for text in texts if text]


def lines(*found: Line) -> Iterator[str]:
    for line in found:
        yield line.text
        if line.otherwise and not line.text.startswith(line.otherwise):
            yield line.otherwise


def of_notice(notice: Notice) -> Iterator[str]:
    yield from (notice.heading, *lines(*notice.lead), notice.beside[1])
    for section in (*notice.steps, *notice.sections):
        yield from (section.heading, *lines(*section.lines))
    for term in notice.terms:
        yield from (term.word, term.meaning)


def of_stages(audience: str) -> Iterator[str]:
    for stage in (*FIRST_STAGES, *LATER_STAGES, *OTHER_STAGES):
        words = stage.child if audience == "child" else stage.adult
        yield from (words.heading, *lines(*words.lines))


def of_help() -> Iterator[str]:
    yield from lines(*help_words.HELP_LEAD, help_words.SIGN_LANGUAGE)
    for number in (*help_words.HELP_NUMBERS, *help_words.ADULT_NUMBERS):
        yield from (number.name, *lines(*number.lines))
    for way in help_words.OTHER_WAYS:
        yield from (way.heading, *lines(*way.lines))


def of_tracking_forms() -> Iterator[str]:
    """What child and adult both read on their way to the case page and from it."""
    said = tracking_words
    yield from (*said.PARTS, *said.HAPPENED.values(), *said.DONE.values(), *said.BOX.values())
    yield from (
        said.NEXT_ACK,
        said.NEXT_ANSWER,
        said.LATER_THAN_TOLD,
        said.NEXT_STEP_UNANSWERED,
        said.ASK_NEXT_STEP,
        said.MISMATCH,
        said.MISMATCH_AGAIN,
    )
    yield from (said.NO_NUMBER, said.BAD_NUMBER, said.NO_CODE, said.OPEN_TOO_LONG, said.NO_WORDS, said.NO_WORDS_AGAIN)
    yield from (name for name, _ in said.DEEDS.values())
    yield from (option.label for option in (*said.TAKE_BACK_REASONS, *said.RATE_ANSWERS))
    yield from (label for _, label in said.RATE_ITEMS)
    yield from lines(*said.ADVOCATE_LINES, *said.TAKE_BACK_LINES, *said.LOST_LINES, *said.LOST_NUMBER_LINES)
    yield from lines(*said.NEW_CODE_LINES, *said.SHARED_LINES, *said.ASK_LINES, *said.ALONE_LINES, *said.AGREE_LINES)
    yield from said.BY_OTHER.values()


def of_speakers() -> Iterator[str]:
    """What only whoever speaks for a child reads."""
    yield from lines(*tracking_words.ENDED_LINES, *tracking_words.SPEAKER_LINES)


def of_templates(folder: str) -> Iterator[str]:
    """The texts written in the templates themselves; all of them are read by children too."""
    for _name, _line, message, *_ in extract_from_dir(str(ROOT / folder), [("**.html", "jinja2")]):
        yield from (message,) if isinstance(message, str) else message


PAGES: dict[str, dict[str, list[str]]] = {
    "tracking, child": {
        "stages": filled(of_stages("child")),
        "tracking": filled(of_tracking_forms()),
        "templates": filled(of_templates("templates/public/tracking")),
    },
    "tracking, adult": {"stages": filled(of_stages("adult")), "speaking for a child": filled(of_speakers())},
    "information, child": {
        "help now": filled(of_help()),
        "templates": filled(of_templates("templates/public/information")),
        "errors": filled(of_templates("templates/errors")),
        "accessibility in short": filled(lines(*IN_SHORT.lines)),
    },
    "information, adult": {},
}
"""By target and page; of the notices, the two about privacy have targets of their own."""
for _notice in NOTICES:
    _target = _notice.endpoint if "privacy" in _notice.endpoint and _notice.endpoint != "stay_private" else ""
    PAGES.setdefault(_target or f"information, {_notice.audience}", {})[_notice.endpoint] = filled(of_notice(_notice))
