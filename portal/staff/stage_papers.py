"""Stage 2 and Stage 3 on one page: who takes part, what they wrote, what they recommend and how it is answered."""

from collections.abc import Sequence

from flask import Blueprint, abort

from portal import clock
from portal.domain.access import Action
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.findings import Outcome
from portal.domain.independence import ON_PANEL, Capacity, obstacles, sat_before, three
from portal.domain.putting_right import ActionStatus, pounds
from portal.domain.recommendations import ANSWERING, AUTHORS, RECEIVING, Verdict
from portal.extensions import db
from portal.records.appointments import Appointment, appointments_of
from portal.records.learning import LearningAction
from portal.records.reports import Recommendation, Report, latest_reports, panel_of, recommendations_of, reports_of
from portal.services.appointing import at_stage_2, candidate, standing
from portal.services.convening import BEFORE_IT_MET, papers_by
from portal.services.officers import all_officers
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import Entry, Link, Section, here, label_of, list_page
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_stage_papers", __name__, url_prefix="/staff/cases/<reference>/papers")

BEGINNING = 280
"""Letters of a report that this page shows; the whole stands on a page of its own."""
VERDICTS = {Verdict.ACCEPT: "green", Verdict.PART: "yellow", Verdict.REJECT: "red"}


@blueprint.get("")
@door(Action.READ_REPORTS)
def papers() -> str:
    """All of it, Stage 2 first; Stage 3 once it was asked for."""
    stage_2, case = [_people(2), _reports(2), _recommended(2)], the_case()
    begun = "S3_" in f"{case.beneath} {case.step}" or panel_of(case.id) is not None
    stage_3 = [_people(3), _day(), _reports(3), _recommended(3)] if begun else []
    return list_page("Stage 2 and 3 papers", [*stage_2, *stage_3])


@blueprint.get("/reports/<int:number>")
@door(Action.READ_REPORTS)
def report(number: int) -> str:
    """One report in full."""
    row = next((one for one in reports_of(the_case().id) if one.id == number), None) or abort(404)
    return list_page(f"Report of Stage {row.stage}", [Section(row.author.label, [_report(row, whole=True)])])


def _people(stage: int) -> Section:
    rows = [row for row in appointments_of(the_case().id) if row.stage == stage]
    links = [Link(here("staff_appointments.name", stage=stage), "Name somebody")] if _may(Action.APPOINT) else []
    title = "Stage 2: who looks into it" if stage == 2 else "Stage 3: the panel"
    names = {one.id: one.name for one in all_officers()}
    entries = [_person(row, names) for row in rows]
    if stage == 3 and rows:
        members = [candidate(the_case(), row) for row in standing(the_case().id, *ON_PANEL)]
        wrong = [obstacle.label for obstacle in three(members)]
        entries.insert(0, Entry("The panel as a whole", wrong or ["Three independent people, one in the chair."]))
    return Section(title, entries, links, "Nobody is named yet.")


def _person(row: Appointment, names: dict[int, str]) -> Entry:
    what = "stands outside the line of management" if row.capacity is Capacity.INVESTIGATOR else "has no ties to it"
    lines = [
        f"From {short(row.from_on)} until {day_and_year(row.ended_on or row.until_on)}",
        f"Checked that this person {what}: {names.get(row.checked_by, 'somebody')}, {short(row.checked_on)}",
        *(_wrong(row) if row.ended_on is None else []),
        _fee(row),
    ]
    return Entry(f"{row.independent.name}, {row.capacity.label.lower()}", lines, tags=_state(row), links=_deeds(row))


def _wrong(row: Appointment) -> list[str]:
    found = list(obstacles(candidate(the_case(), row)))
    if row.capacity in ON_PANEL:
        found += sat_before(row.independent_id, at_stage_2(the_case().id))
    return [f"Cannot take part: {obstacle.label}" for obstacle in found]


def _state(row: Appointment) -> list[tuple[str, str]]:
    if row.ended_on is not None:
        return [("Ended", "grey")]
    return [("Reads no more", "yellow")] if row.until_on < clock.today() else [("Takes part", "green")]


def _fee(row: Appointment) -> str:
    if not _may(Action.APPOINT):
        return ""
    if row.expense:
        return f"Paid {pounds(row.expense.pence)}, {short(row.expense.incurred_on)}"
    return f"Fee agreed: {pounds(row.pence_agreed)}" if row.pence_agreed else "No fee agreed"


def _deeds(row: Appointment) -> list[Link]:
    if not _may(Action.APPOINT):
        return []
    links = [] if row.expense_id else [("agree", "Agree a fee"), ("pay", "They were paid")]
    links += [] if row.ended_on else [("prolong", "Another last day"), ("end", "End their part")]
    return [Link(here(f"staff_appointments.{what}", number=row.id), words) for what, words in links]


def _day() -> Section:
    panel = panel_of(the_case().id)
    links = []
    if the_case().step in BEFORE_IT_MET:
        links = [Link(here("staff_panels.day"), "Set another day" if panel else "Set the day and place")]
    links += [Link(here("staff_panels.papers"), "Say which papers go to whom")] if panel else []
    entries = []
    if panel:
        texts = panel.texts
        lines = [texts["place"], _papers_due(), f"Papers: {texts['papers']}" if texts.get("papers") else ""]
        lines.append(f"They go to: {texts['readers']}" if texts.get("readers") else "")
        entries = [Entry(day_and_year(panel.meets_on), lines)]
    return Section("Stage 3: day, place and papers", entries, links if _may(Action.APPOINT) else [], "Not set yet.")


def _papers_due() -> str:
    panel = panel_of(the_case().id)
    try:
        return f"The papers go out by {day_and_year(papers_by(panel.meets_on))}" if panel else ""
    except BeyondKnownHolidays:
        return ""


def _reports(stage: int) -> Section:
    newest = {row.id for row in latest_reports(the_case().id).values()}
    entries = [_report(row, newest=row.id in newest) for row in reports_of(the_case().id) if row.stage == stage]
    links = []
    if _may(Action.WRITE_REPORTS) and the_case().step in RECEIVING[stage]:
        links = [Link(here("staff_stage_reports.receive", stage=stage), "Take in a report")]
    whose = " and ".join(author.label.lower() for author in AUTHORS[stage])
    return Section(f"Stage {stage}: reports", entries, links, f"To come: {whose}.")


def _report(row: Report, *, newest: bool = True, whole: bool = False) -> Entry:
    words = row.words
    short_words = words if whole or len(words) <= BEGINNING else words[:BEGINNING].rsplit(" ", 1)[0] + " …"
    lines = [f"Concern {one.concern_number}: {label_of(Outcome, one.outcome)}" for one in row.findings]
    lines.append("It recommends something." if row.recommends else "It recommends nothing.")
    tags = [(f"Came {short(row.received_on)}", "blue")] + ([] if newest else [("Replaced by a newer one", "grey")])
    links = [] if whole else [Link(here("staff_stage_papers.report", number=row.id), "Read all of it")]
    return Entry(row.author.label, lines, quote=short_words, tags=tags, links=links)


def _recommended(stage: int) -> Section:
    links = []
    if _may(Action.WRITE_REPORTS) and the_case().step in RECEIVING[stage]:
        links = [Link(here("staff_stage_reports.recommend", stage=stage), "Write down a recommendation")]
    entries = [_recommendation(row) for row in recommendations_of(the_case().id, stage)]
    return Section(f"Stage {stage}: recommendations and answers", entries, links, "None is written down.")


def _recommendation(row: Recommendation) -> Entry:
    about = f", concern {row.concern_number}" if row.concern_number else ""
    lines = [f"{row.author.label}{about}", f"Why: {row.reason}" if row.reason else "", *_action(row)]
    state = (row.verdict.label, VERDICTS[row.verdict]) if row.verdict else ("Not answered", "grey")
    return Entry(f"Recommendation {row.number}", lines, quote=row.words, tags=[state], links=_answers(row))


def _action(row: Recommendation) -> Sequence[str]:
    action = db.session.get(LearningAction, row.action_id) if row.action_id else None
    if action is None:
        return []
    stands = label_of(ActionStatus, action.status).lower()
    return [f"{action.texts['action']} {action.owner_role}, by {short(action.due_on)} ({stands})."]


def _answers(row: Recommendation) -> list[Link]:
    place = {"stage": row.stage, "number": row.number}
    links = []
    if _may(Action.ADJUDICATE) and the_case().step == ANSWERING[row.stage]:
        words = "Think again about the answer" if row.verdict else "Answer it"
        links.append(Link(here("staff_stage_reports.answer", **place), words))
    if _may(Action.WRITE_REPORTS) and row.verdict is None and the_case().step in RECEIVING[row.stage]:
        links.append(Link(here("staff_stage_reports.reword", **place), "Put its words right"))
        links.append(Link(here("staff_stage_reports.take_out", **place), "It was a mistake: take it out", post=True))
    return links


def _may(action: Action) -> bool:
    return me().may(action, the_case())
