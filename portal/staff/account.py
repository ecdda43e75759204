"""One's own account, and for those who watch over privacy: who opened which case."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for

from portal.clock import in_london
from portal.domain.access import Action
from portal.domain.references import format_reference
from portal.records.views import View, latest_views
from portal.staff.due import short
from portal.staff.guard import me
from portal.web.doors import door

blueprint = Blueprint("staff_account", __name__, url_prefix="/staff/account")

PAGE = 100


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening of one case."""

    when: str
    officer: str
    reference: str


@blueprint.get("")
@door(Action.OWN_ACCOUNT)
def account() -> str:
    """Who I am here, what I may do, and how I sign in."""
    roles = sorted(role.label for role in me().roles)
    return render_template("staff/account.html", roles=roles, reads=me().may(Action.READ_INBOX))


@blueprint.get("/views")
@door(Action.READ_VIEWS)
def views() -> str:
    """The log of openings, newest first."""
    asked = request.args.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    found = latest_views(before, PAGE + 1)
    rows = [_opening(*one) for one in found[:PAGE]]
    later = url_for("staff_account.views", before=found[PAGE - 1][0].id) if len(found) > PAGE else ""
    return render_template("staff/account/views.html", rows=rows, later_url=later)


def _opening(view: View, officer: str, reference: str) -> Opening:
    moment = in_london(view.at)
    return Opening(f"{short(moment.date())}, {moment:%H:%M}", officer, format_reference(reference))
