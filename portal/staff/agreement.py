"""Somebody speaks for the child: writing down that the child agrees, or that the child wants to go on alone."""

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import Action
from portal.domain.children import HEARD, ConsentHow
from portal.records.speakers import Speaker, speaker_of
from portal.services import speaking_up as verbs
from portal.services.spoken_for import could_read, person_may_be_reached, unchecked
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Day, Entry, Link, Section, form_page, here, kept, list_page, pick, pressed
from portal.staff.spoken import ENDED, spoken
from portal.web.doors import door

blueprint = Blueprint("staff_agreement", __name__, url_prefix="/staff/cases/<reference>/speaker")

BACK = "staff_agreement.speaker"


class AgreementForm(FlaskForm):
    """The child said that they agree."""

    how = pick("How the child said it", HEARD)
    on = Day("The day they said it")


@blueprint.get("")
@door(Action.CHILDREN)
def speaker() -> str:
    """Who it is, and what the child says about it."""
    row, links = _row(), []
    if not verbs.heard(row) and not row.cut:
        links.append(Link(here("staff_agreement.agree"), "The child agrees"))
    if not row.cut:
        links.append(Link(here("staff_agreement.alone"), "The child wants to go on alone", post=True))
    if unchecked(row):
        links.append(Link(here("staff_agreement.check"), "I checked who this is, and that they may act", post=True))
    if the_case().waiting_for_us and not could_read(the_case()):
        links.append(Link(here("staff_agreement.read_out"), "Our words were read out to them", post=True))
    if row.agreed and not person_may_be_reached(row):
        links.append(Link(here("staff_agreement.talk"), "The child says that we may talk to them ourselves", post=True))
    lines = [f"{fact.label}: {fact.value}" for fact in spoken(row)]
    if row.cut_at:
        lines.append(f"Ended {short(clock.in_london(row.cut_at).date())}. The other code opens nothing any more")
    entry = Entry(str(row.details.get("name") or "No name given"), lines)
    return list_page("Who speaks for the child", [Section("As it stands", [entry], links, "")])


@blueprint.route("/agreement", methods=BOTH)
@door(Action.CHILDREN)
def agree() -> str | Response:
    """From now on the team may talk to the child as far as the child agreed to that."""
    if verbs.heard(_row()):
        abort(404)
    form, back = AgreementForm(data={"on": clock.today(), "how": ConsentHow.SPOKEN.value}), here(BACK)

    def verb() -> None:
        verbs.record_agreement(the_case().id, me().id, ConsentHow(form.how.data), form.on.day)

    return kept(form, verb, "Kept.", back) or form_page(form, "The child agrees", "Keep it", back)


@blueprint.post("/alone")
@door(Action.CHILDREN)
def alone() -> Response:
    """Whoever spoke for the child is out at once, and the code they may have seen opens nothing any more."""
    _row()
    return pressed(lambda: verbs.cut_for_child(the_case().id, me().id), ENDED, here("staff_handling.code"))


@blueprint.post("/check")
@door(Action.REPLY)
def check() -> Response:
    """Somebody of the team knows who this is."""
    _row()
    return pressed(lambda: verbs.check_speaker(the_case().id, me().id), "Kept.", here(BACK))


@blueprint.post("/read")
@door(Action.CHILDREN)
def read_out() -> Response:
    """They heard what they could not open."""
    _row()
    return pressed(lambda: verbs.read_out(the_case().id, me().id), "Kept.", here(BACK))


@blueprint.post("/talk")
@door(Action.CHILDREN)
def talk() -> Response:
    """The child lets us talk to them ourselves."""
    _row()
    return pressed(lambda: verbs.talk_to_child(the_case().id, me().id), "Kept.", here(BACK))


def _row() -> Speaker:
    """Who speaks for the child; other cases have no such page."""
    return speaker_of(the_case()) or abort(404)
