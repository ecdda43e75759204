"""The review panel of a case: when and where it meets, and which papers go to whom."""

from collections.abc import Callable

from flask import Blueprint
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField, TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.clock_events import ClockRefusal
from portal.domain.clock_rules import ClockId
from portal.records.reports import panel_of
from portal.services import convening
from portal.services.case_writing import NotLikeThis
from portal.services.proceeding_clocks import ledgers
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Day, form_page, here, kept, text
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_panels", __name__, url_prefix="/staff/cases/<reference>/papers/panel")

BACK = "staff_stage_papers.papers"


class PanelForm(FlaskForm):
    """When and where."""

    meets_on = Day("The day the panel meets", description="The papers have to go out ten working days before.")
    place = StringField("Where", description="The person reads it. A room that can be reached without steps.")


class PapersForm(FlaskForm):
    """What goes to whom."""

    papers = TextAreaField("Which papers", description="Like: the statement, both reports, our decision.")
    readers = TextAreaField(
        "Who gets them", description="The panel, the person and whoever comes with them, and who else."
    )


@blueprint.route("", methods=BOTH)
@door(Action.APPOINT)
def day() -> str | Response:
    """Set it, or move it."""
    panel = panel_of(the_case().id)
    form = PanelForm(data={"meets_on": panel.meets_on, "place": panel.texts["place"]} if panel else {})

    def verb() -> None:
        try:
            convening.set_day(the_case().id, me().id, form.meets_on.day, text(form.place, 300))
        except (ClockRefusal, BeyondKnownHolidays) as refused:
            raise NotLikeThis(str(refused)) from refused

    return _page(form, verb, "Day and place of the panel", "Keep the day", _latest())


@blueprint.route("/papers", methods=BOTH)
@door(Action.APPOINT)
def papers() -> str | Response:
    """List them; that they went is a step of the procedure."""
    panel = panel_of(the_case().id)
    form = PapersForm(data=panel.texts if panel else {})

    def verb() -> None:
        convening.list_papers(the_case().id, me().id, text(form.papers), text(form.readers))

    said = "When they have gone, say so under “Every step in the procedure”: that stops their clock."
    return _page(form, verb, "The papers of the panel", "Keep the list", said)


def _latest() -> str:
    """By when the law wants the panel to meet, once it was asked for."""
    ledger = ledgers(the_case().id).get(ClockId.PANEL)
    if ledger is None or not ledger.events:
        return ""
    due = ledger.reading(max(clock.today(), ledger.events[-1].on)).due
    return f"It has to meet by {day_and_year(due)}."


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, press: str, said: str) -> str | Response:
    back = here(BACK)
    return kept(form, verb, "Kept.", back) or form_page(form, heading, press, back, said)
