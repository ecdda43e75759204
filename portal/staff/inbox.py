"""The inbox: what is new, urgent, waiting for us or due, narrowed and searched; calls asked for today stand on top."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from portal import clock
from portal.clock import in_london
from portal.domain.access import Action, Reach, Relation
from portal.domain.references import BadReference, parse_reference
from portal.domain.words import Audience, Method, State
from portal.records.alerts import Alert
from portal.records.cases import case_by_reference
from portal.records.desk import After, Heap, Only, heap, lying, next_due, officer_names, open_alerts
from portal.records.listing import PAGE, Listed, in_this_order
from portal.records.searching import found_by
from portal.services import alerting, looking, posting
from portal.services.conflicts import concerned_in
from portal.staff.case_rows import Officers, rows_of
from portal.staff.counting import counted
from portal.staff.due import look_ahead, short
from portal.staff.guard import me, relation
from portal.web.doors import door
from portal.web.language import KNOWN, switched_on
from portal.web.text import dialled, plain

blueprint = Blueprint("staff", __name__, url_prefix="/staff")

SAFE = {
    "no": "not safe",
    "unsure": "not sure whether they are safe",
    "yes": "somebody is in danger",
    "worried": "worried about somebody",
}
NARROWS = ("audience", "method", "language", "officer", "state")


class Search(FlaskForm):
    """A number in any spelling, or exactly a name, an e-mail address or a telephone number."""

    text = StringField("Find a case")
    before = StringField()
    """The number of the case with which the page before ended."""


@blueprint.get("/")
@door(Action.READ_INBOX)
def inbox() -> str:
    """One heap, a page at a time."""
    today = clock.today()
    which, only, officers = _heap(), _only(request.args), officer_names()
    cases = heap(which, only, look_ahead(today), _after())
    hidden = concerned_in(cases, me().name)
    desk = lying(_mine(Only(), Action.READ_INBOX), look_ahead(today))
    return render_template(
        "staff/inbox.html",
        which=which,
        heaps=_heaps(counted(desk.heaps, me().name, cases, hidden)),
        rows=rows_of(cases[:PAGE], hidden, today, officers),
        later_url=_later(which, cases[PAGE - 1]) if len(cases) > PAGE else "",
        first_url=url_for("staff.inbox", **_kept(), heap=which.value) if _after() else "",
        alerts=_alerts() if desk.calls else [],
        dead=posting.count_dead() if desk.dead else 0,
        filters=_filters(officers),
        filtered=bool(_kept()),
    )


@blueprint.post("/find")
@door(Action.SEARCH)
def find() -> str | Response:
    """By POST, because a name has no place in an address or a log."""
    form = Search()
    typed = plain(form.text.data or "", 200)
    if not form.validate_on_submit() or not typed:
        return redirect(url_for("staff.inbox"))
    before = form.before.data or ""
    cases = _found(typed, int(before) if _is_number(before) else None)
    hidden = concerned_in(cases, me().name)
    rows = rows_of(cases[:PAGE], hidden, clock.today(), officer_names())
    more = str(cases[PAGE - 1].id) if len(cases) > PAGE else ""
    looking.searched(me().id, hidden)  # last, because writing lets go of what was read
    return render_template("staff/inbox/found.html", rows=rows, search=form, typed=typed, more=more, later=bool(before))


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


def _found(typed: str, before: int | None) -> Sequence[Listed]:
    only = _mine(Only(), Action.SEARCH)
    try:
        case = case_by_reference(parse_reference(typed))
    except BadReference:
        case = None
    if case is None:  # a name may look like a number
        return found_by(typed, only, before)
    return in_this_order([case.id]) if only.read_by is None or relation(me(), case) is not Relation.NONE else []


def _heaps(counts: Mapping[Heap, str]) -> list[tuple[Heap, str, str]]:
    """Each heap with its address and its count."""
    return [(which, url_for("staff.inbox", heap=which.value), counts.get(which, "")) for which in Heap]


def _alerts() -> list[tuple[Alert, Listed | None, str, str, str, str]]:
    """Open calls for today, without those whose case may be about the officer who looks."""
    if not me().may(Action.HANDLE_ALERT):
        return []
    found = open_alerts()
    hidden = concerned_in([case for _, case in found if case], me().name)
    seen = [(alert, case) for alert, case in found if not case or case.id not in hidden]
    return [(alert, case, _raised(alert), *_number(alert.details), _safe(alert.details)) for alert, case in seen]


def _number(details: Mapping[str, Any]) -> tuple[str, str]:
    """A telephone number as it was typed, in any script's digits, and as a telephone dials it."""
    typed = str(details["phone"])
    return typed, dialled(typed)


def _safe(details: Mapping[str, Any]) -> str:
    return SAFE.get(details.get("safe", ""), "")


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
        officer_id=int(officer) if _is_number(officer) and len(officer) < 10 else None,
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
    if not _is_number(number):
        return None
    try:
        return After(int(number), date.fromisoformat(day) if day else None)
    except ValueError:
        return None


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 18


def _later(which: Heap, last: Listed) -> str:
    due = next_due(last)
    place: dict[str, Any] = {"after": last.id, "from": due.isoformat() if which is Heap.DUE and due else None}
    return url_for("staff.inbox", heap=which.value, **_kept(), **place)


def _kept() -> dict[str, Any]:
    """What the list is narrowed to, to be kept from page to page."""
    return {name: value for name in NARROWS if (value := request.args.get(name))}


def _filters(officers: Officers) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """Name, label, choices and what is chosen, for each thing the list can be narrowed to."""
    lists = {
        "audience": ("From", [(one.value, one.label) for one in Audience]),
        "method": ("How it came", [(one.value, one.label) for one in Method]),
        "language": ("Language", [(one.code, one.english) for one in switched_on()]),
        "officer": ("With", [(str(number), name) for number, name, active in officers if active]),
        "state": ("Where it stands", [(one.value, one.label) for one in State]),
    }
    return [(name, label, choices, request.args.get(name, "")) for name, (label, choices) in lists.items()]
