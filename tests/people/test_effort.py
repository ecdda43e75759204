"""How much a journey asks and how long it takes: pages, required answers, and minutes by a model."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answers
from tests.domain.journeys.walking import ASKED
from tests.gates.timing import Effort, effort
from tests.people.table import Held
from tests.people.targets import TIMES
from tests.visitor import Visitor

ABOUT_A_CHILD: Answers = {"children": [{"first_name": "Sam", "last_name": "", "age": "9"}]}
"""An adult is asked most when it is about a child."""


@pytest.mark.parametrize("code", ASKED)
def test_no_more_is_asked_and_needed_than_was_promised(held: Held, code: str) -> None:
    given = ABOUT_A_CHILD if code == "adult" else {}
    pages = ASKED[code].route("full", given)
    required = [page for page in pages if any(one.required and one.asked(given) for one in page.questions)]
    held(f"asked.{code}", pages=len(pages), required=len(required))


@pytest.mark.parametrize("path", TIMES)
def test_a_journey_takes_no_longer_than_the_model_allows(app: Flask, held: Held, path: str) -> None:
    at = {one.path: one for one in JOURNEYS.values()}
    journey = JOURNEYS["young_person"] if path == "quick" else at[path]
    made = effort(Visitor(app), journey, "quick" if path == "quick" else "full")
    held.all(f"time.{path}", {name: [minutes] for name, minutes in made.minutes().items()})


def test_the_model_counts_words_read_words_typed_and_taps() -> None:
    assert Effort(read=120, typed=15, taps=20).minutes() == {"when slow": 4.4, "minutes": 3.0, "when quick": 2.1}
