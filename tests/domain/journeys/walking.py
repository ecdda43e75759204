"""Every page, question, line and way of a journey, and a mark that runs a test on each journey."""

from collections.abc import Iterator

import pytest

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.equality import EQUALITY
from portal.domain.journeys.pages import Journey, Line, Page, Question

each_journey = pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS.keys())
ASKED = {**JOURNEYS, **EQUALITY}
everything_asked = pytest.mark.parametrize("journey", ASKED.values(), ids=ASKED.keys())
"""The journeys, and the questions after their receipts."""


def every_page(journey: Journey) -> tuple[Page, ...]:
    return (*journey.pages, *journey.extra_pages)


def every_question(journey: Journey) -> Iterator[tuple[Page, Question]]:
    """Each question as often as it is asked, with its page."""
    return ((page, question) for page in every_page(journey) for question in page.questions)


def codes(question: Question) -> set[str]:
    return {option.code for option in (*question.options, *question.leaver_options)}


def ways(journey: Journey) -> dict[str, tuple[Page, ...]]:
    """Every way through, with all the pages it can have."""
    shorter = {
        way: tuple(page for slug in slugs if (page := journey.page(slug))) for way, slugs in journey.ways.items()
    }
    return {"full": journey.pages, **shorter}


def every_line(journey: Journey) -> Iterator[Line]:
    yield from (*journey.start.text, *journey.start.leaver_text, *journey.check.text, *journey.done.text)
    yield from (line for line in (journey.beside, journey.done.beside_code) if line)
    for page in every_page(journey):
        yield from page.text
        if page.note:
            yield page.note
