"""A compliment or a comment: where it comes from, what it praises, and passing it on with one button."""

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField, TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.domain.compliments import PraiseFor, Source
from portal.domain.letter_kinds import LetterKind
from portal.domain.stages import NotPossible
from portal.domain.words import Kind
from portal.records.compliments import Compliment, compliment_of
from portal.services import praising, stepping
from portal.services.case_writing import NotLikeThis
from portal.services.letter_composing import composed
from portal.services.praise_facts import agreed_to, described
from portal.services.praising import KINDS, Praise
from portal.services.stage_facts import Given
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import (
    BOTH,
    Entry,
    Link,
    Section,
    form_page,
    here,
    kept,
    label_of,
    list_page,
    one_of,
    pick,
    pressed,
    several,
    team_choices,
    text,
)
from portal.web.doors import door

blueprint = Blueprint("staff_compliments", __name__, url_prefix="/staff/cases/<reference>/compliment")

BACK = "staff_compliments.compliment"
QUOTE = {"yes": True, "no": False}
SAID = {True: "yes", False: "no", None: ""}
PASSED_ON = {
    True: "They agreed that the person or the team may read their words",
    False: "They did not agree that the person or the team may read their words: say only that somebody is thankful",
    None: "",
}


class PraiseForm(FlaskForm):
    """What is recorded at entry."""

    source = pick("Who sent it", Source)
    categories = several("What it praises", PraiseFor, "All that apply.")
    team = SelectField("Team")
    worker = StringField("Worker", description="Kept sealed, and never printed in a report.")
    may_quote = one_of("May we quote it?", [("yes", "Yes, they agreed"), ("no", "No"), ("", "Nobody has asked")])
    quote = TextAreaField("Words to quote", description="With every name taken out. Only if they agreed.")


@blueprint.get("")
@door(Action.COMPLIMENT)
def compliment() -> str:
    """What is known, and the one button."""
    row = _row()
    links = [
        Link(
            here("staff_compliments.describe"),
            "Change it" if row and described(the_case()) else "Say where it comes from",
        )
    ]
    if row and not row.shared_at and described(the_case()):
        links.append(Link(here("staff_compliments.share"), "Pass it to the worker and the managers", post=True))
    section = Section(
        "Where it comes from",
        [_entry(row, agreed_to(the_case(), "person"))] if row else [],
        links,
        "Nobody has said yet.",
    )
    return list_page(f"The {the_case().kind.label.lower()}", [section])


@blueprint.route("/describe", methods=BOTH)
@door(Action.COMPLIMENT)
def describe() -> str | Response:
    """Where it comes from."""
    row, back = _row(), here(BACK)
    start = {"team": "", "may_quote": SAID[agreed_to(the_case(), "report")]}
    if row:
        start = {"source": row.source, "team": row.team or "", "may_quote": SAID[row.may_quote], **row.texts}
    form = PraiseForm(data={**start, "categories": row.categories if row else []})
    form.team.choices = team_choices(the_case(), "Not said")

    def verb() -> None:
        praising.describe(the_case().id, me().id, _praise(form))

    return kept(form, verb, "Kept.", back) or form_page(form, "Where it comes from", "Keep it", back)


@blueprint.post("/share")
@door(Action.COMPLIMENT)
def share() -> Response:
    """To everybody the council's rules name, with thanks to the person for kind words: one step of its procedure."""
    _row()
    return pressed(_pass_on, "Passed on. The timeline says to whom.", here(BACK))


def _pass_on() -> None:
    case = the_case()
    event = "share" if case.kind is Kind.COMPLIMENT else "forward"
    try:
        words = composed(case, LetterKind.THANK_YOU, officer=me().public_name)
        stepping.take(case.id, me().id, event, Given(words=words))
    except NotPossible as refused:
        raise NotLikeThis(str(refused)) from refused


def _praise(form: PraiseForm) -> Praise:
    return Praise(
        source=Source(form.source.data),
        categories=[PraiseFor(code) for code in form.categories.data or []],
        team=form.team.data or "",
        worker=text(form.worker, 200),
        quote=text(form.quote, 2000),
        may_quote=QUOTE.get(form.may_quote.data or ""),
    )


def _row() -> Compliment | None:
    """What is recorded so far; other kinds of case have no such page."""
    if the_case().kind not in KINDS:
        abort(404)
    return compliment_of(the_case().id)


def _entry(row: Compliment, shared: bool | None) -> Entry:
    quoted = {True: "May be quoted", False: "Must not be quoted", None: "Nobody has asked whether we may quote it"}
    worker = row.texts["worker"]
    lines = [
        ", ".join(label_of(PraiseFor, code) for code in row.categories),
        f"Worker: {worker}" if worker else "",
        quoted[row.may_quote],
        PASSED_ON[shared],
    ]
    day = clock.in_london(row.shared_at).date() if row.shared_at else None
    tag = (f"Passed on {short(day)}", "green") if day else ("Not passed on yet", "yellow")
    return Entry(label_of(Source, row.source), lines, quote=row.texts["quote"], tags=[tag])
