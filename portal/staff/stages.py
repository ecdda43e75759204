"""Why something is due when it is, on any day that is asked about; and more time, pauses, and mistakes put right."""

from collections.abc import Callable, Sequence
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.clock_events import Agreed, ClockRefusal, ExtensionBeyondMaximum, ExtensionTooLate
from portal.domain.clock_reading import Reading
from portal.domain.clock_rules import PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.ombudsman_warnings import danger_of, read_first
from portal.records.cases import Case
from portal.records.clock_entries import ClockEntry, What, clock_entries_of
from portal.services import proceeding_clocks as clocks
from portal.services.case_writing import NotLikeThis
from portal.services.letter_beginning import begun
from portal.services.letter_composing import closed, refuse_gaps
from portal.services.officers import all_officers
from portal.services.proceeding_clocks import UNDOABLE, NotOpenAnyMore, answering
from portal.services.telling import would_tell
from portal.staff.case import head
from portal.staff.explaining import AGREED, PAUSES, explained
from portal.staff.guard import me, the_case
from portal.staff.letter_page import CHANGE, SEND, checked, preview
from portal.staff.messages import LONGEST, MOVED_ON, OPEN_LONG
from portal.staff.wrong import REFUSED, say_at
from portal.web.doors import door
from portal.web.text import day, plain

blueprint = Blueprint("staff_stages", __name__, url_prefix="/staff/cases/<reference>")


class MoreTime(FlaskForm):
    """The new day, why, whether they agree, and what we tell them."""

    to = DateField("The new day")
    reason = StringField("Why we need longer")
    agreed = SelectField("Does the person agree?", choices=[SelectChoice(one.value, AGREED[one]) for one in Agreed])
    words = TextAreaField("What we tell them")


class Still(FlaskForm):
    """Why the clock stands still."""

    why = SelectField("What we wait for")
    evidence = StringField("Which advocate, court or process")
    words = TextAreaField("What we tell them")


class Again(FlaskForm):
    """The clock runs again."""

    words = TextAreaField("What we tell them")


class Mistake(FlaskForm):
    """Why an entry was a mistake."""

    why = StringField("Why it was a mistake")


@blueprint.get("/dates")
@door(Action.READ_DATES)
def dates() -> str:
    """Every clock of the case, as it stood at the end of a day."""
    case, as_at = the_case(), _as_at()
    names = {one.id: one.name for one in all_officers()}
    entries = [entry for entry in clock_entries_of(case.id) if entry.clock is answering(case)]
    movable = me().may(Action.MOVE_DATES, case) and case.state in clocks.OPEN
    readings = _readings(case, as_at)
    return render_template(
        "staff/stages/dates.html",
        **head(),
        as_at=as_at,
        begins=_from(case),
        counting=clock.today() >= case.effective_on,
        clocks=[explained(reading) for reading in readings or ()],
        countable=readings is not None,
        entries=[(_told(entry, names), _undo_url(case, place, entry) if movable else "") for place, entry in
                 _standing(entries)],
        movable=movable,
        still=movable and clocks.ledgers(case.id)[answering(case)].reading(_from(case)).paused if entries else False,
    )  # fmt: skip


@blueprint.route("/dates/more-time", methods=["GET", "POST"])
@door(Action.MOVE_DATES)
def extend() -> str | Response:
    """The answer needs longer than we said."""
    case = the_case()
    start = begun(case, LetterKind.MORE_TIME, me().public_name)
    form = MoreTime(data={"to": case.due_max_on, "words": start.words})
    reason, words = plain(form.reason.data or "", 500), plain(form.words.data or "", LONGEST)
    ready = _filled(form, reason=reason, words=words, to=form.to.data)
    if ready and form.to.data:
        to, agreed = form.to.data, Agreed(form.agreed.data)
        whole = closed(case, LetterKind.MORE_TIME, words, to)
        if done := _try(form, "to", lambda: clocks.extend(case.id, me().id, to, reason, agreed, whole), "More time."):
            return done
    latest, danger = day(the_case().due_max_on), danger_of("extend", the_case().step, suggested="")
    warned = read_first(danger) if danger else ()
    return render_template(
        "staff/stages/extend.html", **head(), form=form, latest=latest, english=start.english, warned=warned
    )


@blueprint.route("/dates/pause", methods=["GET", "POST"])
@door(Action.MOVE_DATES)
def pause() -> str | Response:
    """The answer's clock stands still, for one of the few reasons the law knows."""
    case = the_case()
    form = Still()
    allowed = [one for one in PauseReason if one in clocks.pauses_allowed(case)]
    form.why.choices = [SelectChoice(one.value, PAUSES[one]) for one in allowed]
    evidence, words = plain(form.evidence.data or "", 500), plain(form.words.data or "", LONGEST)
    if _filled(form, evidence=evidence, words=words):
        why = PauseReason(form.why.data)
        if done := _try(form, "why", lambda: clocks.pause(case.id, me().id, why, evidence, words), "It stands still."):
            return done
    return render_template("staff/stages/pause.html", **head(), form=form)


@blueprint.route("/dates/go-on", methods=["GET", "POST"])
@door(Action.MOVE_DATES)
def resume() -> str | Response:
    """The answer's clock runs again."""
    case, form = the_case(), Again()
    words = plain(form.words.data or "", LONGEST)
    if _filled(form, words=words) and (
        done := _try(form, "words", lambda: clocks.resume(case.id, me().id, words), "The clock runs again.")
    ):
        return done
    return render_template("staff/stages/resume.html", **head(), form=form)


@blueprint.route("/dates/mistakes/<int:place>", methods=["GET", "POST"])
@door(Action.MOVE_DATES)
def undo(place: int) -> str | Response:
    """An entry was a mistake: the dates become what they were."""
    case, form = the_case(), Mistake()
    why = plain(form.why.data or "", 500)
    if _filled(form, why=why) and (
        done := _try(form, "why", lambda: clocks.undo(case.id, me().id, place, why), "Undone. The dates are as before.")
    ):
        return done
    return render_template("staff/stages/undo.html", **head(), form=form)


def _readings(case: Case, as_at: date) -> Sequence[Reading] | None:
    """None, with a word about it, on a day that cannot be counted to."""
    try:
        return clocks.readings(case.id, as_at)
    except BeyondKnownHolidays:
        flash("The bank holidays of that year are not known yet, so nothing can be counted there.", REFUSED)
        return None


def _standing(entries: Sequence[ClockEntry]) -> list[tuple[int, ClockEntry]]:
    """The entries with their places, without those that were undone and the undoing itself."""
    gone = {entry.which for entry in entries if entry.what is What.UNDONE}
    return [(at, entry) for at, entry in enumerate(entries) if at not in gone and entry.what is not What.UNDONE]


def _undo_url(case: Case, place: int, entry: ClockEntry) -> str:
    if entry.what not in UNDOABLE:
        return ""
    return url_for("staff_stages.undo", reference=case.reference, place=place)


def _told(entry: ClockEntry, names: dict[int, str]) -> str:
    who = names.get(entry.officer_id or 0, "")
    return f"{entry.what.label}, {day(entry.counts_on)}" + (f" ({who})" if who else "")


def _filled(form: FlaskForm, **typed: object) -> bool:
    """Whether the form was sent with everything it needs; what is missing is told at its field."""
    if not form.is_submitted() or request.form.get("do") == CHANGE:
        return False
    signed = form.validate_on_submit()
    empty = [name for name, value in typed.items() if not value]
    for name in empty:
        form[name].errors = ["Fill this in: it is kept with the case."]
    if "csrf_token" in form.errors and not empty:
        form[next(iter(typed))].errors = [OPEN_LONG]
    return signed and not empty


def _try(form: FlaskForm, name: str, verb: Callable[[], None], done: str) -> str | Response | None:
    """Show its letter once more, or do it and go back to the dates; a refusal is told at the field."""
    try:
        told = () if request.form.get("do") == SEND else would_tell(verb)
        if told:
            refuse_gaps(told[-1].words)
            return preview(told[-1], done)
        checked()
        verb()
    except NotLikeThis as wrong:
        say_at(form, str(wrong), wrong.field or "words")
        return None
    except NotOpenAnyMore:
        flash(MOVED_ON, REFUSED)
    except ExtensionBeyondMaximum as refused:
        form[name].errors = [f"The longest time allowed ends on {day(refused.latest)}."]
        return None
    except ExtensionTooLate:
        form[name].errors = ["The day has passed already, so there is nothing to extend. Answer as soon as you can."]
        return None
    except (ClockRefusal, BeyondKnownHolidays) as refused:
        form[name].errors = [str(refused)]
        return None
    else:
        flash(done)
    return redirect(url_for("staff_stages.dates", reference=the_case().reference))


def _as_at() -> date:
    try:
        return date.fromisoformat(request.args.get("as_at", ""))
    except ValueError:
        return _from(the_case())


def _from(case: Case) -> date:
    """Today, or the first working day of something that came at a weekend."""
    return max(clock.today(), case.effective_on)
