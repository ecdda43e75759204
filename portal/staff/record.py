"""Writing down what came by phone, on paper or in person: the journey's own questions on one long form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from flask import Blueprint, abort, current_app, get_template_attribute, render_template, request, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import BooleanField, DateField, SelectField
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.equality import FOLLOWS
from portal.domain.journeys.pages import Journey, Question
from portal.domain.journeys.validation import fault
from portal.domain.references import format_reference
from portal.domain.wording import N_
from portal.domain.words import Kind as What
from portal.domain.words import Method, Point
from portal.services.staff_recording import Arrival, NotADayItCame, Recorded, record_submission, refuse_day
from portal.services.their_language import offered, runs_right_to_left, speaking, translated
from portal.staff.guard import me
from portal.staff.messages import OPEN_LONG
from portal.web.doors import door
from portal.web.fields import PageForm, form_for, word_children
from portal.web.language import KNOWN, switched_on
from portal.web.squares import square
from portal.web.text import say

blueprint = Blueprint("staff_record", __name__, url_prefix="/staff/record")

STORY = "story"
WHERE = N_("Point the camera of a phone at the square, or type this:")
CODE = N_("The code for these questions")
ON_THE_SITE = {Method.ONLINE_FORM, Method.APP}
"""What nobody writes down by hand."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Whose words the form asks in."""

    path: str
    journey: str
    variant: str
    words: str


KINDS = (
    Kind("young-person", "young_person", "", "A child or young person"),
    Kind("care-leaver", "young_person", "leaver", "A care leaver up to 25"),
    Kind("pictures", "easy", "", "A child, in pictures and short words"),
    Kind("adult", "adult", "", "An adult"),
    Kind("for-child", "for_child", "", "Somebody who speaks for a child"),
    Kind("kind-words", "kind_words", "", "Somebody says thank you or has an idea"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the journey as a part of the long form."""

    heading: str
    questions: tuple[Question, ...]


class HowItCame(FlaskForm):
    """How, where and when it reached the council, which is seldom how it reaches this page."""

    method = SelectField(
        "How it came", choices=[SelectChoice(one.value, one.label) for one in Method if one not in ON_THE_SITE]
    )
    point = SelectField("Where it first arrived", choices=[SelectChoice(one.value, one.label) for one in Point])
    what = SelectField("What it is", choices=[SelectChoice(one.value, one.label) for one in What])
    received_on = DateField("The day it arrived")
    written_in = SelectField("The language they used")
    with_code = BooleanField("Make a number and a secret code that I can hand over")

    def arrival(self) -> Arrival:
        """What was filled in, once it is right."""
        assert self.received_on.data is not None
        method, point, what = Method(self.method.data), Point(self.point.data), What(self.what.data)
        return Arrival(method, point, self.received_on.data, self.written_in.data, what)


@blueprint.get("")
@door(Action.RECORD)
def record() -> str:
    """Which form it is to be."""
    kinds = [(url_for("staff_record.write", kind=kind.path), kind.words) for kind in KINDS]
    return render_template("staff/record.html", kinds=kinds)


@blueprint.route("/<kind>", methods=["GET", "POST"])
@door(Action.RECORD)
def write(kind: str) -> str:
    """The long form. Only what happened has to be there; what was typed stays whatever is wrong."""
    found = next((one for one in KINDS if one.path == kind), None) or abort(404)
    journey = JOURNEYS[found.journey]
    form, came = form_for(journey.questions(), found.variant, {}), _how_it_came(journey.sends.kind)
    errors: list[tuple[str, str]] = []
    if request.form.get("do") == "add":
        form["children"].append_entry()
        word_children(form)
    elif came.is_submitted() and not (errors := _wrong(came, form)):
        answers, arrival = form.answers(), came.arrival()
        made = record_submission(journey.code, found.variant, answers, arrival, me().id, with_code=came.with_code.data)
        return _done(made, journey, arrival.language)
    sections = _sections(journey)
    return render_template(
        "staff/record/write.html", kind=found, came=came, ask_form=form, sections=sections, errors=errors
    )


def _done(made: Recorded, journey: Journey, language: str) -> str:
    """Shown as the answer itself, not after a redirect: the code exists nowhere else any more."""
    language = offered(language)
    with speaking(language):  # what goes on paper is theirs to read
        card = _card(made) if made.code else ""
        questions = _questions(made, FOLLOWS[journey.code], language) if made.invitation else None
    return render_template(
        "staff/record/done.html",
        reference=format_reference(made.reference),
        case_url=url_for("staff_case.case", reference=made.reference),
        language=language,
        rtl=runs_right_to_left(language),
        card=card,
        questions=questions,
    )


def _card(made: Recorded) -> Markup:
    assert made.code
    card = get_template_attribute("parts/cards.html", "receipt_card")
    name = current_app.extensions["portal.authority"].name
    return cast(Markup, card(format_reference(made.reference), made.code.words, made.code.digits, name))


def _questions(made: Recorded, after: Journey, language: str) -> Mapping[str, Any]:
    """What the questions about them are, where, and the code that begins them."""
    address = f"{current_app.config['PORTAL'].public_url}/{language}/{after.path}"
    code = format_reference(made.invitation)
    return {
        "heading": translated(after.start.heading),
        "lines": [translated(line.text) for line in after.start.text],
        "where": translated(WHERE),
        "address": address.partition("://")[2],
        "label": translated(CODE),
        "code": code,
        "square": square(f"{address}?k={code}", sized=True),
    }


def _how_it_came(what: What) -> HowItCame:
    start = {
        "received_on": clock.today(), "written_in": "en", "method": Method.TELEPHONE.value,
        "what": what.value,
    }  # fmt: skip
    form = HowItCame(data=start)
    on = {one.code for one in switched_on()} | {"en"}
    form.written_in.choices = [
        SelectChoice(code, one.english) for code, one in KNOWN.items() if code in on and code != "eo"
    ]
    return form


def _wrong(came: HowItCame, form: PageForm) -> list[tuple[str, str]]:
    """What has to be mended, at its field and for the summary: how it came, the story, and what cannot be read."""
    came.validate_on_submit()
    form.validate()
    if came.csrf_token.errors:
        came.method.errors = [OPEN_LONG]
    if _bad_day(came.received_on.data):
        came.received_on.errors = ["Write the day it arrived, like 3 12 2026. It cannot lie ahead, or before 2015."]
    answers = form.answers()
    for question in form.questions:
        words = fault(question, answers.get(question.key)) if answers.get(question.key) else ""
        form[question.key].errors = [say(words)] if words else []
    story = next(question for question in form.questions if question.key == STORY)
    if not any(answers.get(key) for key in (STORY, *story.instead)):
        form[STORY].errors = ["Write what happened. Their own words are best."]
    asked = (came.what, came.method, came.point, came.received_on, came.written_in)
    fields = (*asked, *(form[q.key] for q in form.questions))
    return [(field.id, str(field.errors[0])) for field in fields if field.errors]


def _bad_day(day: date | None) -> bool:
    try:
        refuse_day(day) if day else None
    except NotADayItCame:
        return True
    return day is None


def _sections(journey: Journey) -> list[Section]:
    """Every page's questions once. Asking for a call today is left out: whoever records this can call at once."""
    return [Section(page.heading, page.questions) for page in journey.pages if page.questions and page.layout != "help"]
