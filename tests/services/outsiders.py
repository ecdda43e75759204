"""People from outside for stories: on the register, named for a case, and what they write."""

from __future__ import annotations

from datetime import date, timedelta

from portal import clock
from portal.domain.findings import Outcome
from portal.domain.independence import Capacity, Ties
from portal.domain.recommendations import Author, Verdict
from portal.services.answering_recommendations import Answering, Doing, answer
from portal.services.appointing import Naming, appoint
from portal.services.convening import set_day
from portal.services.independents import Known, enter
from portal.services.receiving_reports import Received, receive, recommend

EVERY = frozenset(Capacity)
SIGNED = Ties(signed_on=date(2026, 1, 5))


def known(name: str, **more: object) -> Known:
    """Somebody whom nothing keeps from anything, unless it is said."""
    told: dict[str, object] = {"organisation": "Fern & Co", "capacities": EVERY, "ties": SIGNED}
    told["contact"] = {"email": "someone@fern.example", "phone": "", "address": ""}
    return Known(name=name, **(told | more))  # type: ignore[arg-type]


def name(case_id: int, officer: int, person: int, capacity: Capacity, **more: object) -> int:
    """Name somebody for three months, once their ties were looked at."""
    told: dict[str, object] = {"until_on": clock.today() + timedelta(days=90), "checked": True}
    return appoint(case_id, officer, Naming(person=person, capacity=capacity, **(told | more)))  # type: ignore[arg-type]


def two_for_stage_2(case_id: int, officer: int) -> tuple[int, int]:
    """An investigator and an independent person, named; their numbers on the register."""
    ash, briar = enter(officer, known("Ash Field")), enter(officer, known("Briar Lane"))
    name(case_id, officer, ash, Capacity.INVESTIGATOR)
    name(case_id, officer, briar, Capacity.INDEPENDENT_PERSON)
    return ash, briar


def both_report(case_id: int, officer: int) -> None:
    """Both reports, with two recommendations of the investigator about the one concern there is."""
    today = clock.today()
    found = {1: Outcome.UPHELD}
    receive(case_id, officer, Received(Author.INVESTIGATOR, today, "They moved it thrice.", True, found))
    receive(case_id, officer, Received(Author.INDEPENDENT_PERSON, today, "It was a fair investigation.", False))
    recommend(case_id, officer, Author.INVESTIGATOR, "Say sorry.", 1)
    recommend(case_id, officer, Author.INVESTIGATOR, "Ring before a meeting is moved.")


def doing(what: str) -> Doing:
    return Doing(what, "Team manager", "all", clock.today() + timedelta(days=30))


def accept(case_id: int, officer: int, stage: int, *numbers: int) -> None:
    for number in numbers:
        answer(case_id, officer, stage, number, Answering(Verdict.ACCEPT, doing=doing(f"Do what {number} says.")))


def panel(case_id: int, officer: int, meets_on: date) -> list[int]:
    """Three people, the first in the chair, a day and a place; their numbers on the register."""
    people = [enter(officer, known(one)) for one in ("Cedar Hill", "Dale Brook", "Elm Grove")]
    for place, person in enumerate(people):
        name(case_id, officer, person, Capacity.PANELLIST if place else Capacity.CHAIR)
    set_day(case_id, officer, meets_on, "Town Hall, Room 2")
    return people


def panel_reports(case_id: int, officer: int) -> None:
    """The panel's report with one recommendation."""
    receive(case_id, officer, Received(Author.PANEL, clock.today(), "We heard everybody.", True))
    recommend(case_id, officer, Author.PANEL, "Offer a new meeting.", 1)
