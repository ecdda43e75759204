"""Reminders, each written once: late answers to the team, the day's list to each officer, and lapses to the person."""

from dataclasses import dataclass
from datetime import date

from flask_babel import force_locale, format_date, gettext
from sqlalchemy import ColumnElement, exists, false, or_, select

from portal import clock
from portal.domain.access import Action, Relation, may, roles_of
from portal.domain.calendar import is_working_day
from portal.domain.clock_rules import ClockId
from portal.domain.rag import Band
from portal.domain.stage_words import Who
from portal.domain.words import Audience, Happening, Side
from portal.extensions import db
from portal.records.board import Narrowed, counted_on_board
from portal.records.cases import Case
from portal.records.desk import STILL_OPEN
from portal.records.letters import Letter
from portal.records.officers import Officer
from portal.records.timeline import Message
from portal.services.case_writing import changing
from portal.services.conflicts import concerned_of
from portal.services.outbox import enqueue, staff_link
from portal.services.proceeding_clocks import answering
from portal.services.recording import record
from portal.services.stepping import by_person, could
from portal.services.transactions import writing
from portal.services.writing_letters import write_person_letter, write_team_letter

DIGEST = "officer_digest"
_LATE = (Band.BEYOND, Band.RED)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many were written."""

    late: int
    lapsed: int
    digests: int


def remind() -> Reminded:
    """Write what is due today and was not written yet; on a day that is no working day only the person is told."""
    today = clock.today()
    working = is_working_day(today)
    return Reminded(
        lapsed=sum(_lapse(number, today) for number in _with(Case.due_max_on < today, Case.lapsed_on.is_(None))),
        late=sum(_chase(number, today) for number in _with(Case.due_on < today, _not_chased())) if working else 0,
        digests=sum(_digest(officer, today) for officer in _desk_officers()) if working else 0,
    )


def _with(*conditions: ColumnElement[bool]) -> list[int]:
    """Open cases whose clock runs, oldest first."""
    running = (Case.state.in_(STILL_OPEN), Case.paused == false(), *conditions)
    return list(db.session.scalars(select(Case.id).where(*running).order_by(Case.id)))


def _not_chased() -> ColumnElement[bool]:
    return or_(Case.chased_for.is_(None), Case.chased_for < Case.due_on)


MAY_GO_ON = (ClockId.STAGE_1, ClockId.CORPORATE_STAGE_1)
"""After these the person may ask for the next stage without an answer."""


def _lapse(case_id: int, today: date) -> bool:
    """The longest time has passed: the person may go on without waiting, and is told so once (SI 2006/1738 reg 14)."""
    with changing(case_id) as case:
        if case.lapsed_on or case.paused or case.state not in STILL_OPEN or case.due_max_on >= today:
            return False
        if answering(case) not in MAY_GO_ON:
            return False
        now = clock.now()
        case.lapsed_on = today
        if could(case, "lapse", {Who.SYSTEM}):
            by_person(case, "lapse", Who.SYSTEM)
        record(case, Happening.LAPSED, now, side=Side.TEAM)
        message = Message(case_id=case.id, side=Side.TEAM, kind=Happening.MESSAGE_FROM_TEAM, at=now)
        message.text = {"words": _lapse_words(case)}
        db.session.add(message)
        record(case, Happening.MESSAGE_FROM_TEAM, now, side=Side.TEAM)
        write_person_letter(case, "person_news")
        return True


def _lapse_words(case: Case) -> str:
    """The same words as on the page that says we are late, in the person's language."""
    with force_locale("en_GB" if case.language == "en" else case.language):
        when = format_date(case.due_max_on, "EEEE d MMMM")
        if case.audience is Audience.CHILD:
            late = gettext("You should have had our answer by %(due20)s.", due20=when)
            lines = [gettext("We are late. We are sorry."), late]
            lines.append(gettext("You do not have to wait. You can ask for the next step now."))
        else:
            lines = [gettext("The time limit passed on %(due20)s. We are sorry.", due20=when)]
            lines.append(gettext("You may ask for stage 2 now."))
    return "\n".join(lines)


def _chase(case_id: int, today: date) -> bool:
    """Tell the team once for each due date that passes without an answer."""
    with changing(case_id) as case:
        chased = case.chased_for is not None and case.chased_for >= case.due_on
        if chased or case.paused or case.state not in STILL_OPEN or case.due_on >= today:
            return False
        case.chased_for = case.due_on
        write_team_letter(case, "team_late")
        return True


def _desk_officers() -> list[Officer]:
    """Whoever may read cases given to them; the list is short."""
    every = db.session.scalars(select(Officer).where(Officer.active).order_by(Officer.id))
    return [one for one in every if may(roles_of(one.roles), Action.READ_CASE, Relation.ASSIGNED)]


def _digest(officer: Officer, today: date) -> bool:
    """One letter a day to an officer with answers that are late or come soon; it holds numbers and nothing else."""
    about, number, name, address = f"desk:{officer.id}:{today:%Y%m%d}", officer.id, officer.name, officer.email
    late, soon = _count(number, name, today, *_LATE), _count(number, name, today, Band.AMBER)
    if not late and not soon:
        return False
    with writing():
        if db.session.scalar(select(exists().where(Letter.about == about, Letter.kind == DIGEST))):
            return False
        enqueue(about, DIGEST, address, language="en", number=1, late=late, soon=soon, link=staff_link())
        return True


def _count(officer_id: int, name: str, today: date, *bands: Band) -> int:
    ids = {number for band in bands for number in counted_on_board(band, today, Narrowed(officer_id=officer_id))}
    return len(ids - concerned_of(ids, name))
