"""Leaving this site fast: everything this visitor was writing or reading is gone, and another site opens."""

from flask import Blueprint, render_template, session
from werkzeug.wrappers import Response

from portal.services import leaving
from portal.web.doors import Door, door
from portal.web.text import authority

blueprint = Blueprint("leaving", __name__)

CLEARED = '"cache", "storage"'
"""Also empties the memory in which browsers keep left pages for their Back button."""


@blueprint.post("/x")
@door(Door.ANYONE)
def leave() -> Response:
    """Needs no form token, so that it works after the visit has ended: all anyone can do here is leave."""
    leaving.leave(session.visitor)  # type: ignore[attr-defined]  # a VisitSession on this site
    session.end()  # type: ignore[attr-defined]
    out = authority().contacts.exit_url
    response = Response(
        render_template("public/information/gone.html", out=out), content_type="text/html; charset=utf-8"
    )
    response.headers["Refresh"] = f"0; url={out}"
    response.headers["Clear-Site-Data"] = CLEARED
    return response


@blueprint.get("/x")
@door(Door.ANYONE)
def ask() -> str:
    """Somebody typed the address, or their browser came back to it."""
    return render_template("public/information/leave.html", theme="child")
