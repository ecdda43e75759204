"""Coming back to a form that was saved: its code opens it, and nothing else does."""

from flask import Blueprint, redirect, render_template, session, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from portal.domain.journeys import JOURNEYS
from portal.domain.references import BadCode, parse_code
from portal.domain.wording import N_
from portal.services import drafting, throttling
from portal.web.doors import Door, door
from portal.web.language import language
from portal.web.network import network
from portal.web.text import say
from portal.web.trouble import code_trouble

blueprint = Blueprint("saved", __name__, url_prefix="/<lang>/back")

OPEN_TOO_LONG = N_("This page was open for a long time. Press the button once more.")
TOO_MANY = N_("That is a lot of tries at once. Please wait a while and try again.")
NOT_THERE = N_(
    "We cannot find anything under that code. We keep a saved form for 14 days. Check each word and try again."
)
TRIES_AN_HOUR = 60


class CodeForm(FlaskForm):
    """The code of a saved form."""

    code = StringField(N_("The code you were given"))


@blueprint.get("")
@door(Door.WRITER)
def back() -> str:
    return _shown(CodeForm())


@blueprint.post("")
@door(Door.WRITER)
def carry_on() -> str | Response:
    form = CodeForm()
    if not form.validate_on_submit():
        return _shown(form, say(OPEN_TOO_LONG))
    try:
        code = parse_code(form.code.data or "")
    except BadCode as wrong:
        return _shown(form, code_trouble(wrong))
    if throttling.count("saved", network()) > TRIES_AN_HOUR:
        return _shown(form, say(TOO_MANY))
    try:
        writer = drafting.take_up(code, session.visitor or b"", language().code)  # type: ignore[attr-defined]
    except drafting.NothingSaved:
        return _shown(form, say(NOT_THERE))
    return redirect(_where(writer))


def _where(writer: drafting.Writer) -> str:
    """The first page of the way on which nothing was answered yet, or the check page."""
    journey = JOURNEYS[writer.journey]
    draft = drafting.open_draft(writer.visitor, writer.journey)
    answers = draft.answers if draft else {}
    for page in journey.route(writer.way, answers):
        if not any(answers.get(question.key) for question in page.questions):
            return url_for(f"{journey.code}.page", slug=page.slug)
    last = journey.route(writer.way, answers)[-1].slug
    return url_for(f"{journey.code}.page", slug=last) if journey.sends.folded else url_for(f"{journey.code}.check")


def _shown(form: CodeForm, trouble: str = "") -> str:
    form.code.label.text = say(form.code.label.text)
    if trouble:
        form.code.errors = [trouble]
    return render_template(
        "public/saved/back.html", theme="child", form=form, errors=[(form.code.id, trouble)] if trouble else []
    )
