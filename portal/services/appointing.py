"""Naming the people of Stage 2 and Stage 3: who is independent enough, until when they read it, and their fees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.domain.independence import ON_PANEL, STAGE_OF, Candidate, Capacity, Obstacle, obstacles, sat_before
from portal.domain.putting_right import ExpenseKind, pounds
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.appointments import Appointment, appointments_of, capacities_in
from portal.records.cases import Case
from portal.records.independents import Independent
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.conflicts import concerned
from portal.services.remedying import Spending, incur

PAID_AS = {
    Capacity.INVESTIGATOR: ExpenseKind.INDEPENDENT_INVESTIGATOR,
    Capacity.INDEPENDENT_PERSON: ExpenseKind.INDEPENDENT_PERSON,
    Capacity.PANELLIST: ExpenseKind.PANEL,
    Capacity.CHAIR: ExpenseKind.PANEL,
}
"""What a fee is counted as among the costs of handling complaints (dictionary 3.7)."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Somebody from the register for one part, once their ties to this case were looked at."""

    person: int
    capacity: Capacity
    until_on: date
    checked: bool
    pence_agreed: int | None = None


def appoint(case_id: int, officer_id: int, naming: Naming) -> int:
    """Name somebody from today on and return the appointment's number. Raises `NotThere` or `NotLikeThis`."""
    today = clock.today()
    if naming.until_on < today:
        raise NotLikeThis("The last day cannot lie behind us.", "until_on")
    with changing(case_id) as case:
        person = db.session.get(Independent, naming.person)
        if person is None:
            raise NotThere(f"person {naming.person}")
        _refuse(case, person, naming)
        row = Appointment(case_id=case.id, independent=person, capacity=naming.capacity, pence_agreed=None)
        row.stage, row.from_on, row.until_on = STAGE_OF[naming.capacity], today, naming.until_on
        row.checked_on, row.checked_by, row.pence_agreed = today, officer_id, naming.pence_agreed
        db.session.add(row)
        db.session.flush()
        by_team(case, Happening.APPOINTED, officer_id, f"{naming.capacity.label}: {person.name}")
        return row.id


def end(case_id: int, officer_id: int, number: int, reason: str) -> None:
    """End somebody's part today; they read the case no more. Raises `NotThere` or `NotLikeThis`."""
    if not reason:
        raise NotLikeThis("Write why their part ends.")
    with changing(case_id) as case:
        row = _one(case.id, number)
        if row.ended_on is not None:
            raise NotThere(f"appointment {number}")
        row.ended_on = clock.today()
        note = f"{row.capacity.label}: {row.independent.name}. {reason}"
        by_team(case, Happening.APPOINTMENT_ENDED, officer_id, note)


def prolong(case_id: int, officer_id: int, number: int, until_on: date) -> None:
    """Set another last day on which they read the case. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row = _one(case.id, number)
        if row.ended_on is not None:
            raise NotThere(f"appointment {number}")
        if until_on < clock.today():
            raise NotLikeThis("The last day cannot lie behind us. To end it today, end their part.", "until_on")
        row.until_on = until_on
        note = f"{row.capacity.label}: {row.independent.name}, until {until_on:%-d %b %Y}"
        by_team(case, Happening.APPOINTED, officer_id, note)


def agree_fee(case_id: int, officer_id: int, number: int, pence: int) -> None:
    """Keep what was agreed to pay them. Raises `NotThere`, or `NotLikeThis` once they are paid."""
    with changing(case_id) as case:
        row = _one(case.id, number)
        if row.expense_id is not None:
            raise NotLikeThis("They have been paid already.")
        row.pence_agreed = pence
        by_team(case, Happening.FEE_AGREED, officer_id, f"{row.independent.name}, {pounds(pence)}")


def pay_fee(case_id: int, officer_id: int, number: int, pence: int, incurred_on: date, approved_by: str) -> None:
    """They were paid: a cost of handling this case, in the year it arose. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row = _one(case.id, number)
        if row.expense_id is not None:
            raise NotLikeThis("They have been paid already. Put any further cost on the page of remedies and money.")
        spending = Spending(PAID_AS[row.capacity], pence, incurred_on, approved_by)
        row.expense_id = incur(case, officer_id, spending).id


def standing(case_id: int, *capacities: Capacity) -> list[Appointment]:
    """Who takes part today, as one of these; whose last day has passed does not."""
    return [row for row in _named(case_id, *capacities) if row.until_on >= clock.today()]


def candidate(case: Case, row: Appointment) -> Candidate:
    """Somebody who was named, as the rules look at them today."""
    return _candidate(case, row.independent, row.capacity, checked=True)


def at_stage_2(case_id: int) -> list[tuple[int, Capacity]]:
    """Everybody who ever took part at Stage 2, also if somebody else took over."""
    return [(row.independent_id, row.capacity) for row in appointments_of(case_id) if row.stage == 2]


def part_in(case: Case, officer_id: int) -> frozenset[Capacity]:
    """As what the owner of an account takes part in a case today; nothing before and after."""
    return capacities_in(case.id, officer_id, clock.today())


def _named(case_id: int, *capacities: Capacity) -> list[Appointment]:
    """Whose part nobody has ended: until then it is theirs, for their last day can be moved."""
    return [row for row in appointments_of(case_id) if row.ended_on is None and row.capacity in capacities]


def _refuse(case: Case, person: Independent, naming: Naming) -> None:
    found = list(obstacles(_candidate(case, person, naming.capacity, checked=naming.checked)))
    if naming.capacity in ON_PANEL:
        found += sat_before(person.id, at_stage_2(case.id))
        others = _named(case.id, *ON_PANEL)
    else:
        others = _named(case.id, Capacity.INVESTIGATOR, Capacity.INDEPENDENT_PERSON)
        if any(row.independent_id == person.id and row.capacity is not naming.capacity for row in others):
            found.append(Obstacle.BOTH_AT_STAGE_2)
    _say(found)
    if any(row.independent_id == person.id for row in others):
        raise NotLikeThis("They are named already.", "person")
    alone = naming.capacity is not Capacity.PANELLIST
    if alone and any(row.capacity is naming.capacity for row in others):
        raise NotLikeThis("Somebody is named for this. End their part first.")


def _say(found: Iterable[Obstacle]) -> None:
    words = " ".join(obstacle.label for obstacle in found)
    if words:
        raise NotLikeThis(words)


def _candidate(case: Case, person: Independent, capacity: Capacity, *, checked: bool) -> Candidate:
    names = [person.name] + ([person.account.name] if person.account else [])
    return Candidate(
        person=person.id,
        capacity=capacity,
        listed=person.listed,
        ties=person.ties,
        active=person.on_register(clock.today()),
        checked=checked,
        complained_about=any(concerned([case], name) for name in names),
    )


def _one(case_id: int, number: int) -> Appointment:
    row = db.session.get(Appointment, number)
    if row is None or row.case_id != case_id:
        raise NotThere(f"appointment {number}")
    return row
