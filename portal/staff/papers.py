"""The furniture of the pages on what a case was about: lists in sections, forms, and keeping what a form says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask import abort, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from portal.domain.access import Action
from portal.domain.references import BadReference, parse_reference
from portal.domain.words import Worded
from portal.records.cases import Case, case_by_reference
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.concerns import year_of
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.messages import OPEN_LONG
from portal.staff.wrong import REFUSED, say_at, say_wrong
from portal.web.fields import OneOf, Ticks
from portal.web.text import authority, plain

WHEN = "Write the day, like 3 12 2026."
BOTH = ["GET", "POST"]


@dataclass(frozen=True, slots=True)
class Link:
    """One thing to do; `post` draws a button that does it at once."""

    url: str
    words: str
    post: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a section; `quote` is somebody's own words."""

    title: str
    lines: Sequence[str] = ()
    quote: str = ""
    tags: Sequence[tuple[str, str]] = ()
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows and what can be added."""

    title: str
    entries: Sequence[Entry] = ()
    links: Sequence[Link] = ()
    empty: str = "Nothing yet."


class Nothing(FlaskForm):
    """A button alone."""


class Day(DateField):
    """A day, typed or picked; one that may be left out is `needed=False`."""

    def __init__(self, label: str, needed: bool = True, description: str = "", **kwargs: object) -> None:
        self.needed = needed
        super().__init__(label, format=["%Y-%m-%d", "%d %m %Y", "%d/%m/%Y"], description=description, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(WHEN) from None

    def pre_validate(self, form: object) -> None:
        if self.needed and self.data is None and not self.process_errors:
            raise ValidationError(WHEN)

    @property
    def day(self) -> date:
        """The day of a form that was found right."""
        assert self.data is not None
        return self.data


def pick(label: str, words: Iterable[Worded], description: str = "") -> SelectField:
    """A list of a vocabulary's words."""
    choices = [SelectChoice(one.value, one.label) for one in words]
    return SelectField(label, choices=choices, description=description)


def several(label: str, words: type[Worded], description: str = "") -> Ticks:
    """Tick boxes of a vocabulary's words."""
    choices = [SelectChoice(one.value, one.label) for one in words]
    return Ticks(label, choices=choices, validate_choice=False, description=description)


def one_of(label: str, choices: Sequence[tuple[str, str]], description: str = "") -> OneOf:
    """Round buttons."""
    made = [SelectChoice(code, words) for code, words in choices]
    return OneOf(label, choices=made, validate_choice=False, description=description)


def text(field: StringField | TextAreaField, most: int = 10_000) -> str:
    """What was typed into a box, as plain text."""
    return plain(field.data or "", most)


def team_choices(case: Case, nothing: str = "") -> list[SelectChoice]:
    """The teams of the case's year, with those above them; `nothing` heads the list with an empty choice."""
    found = [("", nothing)] if nothing else []
    teams, year = authority().teams, year_of(case)
    found += [(one.code, ": ".join(up.label for up in teams.path(one.code, year))) for one in teams.valid_in(year)]
    return [SelectChoice(code, words) for code, words in found]


def label_of(words: type[StrEnum], code: str) -> str:
    """The label of a stored code."""
    return str(getattr(words(code), "label", code))


def other_case(typed: str, field: str = "number") -> Case:
    """The case with the number in this field; what this officer may not read does not exist. Raises `NotLikeThis`."""
    try:
        found = case_by_reference(parse_reference(typed))
    except BadReference:
        found = None
    if found is None or not me().may(Action.READ_CASE, found):
        raise NotLikeThis("There is no case with this number. It looks like 7KQM-3W9C.", field)
    return found


def here(endpoint: str, **values: object) -> str:
    """The address of a page about this case."""
    return url_for(endpoint, reference=the_case().reference, **values)  # type: ignore[arg-type]


def list_page(heading: str, sections: Sequence[Section]) -> str:
    """Everything of one kind that is known about a case."""
    return render_template("staff/papers/list.html", **head(), heading=heading, sections=sections)


def form_page(
    form: FlaskForm, heading: str, press: str, back: str, said: str | Sequence[str] = "", english: str = ""
) -> str:
    """One form about a case; `english` is what a letter in another language says."""
    context = head()
    return render_template(
        "staff/papers/form.html", **context, form=form, heading=heading, press=press, back_url=back, said=said,
        english=english,
    )  # fmt: skip


def kept(form: FlaskForm, verb: Callable[[], object], done: str, back: str) -> Response | None:
    """Do what a form that was sent asks for and lead back; None shows it (again), with what is wrong."""
    if not form.is_submitted():
        return None
    if not form.validate():
        if "csrf_token" in form.errors:
            say_at(form, OPEN_LONG)
        return None
    try:
        verb()
    except NotThere:
        abort(404)
    except NotLikeThis as wrong:
        say_wrong(form, wrong)
        return None
    flash(done)
    return redirect(back)


def pressed(verb: Callable[[], object], done: str, back: str) -> Response:
    """Do what a button asks for and lead back."""
    if not Nothing().validate_on_submit():
        abort(400)
    try:
        verb()
    except NotThere:
        abort(404)
    except NotLikeThis as wrong:
        flash(str(wrong), REFUSED)
    else:
        flash(done)
    return redirect(back)
