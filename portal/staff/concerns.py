"""What a case is about: its concerns in the person's words, what was found, the statement, teams and linked cases."""

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.access import Action
from portal.domain.findings import StatutoryFunction
from portal.records.concerns import Concern, concerns_of
from portal.services import concerns as verbs
from portal.services.case_writing import NotThere
from portal.services.concerns import Head, year_of
from portal.staff.concerned import heads, links, outcomes, path_of, statement, teams
from portal.staff.guard import me, the_case
from portal.staff.papers import (
    BOTH,
    form_page,
    here,
    kept,
    list_page,
    pressed,
    team_choices,
    text,
)
from portal.web.doors import door
from portal.web.fields import Ticks
from portal.web.text import authority

blueprint = Blueprint("staff_concerns", __name__, url_prefix="/staff/cases/<reference>/concerns")

BACK = "staff_concerns.concerns"
FUNCTIONS = [SelectChoice("", "Not said"), *(SelectChoice(one.value, one.label) for one in StatutoryFunction)]


class HeadForm(FlaskForm):
    """One concern."""

    words = TextAreaField("The concern", description="In the person's own words where you can.")
    about = SelectField("What it is about")
    function = SelectField("Function in law, if you know it", choices=FUNCTIONS)
    team = SelectField("Team")

    def head(self) -> Head:
        """What was filled in; a closer description brings what it belongs to with it."""
        code = self.about.data or ""
        term = verbs.term_in(authority().categories, code, year_of(the_case()))
        top = term.parent if term and term.parent else code
        below = code if top != code else ""
        return Head(text(self.words), top, below, self.function.data or "", self.team.data or "")


class SplitForm(FlaskForm):
    """The parts of a concern that was several."""

    first = TextAreaField("First concern")
    second = TextAreaField("Second concern")
    third = TextAreaField("Third concern, if there is one")
    fourth = TextAreaField("Fourth concern, if there is one")


class MergeForm(FlaskForm):
    """What goes into a concern."""

    others = Ticks("Put these into it", validate_choice=False)


@blueprint.get("")
@door(Action.READ_CONCERNS)
def concerns() -> str:
    """All of it on one page."""
    return list_page("Concerns and outcomes", [heads(), *outcomes(), statement(), teams(), links()])


@blueprint.route("/new", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def new() -> str | Response:
    """One more."""
    form, back = _head_form(None), here(BACK)
    done = kept(form, lambda: verbs.add(the_case().id, me().id, form.head()), "The concern is written down.", back)
    return done or form_page(form, "Write down a concern", "Keep the concern", back)


@blueprint.route("/<int:number>", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def change(number: int) -> str | Response:
    """Put it right."""
    form, back = _head_form(_one(number)), here(BACK)
    done = kept(form, lambda: verbs.change(the_case().id, me().id, number, form.head()), "Changed.", back)
    return done or form_page(form, f"Change concern {number}", "Keep the change", back)


@blueprint.post("/<int:number>/primary")
@door(Action.EDIT_CONCERNS)
def primary(number: int) -> Response:
    """The case is counted under this one."""
    return pressed(lambda: verbs.make_primary(the_case().id, me().id, number), "Changed.", here(BACK))


@blueprint.route("/<int:number>/split", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def split(number: int) -> str | Response:
    """Several in place of one."""
    form, back = SplitForm(data={"first": _one(number).words}), here(BACK)
    boxes = (form.first, form.second, form.third, form.fourth)

    def verb() -> None:
        verbs.split(the_case().id, me().id, number, [words for box in boxes if (words := text(box))])

    return kept(form, verb, "Split.", back) or form_page(form, f"Split concern {number}", "Split it", back)


@blueprint.route("/<int:number>/merge", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def merge(number: int) -> str | Response:
    """One in place of several."""
    _one(number)
    form, back = MergeForm(), here(BACK)
    others = [one for one in concerns_of(the_case().id) if one.number != number]
    form.others.choices = [SelectChoice(str(one.number), f"{one.number}: {one.words[:80]}") for one in others]

    def verb() -> None:
        verbs.merge(the_case().id, me().id, number, [int(one) for one in form.others.data or []])

    said = f"The words of the others come after those of concern {number}, and they end."
    return kept(form, verb, "Put together.", back) or form_page(
        form, f"Put others into concern {number}", "Put them together", back, said
    )


def _one(number: int) -> Concern:
    try:
        return verbs.standing(the_case().id, number)
    except NotThere:
        abort(404)


def _head_form(concern: Concern | None) -> HeadForm:
    start = {"about": "", "function": "", "team": "", "words": ""}
    if concern:
        start = {"about": concern.subcategory or concern.category, "function": concern.function or ""}
        start |= {"team": concern.team or "", "words": concern.words}
    form, year, terms = HeadForm(data=start), year_of(the_case()), authority().categories
    form.about.choices = [SelectChoice("", "Pick from the list")] + [
        SelectChoice(term.code, path_of(terms, term.code)) for term in terms.valid_in(year)
    ]
    form.team.choices = team_choices(the_case(), "Not said")
    return form
