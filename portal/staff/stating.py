"""The statement of complaint, the teams that a case concerns, and the cases it belongs with."""

from flask import Blueprint
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField, StringField, TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.records.concerns import statements_of, teams_of
from portal.services import stating
from portal.services.stating import LinkKind, Said
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Day, form_page, here, kept, other_case, pick, team_choices, text
from portal.web.doors import door
from portal.web.fields import Ticks

blueprint = Blueprint("staff_stating", __name__, url_prefix="/staff/cases/<reference>")

BACK = "staff_concerns.concerns"


class StatementForm(FlaskForm):
    """One version."""

    words = TextAreaField("The statement", description="What the complaint is about, and what the person wants.")
    agreed = BooleanField("The person has agreed to these words today")


class AgreeForm(FlaskForm):
    """When the person agreed."""

    on = Day("The day they agreed")


class TeamsForm(FlaskForm):
    """Who counts it and who shares it."""

    primary = SelectField("Team that counts it", description="A complaint is counted once, under this team.")
    sharing = Ticks("Teams that share it", validate_choice=False)


class LinkForm(FlaskForm):
    """The other case, and why."""

    number = StringField("Number of the other case", description="Like 7KQM-3W9C.")
    kind = pick("Why they belong together", LinkKind)


@blueprint.route("/statement", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def statement() -> str | Response:
    """A new version, which begins as the last one."""
    newest = next(iter(statements_of(the_case().id)), None)
    form, back = StatementForm(data={"words": newest.words if newest else ""}), here(BACK)

    def verb() -> None:
        stating.write_statement(the_case().id, me().id, text(form.words, 20_000), Said(form.agreed.data))

    return kept(form, verb, "Kept.", back) or form_page(form, "Statement of complaint", "Keep this version", back)


@blueprint.route("/statement/agree", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def agree() -> str | Response:
    """The newest version is what the person means."""
    form, back = AgreeForm(data={"on": clock.today()}), here(BACK)
    done = kept(form, lambda: stating.agree_statement(the_case().id, me().id, form.on.day), "Agreed.", back)
    return done or form_page(form, "The person agreed to the statement", "They agreed", back)


@blueprint.route("/teams", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def teams() -> str | Response:
    """Which teams it concerns."""
    now = teams_of(the_case().id)
    start = {"primary": next((one.team for one in now if one.primary), "")}
    form, back = TeamsForm(data={**start, "sharing": [one.team for one in now if not one.primary]}), here(BACK)
    form.primary.choices = form.sharing.choices = team_choices(the_case())

    def verb() -> None:
        stating.set_teams(the_case().id, me().id, form.primary.data, form.sharing.data or [])

    return kept(form, verb, "Kept.", back) or form_page(form, "Teams", "Keep the teams", back)


@blueprint.route("/link", methods=BOTH)
@door(Action.EDIT_CONCERNS)
def link() -> str | Response:
    """Brothers and sisters, or the same matter."""
    form, back = LinkForm(), here(BACK)

    def verb() -> None:
        stating.link(the_case().id, me().id, other_case(text(form.number, 40)).id, LinkKind(form.kind.data))

    return kept(form, verb, "Linked.", back) or form_page(form, "Link a case", "Link them", back)
