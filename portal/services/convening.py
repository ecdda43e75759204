"""Setting up a review panel: its day and place, and which papers go to whom."""

from datetime import date

from portal import clock
from portal.domain.calendar import add_working_days
from portal.domain.clock_rules import ClockId
from portal.domain.stage_words import Doing
from portal.domain.stages import Effect
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.reports import Panel, panel_of
from portal.records.steps import steps_of
from portal.services.case_writing import NotLikeThis, by_team, changing
from portal.services.step_clocks import move

BEFORE_IT_MET = frozenset({"S3_requested", "S3_convened"})
_AGAIN = (Effect(Doing.UNDO, ClockId.PANEL_PAPERS), Effect(Doing.START, ClockId.PANEL_PAPERS))


def set_day(case_id: int, officer_id: int, meets_on: date, place: str) -> None:
    """Say when and where the panel meets, or move it until it has met. Raises `NotLikeThis`."""
    if not place:
        raise NotLikeThis("Write where the panel meets.", "place")
    if meets_on < clock.today():
        raise NotLikeThis("The day of the panel cannot lie behind us.", "meets_on")
    with changing(case_id) as case:
        if case.step not in BEFORE_IT_MET:
            raise NotLikeThis("A panel is set up once Stage 3 was asked for, and until it has met.")
        row = panel_of(case.id) or Panel(case_id=case.id, texts={})
        row.meets_on, row.officer_id = meets_on, officer_id
        row.texts = {**row.texts, "place": place}
        db.session.add(row)
        if case.step == "S3_convened" and not _papers_gone(case):
            move(case, _AGAIN, officer_id, until=meets_on)
        by_team(case, Happening.PANEL_SET, officer_id, f"{meets_on:%-d %b %Y}, {place}")


def list_papers(case_id: int, officer_id: int, papers: str, readers: str) -> None:
    """Keep which papers the panel gets and who else gets them. Raises `NotLikeThis`."""
    if not (papers and readers):
        raise NotLikeThis("Write which papers, and who gets them.", "papers")
    with changing(case_id) as case:
        row = panel_of(case.id)
        if row is None:
            raise NotLikeThis("Set the day of the panel first.")
        row.texts, row.officer_id = {**row.texts, "papers": papers, "readers": readers}, officer_id
        by_team(case, Happening.PANEL_SET, officer_id, "The papers and who gets them were listed")


def panel_day(case_id: int) -> date | None:
    """The day on which the panel meets, once it is set."""
    row = panel_of(case_id)
    return row.meets_on if row else None


def panel_place(case_id: int) -> str:
    """Where the panel meets, once it is set."""
    row = panel_of(case_id)
    return row.texts.get("place", "") if row else ""


def papers_by(meets_on: date) -> date:
    """The last day on which the papers go out: ten working days before (domain K12). Raises `BeyondKnownHolidays`."""
    return add_working_days(meets_on, -10)


def _papers_gone(case: Case) -> bool:
    return any(step.event == "send_papers" for step in steps_of(case.id))
