"""One's own account: who I am here, what I may do, how I sign in."""

from flask import Blueprint, render_template

from portal.domain.access import Action
from portal.staff.guard import me
from portal.web.doors import door

blueprint = Blueprint("staff_account", __name__, url_prefix="/staff/account")


@blueprint.get("")
@door(Action.OWN_ACCOUNT)
def account() -> str:
    """Who I am here, what I may do, and how I sign in."""
    roles = sorted(role.label for role in me().roles)
    return render_template("staff/account.html", roles=roles, reads=me().may(Action.READ_INBOX))
