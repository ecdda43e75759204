"""Where somebody speaks for a child: the child says that they agree to it, or goes on alone."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from portal.domain.speaking import Holder
from portal.public import tracking_words as words
from portal.public.stage import Deed
from portal.public.tracking import BOTH, SAID, not_now, not_open, visitor
from portal.public.tracking_forms import TrackingForm
from portal.public.tracking_looks import look_of
from portal.services import speaking_up, tracking, tracking_deeds
from portal.services.tracking_seen import Seen
from portal.web.doors import Door, door
from portal.web.text import spoken

blueprint = Blueprint("sharing", __name__, url_prefix="/<lang>/t/case")
blueprint.register_error_handler(tracking.NotOpen, not_open)
blueprint.register_error_handler(tracking_deeds.NotNow, not_now)


@blueprint.route("/ok", methods=BOTH)
@door(Door.CODE_HOLDER)
def agree() -> str | Response:
    """The child says that it is what they want."""
    form, seen = TrackingForm(), _childs_view()
    if seen.shared and seen.shared.agreed:
        raise tracking_deeds.NotNow
    if form.sent():
        speaking_up.agree(visitor())
        return redirect(url_for("tracking.case", said=SAID[Deed.AGREE]))
    return _page("agree", form, seen)


@blueprint.route("/alone", methods=BOTH)
@door(Door.CODE_HOLDER)
def alone() -> str | Response:
    """The child goes on alone: the other code stops working, and their own is new."""
    form, seen = TrackingForm(), _childs_view()
    if form.sent():
        speaking_up.cut_link(visitor())
        return redirect(url_for("tracking.change_code", new="1"))
    return _page("alone", form, seen)


def _childs_view() -> Seen:
    """What is open, if it is a child's own view of what somebody sent for them. Raises `NotOpen` and `NotNow`."""
    seen = tracking.see(visitor())
    if seen.holder is not Holder.PERSON or seen.shared is None or seen.shared.cut:
        raise tracking_deeds.NotNow
    return seen


def _page(name: str, form: TrackingForm, seen: Seen) -> str:
    lines = {"agree": words.AGREE_LINES, "alone": words.ALONE_LINES}[name]
    return render_template(
        f"public/tracking/{name}.html",
        **look_of(seen),
        form=form,
        errors=form.faults,
        lines=spoken(lines),
        may_take_back=seen.may_take_back,
    )
