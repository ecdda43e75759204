"""The inbox: what is new, urgent, waiting for us or due, narrowed and searched; calls asked for today stand on top."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from portal import clock
from portal.clock import in_london
from portal.domain.access import Action, Reach, Relation
from portal.domain.references import BadReference, format_reference, parse_reference
from portal.domain.words import Audience, Method, State
from portal.records.alerts import Alert
from portal.records.cases import Case, case_by_reference
from portal.records.desk import MOST_COUNTED, PAGE, After, Heap, Only, first_of, found_by, heap, next_due, open_alerts
from portal.records.sealing import keyring
from portal.services import alerting, looking, posting
from portal.services.conflicts import concerned, concerned_of
from portal.services.officers import all_officers
from portal.staff.due import Due, due_of, look_ahead, short
from portal.staff.guard import me, relation
from portal.web.doors import door
from portal.web.language import KNOWN, switched_on
from portal.web.text import plain

blueprint = Blueprint("staff", __name__, url_prefix="/staff")

SAFE = {
    "no": "not safe",
    "unsure": "not sure whether they are safe",
    "yes": "somebody is in danger",
    "worried": "worried about somebody",
}
COUNTED = (Heap.NEW, Heap.URGENT, Heap.WAITING, Heap.DUE)

NARROWS = ("audience", "method", "language", "officer", "state")


class Search(FlaskForm):
    """A number in any spelling, or exactly a name, an e-mail address or a telephone number."""

    text = StringField("Find a case")


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the list."""

    case: Case
    url: str
    reference: str
    arrived: str
    language: str
    due: Due | None


@blueprint.get("/")
@door(Action.READ_INBOX)
def inbox() -> str:
    """One heap, a page at a time."""
    today = clock.today()
    which, only = _heap(), _only(request.args)
    cases = heap(which, only, look_ahead(today), _after())
    return render_template(
        "staff/inbox.html",
        which=which,
        heaps=_counts(today),
        rows=_rows(cases[:PAGE], today),
        later_url=_later(which, cases[PAGE - 1]) if len(cases) > PAGE else "",
        first_url=url_for("staff.inbox", **_kept(), heap=which.value) if _after() else "",
        alerts=_alerts(),
        dead=posting.count_dead(),
        filters=_filters(),
        filtered=bool(_kept()),
        search=Search(),
    )


@blueprint.post("/find")
@door(Action.SEARCH)
def find() -> str | Response:
    """By POST, because a name has no place in an address or a log."""
    form = Search()
    typed = plain(form.text.data or "", 200)
    if not form.validate_on_submit() or not typed:
        return redirect(url_for("staff.inbox"))
    cases = _found(typed)
    looking.searched(me().id, concerned(cases, me().name))
    rows = _rows(cases, clock.today())
    return render_template("staff/inbox/found.html", rows=rows, search=form)


@blueprint.post("/alerts/<int:number>/done")
@door(Action.HANDLE_ALERT)
def alert_done(number: int) -> Response:
    """Somebody has called; the line stays in the alert with the officer's name."""
    if not FlaskForm().validate_on_submit():
        abort(400)
    try:
        alerting.handle_alert(number, me().id)
    except alerting.NoSuchAlert:
        abort(404)
    flash("Marked as done. Thank you for calling.")
    return redirect(url_for("staff.inbox"))


def _found(typed: str) -> list[Case]:
    only = _mine(Only(), Action.SEARCH)
    try:
        case = case_by_reference(parse_reference(typed))
    except BadReference:
        return list(found_by(keyring().index(typed), only))
    theirs = case is not None and (only.read_by is None or relation(me(), case) is not Relation.NONE)
    return [case] if case and theirs else []


def _rows(cases: Any, today: date) -> list[Row]:
    hidden = concerned(cases, me().name)
    return [_row(case, today) for case in cases if case.id not in hidden]


def _row(case: Case, today: date) -> Row:
    url = url_for("staff_case.case", reference=case.reference)
    language = KNOWN[case.language].english if case.language in KNOWN else case.language
    return Row(case, url, format_reference(case.reference), short(case.received_on), language, due_of(case, today))


def _counts(today: date) -> list[tuple[Heap, str, str]]:
    """Each heap with its address and its count, without the cases that may be about the officer who looks."""
    only = _mine(Only(), Action.READ_INBOX)
    ids = {which: first_of(which, only, look_ahead(today)) for which in COUNTED}
    hidden = concerned_of({number for numbers in ids.values() for number in numbers}, me().name)
    counts = {which: len([number for number in numbers if number not in hidden]) for which, numbers in ids.items()}
    full = {which for which, numbers in ids.items() if len(numbers) == MOST_COUNTED}
    return [
        (which, url_for("staff.inbox", heap=which.value), _count(counts.get(which), which in full)) for which in Heap
    ]


def _count(number: int | None, full: bool) -> str:
    return "" if number is None else f"{MOST_COUNTED - 1}+" if full else str(number)


def _alerts() -> list[tuple[Alert, Case | None, str, str, str]]:
    """Open calls for today, without those whose case may be about the officer who looks."""
    if not me().may(Action.HANDLE_ALERT):
        return []
    found = open_alerts()
    hidden = concerned([case for _, case in found if case], me().name)
    seen = [(alert, case) for alert, case in found if not case or case.id not in hidden]
    return [
        (alert, case, _raised(alert), alert.details["phone"], SAFE.get(alert.details.get("safe", ""), ""))
        for alert, case in seen
    ]


def _raised(alert: Alert) -> str:
    moment = in_london(alert.raised_at)
    return f"{short(moment.date())} at {moment:%H:%M}"


def _heap() -> Heap:
    asked = request.args.get("heap", "")
    return Heap(asked) if asked in set(Heap) else Heap.NEW


def _only(asked: Mapping[str, str]) -> Only:
    officer = asked.get("officer", "")
    only = Only(
        audience=Audience(asked["audience"]) if asked.get("audience") in set(Audience) else None,
        method=Method(asked["method"]) if asked.get("method") in set(Method) else None,
        language=asked["language"] if asked.get("language") in KNOWN else None,
        officer_id=int(officer) if officer.isascii() and officer.isdigit() and len(officer) < 10 else None,
        state=State(asked["state"]) if asked.get("state") in set(State) else None,
    )
    return _mine(only, Action.READ_INBOX)


def _mine(only: Only, action: Action) -> Only:
    """Who may read only the cases given to them sees a list of those."""
    if me().reach(action) is Reach.ALL:
        return only
    return replace(only, read_by=me().id, today=clock.today())


def _after() -> After | None:
    number, day = request.args.get("after", ""), request.args.get("from", "")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return None
    try:
        return After(int(number), date.fromisoformat(day) if day else None)
    except ValueError:
        return None


def _later(which: Heap, last: Case) -> str:
    due = next_due(last)
    place: dict[str, Any] = {"after": last.id, "from": due.isoformat() if which is Heap.DUE and due else None}
    return url_for("staff.inbox", heap=which.value, **_kept(), **place)


def _kept() -> dict[str, Any]:
    """What the list is narrowed to, to be kept from page to page."""
    return {name: value for name in NARROWS if (value := request.args.get(name))}


def _filters() -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """Name, label, choices and what is chosen, for each thing the list can be narrowed to."""
    lists = {
        "audience": ("From", [(one.value, one.label) for one in Audience]),
        "method": ("How it came", [(one.value, one.label) for one in Method]),
        "language": ("Language", [(one.code, one.english) for one in switched_on()]),
        "officer": ("With", [(str(one.id), one.name) for one in all_officers() if one.active]),
        "state": ("Where it stands", [(one.value, one.label) for one in State]),
    }
    return [(name, label, choices, request.args.get(name, "")) for name, (label, choices) in lists.items()]
