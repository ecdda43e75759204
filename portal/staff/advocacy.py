"""The advocacy provider's own desk: who waits for a first word, and what was passed on to reach them safely."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, render_template, url_for
from markupsafe import Markup

from portal import clock
from portal.domain.access import Action
from portal.domain.advocates import Ending, Standing, no_way_to, reached_by
from portal.domain.audit_words import Refusal
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.asking_for_child import AGREED
from portal.domain.journeys.pages import Answers
from portal.extensions import db
from portal.records.advocacy import AdvocacyContact, AdvocacyRequest, contacts_of, open_requests, requests_over
from portal.services import looking
from portal.services.asking_advocates import about_officer, provider, with_us
from portal.services.officers import all_officers
from portal.staff.due import distance, short
from portal.staff.guard import me
from portal.staff.telling import banner_of
from portal.web.answers import played_back, worded
from portal.web.doors import door

blueprint = Blueprint("staff_advocacy", __name__, url_prefix="/staff/advocacy")

SHOWN_OVER = 25
"""How many of the requests that are over the list still shows."""
IN_BANNER = frozenset(
    {
        "contact_way", "phone", "email", "address", "meet_where", "trusted_name", "trusted_reach", "may_say_who",
        "may_leave_message", "good_times", "code_word", "unsafe_note", "do_not_tell", "speaker_name", "organisation",
        "speaker_email", "speaker_phone", "agreement",
    }
)  # fmt: skip
"""Answers that the banner at the top of the page says already."""
COLOURS = {Standing.WAITING: "yellow", Standing.TAKEN_ON: "blue", Standing.IN_TOUCH: "green", Standing.OVER: "grey"}


@dataclass(frozen=True, slots=True)
class Clock:
    """When somebody has to hear a first word, in words and a colour."""

    by: str
    far: str
    colour: str


@dataclass(frozen=True, slots=True)
class Row:
    """One request in the list."""

    number: int
    url: str
    name: str
    asked: str
    clock: Clock | None
    standing: str
    colour: str
    advocate: str


@blueprint.get("")
@door(Action.ADVOCATES)
def requests() -> str:
    """Whoever waits longest for a first word stands first; then what is over, without a name."""
    today = clock.today()
    waiting = [row for row in open_requests(provider()) if not about_officer(row, me().name)]
    over = [row for row in requests_over(provider(), SHOWN_OVER) if not about_officer(row, me().name)]
    return render_template(
        "staff/advocacy/requests.html",
        rows=[_row(row, today) for row in waiting],
        late=sum(row.in_touch_on is None and row.contact_by < today for row in waiting),
        new=sum(row.standing is Standing.WAITING for row in waiting),
        over=[(short(row.asked_on), short(row.over_on or today), _ended(row)) for row in over],
    )


@blueprint.get("/<int:number>")
@door(Action.ADVOCATES)
def request(number: int) -> str:
    """One request: how to reach them, what they said they need, what was tried, and what comes next."""
    looking.saw(Action.ADVOCATES, me().id, one_of_ours(number).case_id)
    row, today = one_of_ours(number), clock.today()
    passed = row.passed_on or {}
    names = {one.id: one.name for one in all_officers()}
    return render_template(
        "staff/advocacy/request.html",
        row=row,
        name=name_of(passed),
        banner=reaching(row),
        no_way=bool(passed) and no_way_to(passed),
        told=_told(row, passed),
        clock=first_word(row, today),
        standing=row.standing,
        colour=COLOURS[row.standing],
        origin=row.origin.label,
        asked=short(row.asked_on),
        accepted=short(row.accepted_on) if row.accepted_on else "",
        in_touch=short(row.in_touch_on) if row.in_touch_on else "",
        ended=_ended(row) if row.over_on else "",
        tries=[_try(one, names) for one in contacts_of(row.id)],
    )


def one_of_ours(number: int) -> AdvocacyRequest:
    """The request with this number; one of another provider, or that may be about the officer who asks, is none."""
    row = db.session.get(AdvocacyRequest, number)
    if row is None or not with_us(row):
        abort(404)
    if about_officer(row, me().name):
        looking.refused(Action.ADVOCATES, me().id, Refusal.CONFLICT, row.case_id)
        abort(404)
    return row


def first_word(row: AdvocacyRequest, today: date) -> Clock | None:
    """The clock of the first contact; None once somebody was reached or it is over."""
    if row.in_touch_on or row.over_on:
        return None
    colour = "red" if row.contact_by < today else "yellow" if row.contact_by == today else "green"
    return Clock(short(row.contact_by), distance(row.contact_by, today), colour)


def name_of(passed: Answers) -> str:
    """What to call the person."""
    return str(passed.get("name") or passed.get("child_name") or "Somebody who gave no name")


def _row(row: AdvocacyRequest, today: date) -> Row:
    passed, stands = row.passed_on or {}, row.standing
    return Row(
        row.id, url_for("staff_advocacy.request", number=row.id), name_of(passed), short(row.asked_on),
        first_word(row, today), stands.label, COLOURS[stands], row.advocate or "",
    )  # fmt: skip


def reaching(row: AdvocacyRequest) -> list[Markup]:
    """How to reach them safely; where an adult asked, that adult first. Nothing once it is over."""
    passed = row.passed_on
    if not passed:
        return []
    if not passed.get("speaker_name"):
        return banner_of(reached_by(passed), sensitive=True, us="you")
    line = Markup("{}: <strong>{}</strong>")
    who = ", ".join(str(passed[key]) for key in ("speaker_name", "organisation") if passed.get(key))
    found = [
        line.format("Talk first to the person who asked", who),
        line.format("At", ", ".join(str(passed[key]) for key in ("speaker_phone", "speaker_email") if passed.get(key))),
        line.format("Has the child agreed?", worded(AGREED.questions[0], "", passed)),
    ]
    if passed.get("do_not_tell"):
        found.append(line.format("Do not tell", passed["do_not_tell"]))
    return found


def _told(row: AdvocacyRequest, passed: Answers) -> list[tuple[str, str | list[str]]]:
    said = played_back(JOURNEYS[row.journey], row.way, row.variant, passed, blanks=False)
    return [(one.label, one.value) for one in said if one.question.key not in IN_BANNER]


def _ended(row: AdvocacyRequest) -> str:
    why = row.reason.label if row.reason and row.ending is Ending.CANNOT else ""
    return ": ".join(part for part in (row.ending.label if row.ending else "", why) if part)


def _try(one: AdvocacyContact, names: dict[int, str]) -> dict[str, str]:
    reached = "They were reached" if one.reached else "They were not reached"
    return {
        "title": f"{one.how.label}, {short(one.on)}", "text": f"{reached}. {names.get(one.officer_id, '')}",
        "note": one.note or "",
    }  # fmt: skip
