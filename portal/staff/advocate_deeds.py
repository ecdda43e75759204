"""What the advocacy provider does with a request: take it on, name the advocate, note tries, turn it down, finish."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from portal import clock
from portal.domain.access import Action
from portal.domain.advocates import Cannot, Standing, Tried
from portal.services import advocating as verbs
from portal.services import looking
from portal.staff.advocacy import name_of, one_of_ours, reaching
from portal.staff.guard import me
from portal.staff.papers import BOTH, Day, kept, pick, pressed, text
from portal.staff.wrong import REFUSED
from portal.web.doors import door

blueprint = Blueprint("staff_advocate_deeds", __name__, url_prefix="/staff/advocacy/<int:number>")

FIRST_NAME = "The advocate’s first name"
OUT_OF_TURN = "Nothing was changed: somebody has done this already, or it is not time for it yet."
TOLD, UNTOLD = "They were told.", "They have no code to read it with: tell them yourselves."
LEFT_TO_COUNCIL = "They have no code to read it with, so the council has to tell them."
REASONS = [SelectChoice("", "Pick one"), *(SelectChoice(one.value, one.label) for one in Cannot)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks in its heading and on its button, and what is said when it is done."""

    heading: str
    press: str
    done: str
    told: str = ""
    untold: str = ""  # said instead where the person has no code to read our letter with


class TakeOnForm(FlaskForm):
    """The request is taken on."""

    advocate = StringField(FIRST_NAME, description="They are told it. Leave this empty if nobody is found yet.")


class NameForm(FlaskForm):
    """Somebody is found."""

    advocate = StringField(FIRST_NAME, description="They are told it.")


class TryForm(FlaskForm):
    """A try to make contact."""

    how = pick("How you tried", Tried)
    on = Day("The day")
    reached = BooleanField("I reached them", description="The clock of the first contact stops.")
    note = TextAreaField("A note for your own desk", description="The council never sees it.")


class TurnDownForm(FlaskForm):
    """It cannot be taken on."""

    reason = SelectField(
        "Why",
        choices=REASONS,
        validators=[InputRequired("Pick why.")],
        description="They are told kindly, and the council looks for another way.",
    )


@blueprint.errorhandler(verbs.OutOfTurn)
def out_of_turn(_: verbs.OutOfTurn) -> Response:
    """Show where it stands now."""
    flash(OUT_OF_TURN, REFUSED)
    return redirect(_back((request.view_args or {})["number"]))


@blueprint.route("/take-on", methods=BOTH)
@door(Action.ADVOCATES)
def take_on(number: int) -> str | Response:
    """Say yes."""
    form, asked = TakeOnForm(), Asked("Take it on", "Take it on", "Taken on.", TOLD, UNTOLD)
    return _deed(number, verbs.TO_TAKE_ON, form, asked, lambda: verbs.take_on(number, me().id, text(form.advocate)))


@blueprint.route("/advocate", methods=BOTH)
@door(Action.ADVOCATES)
def advocate(number: int) -> str | Response:
    """Say who it is."""
    form = NameForm(data={"advocate": one_of_ours(number).advocate or ""})
    asked = Asked("Who the advocate is", "Keep it", "Kept.", TOLD, UNTOLD)
    return _deed(number, verbs.TAKEN_ON, form, asked, lambda: verbs.name_advocate(number, me().id, text(form.advocate)))


@blueprint.route("/try", methods=BOTH)
@door(Action.ADVOCATES)
def tried(number: int) -> str | Response:
    """Keep a try to make contact."""
    form = TryForm(data={"on": clock.today()})

    def verb() -> None:
        found = verbs.Try(Tried(form.how.data), form.on.day, bool(form.reached.data), text(form.note))
        verbs.note_try(number, me().id, found)

    return _deed(number, verbs.TAKEN_ON, form, Asked("A try to get in touch", "Keep it", "Kept."), verb)


@blueprint.route("/turn-down", methods=BOTH)
@door(Action.ADVOCATES)
def turn_down(number: int) -> str | Response:
    """Say no, with a reason."""
    form, done = TurnDownForm(), "Kept. What was passed on is deleted."
    asked = Asked("We cannot take it on", "Tell them", done, "They were told kindly.", LEFT_TO_COUNCIL)
    return _deed(
        number, verbs.TO_TURN_DOWN, form, asked, lambda: verbs.turn_down(number, me().id, Cannot(form.reason.data))
    )


@blueprint.post("/finish")
@door(Action.ADVOCATES)
def finish(number: int) -> Response:
    """The help came to its end."""
    one_of_ours(number)
    return pressed(lambda: verbs.finish(number, me().id), "Finished. What was passed on is deleted.", _back(number))


def _back(number: int) -> str:
    return url_for("staff_advocacy.request", number=number)


def _deed(
    number: int, stands: Collection[Standing], form: FlaskForm, asked: Asked, verb: Callable[[], None]
) -> str | Response:
    """Do it and lead back, or show the form; the page says how to reach them, so it is kept as looked at."""
    row = one_of_ours(number)
    told = asked.told if row.case.code_hash else asked.untold
    if done := kept(form, verb, f"{asked.done} {told}".strip(), _back(number)):
        return done
    if row.standing not in stands:
        raise verbs.OutOfTurn
    looking.saw(Action.ADVOCATES, me().id, row.case_id)
    return render_template(
        "staff/advocacy/form.html", form=form, heading=asked.heading, press=asked.press, back_url=_back(number),
        said=name_of(row.passed_on or {}), banner=reaching(row),
    )  # fmt: skip
