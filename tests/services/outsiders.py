"""People from outside for stories: on the register, named for a case, and what they write."""

from __future__ import annotations

from datetime import date, timedelta

from portal import clock
from portal.domain.findings import Outcome
from portal.domain.independence import Capacity, Ties
from portal.domain.procedures import Procedure
from portal.domain.recommendations import Author, Verdict
from portal.extensions import db
from portal.records.appointments import appointments_of
from portal.services.answering_recommendations import Answering, Doing, answer
from portal.services.appointing import Naming, appoint, end
from portal.services.concerns import Head, add
from portal.services.convening import list_papers, set_day
from portal.services.independents import Known, enter
from portal.services.receiving_reports import Received, receive, recommend
from tests import makers as make

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


def papers(officer: int, meets_on: date) -> make.Made:
    """A statutory case with everything that Stage 2 and Stage 3 can have: for pages that are only looked at."""
    made = make.case(story="They moved my meeting.")
    add(made.id, officer, Head("They moved my meeting.", "communication"))
    stands(made, "S2_reported")
    ash, _briar = two_for_stage_2(made.id, officer)
    both_report(made.id, officer)
    accept(made.id, officer, 2, 1)
    answer(made.id, officer, 2, 2, Answering(Verdict.PART, "We ring the carer already.", doing("Ring the child too.")))
    stands(made, "S3_requested")
    panel(made.id, officer, meets_on)
    list_papers(made.id, officer, "The statement, both reports, our decision", "The panel, and whoever complained")
    stands(made, "S3_reported")
    panel_reports(made.id, officer)
    end(
        made.id,
        officer,
        next(row.id for row in appointments_of(made.id) if row.independent_id == ash),
        "Has moved away",
    )
    return made


def stands(made: make.Made, step: str) -> None:
    """Put a case at this place of the statutory procedure, as if it had come all the way."""
    made.case.procedure, made.case.step = Procedure.STATUTORY, step
    db.session.commit()
