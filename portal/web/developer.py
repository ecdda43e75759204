"""Letters to read in development, where there is no mail server to send them to. Never there in production."""

from flask import Blueprint, Flask, abort, render_template, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from portal.clock import in_london
from portal.extensions import db
from portal.records.letters import Letter
from portal.web.doors import Door, door

MOST = 200
THIS_MACHINE = {"127.0.0.1", "::1"}

blueprint = Blueprint("developer", __name__, url_prefix="/dev")


def open(app: Flask) -> None:
    """Open this page when the portal runs in development without a mail server; otherwise there is none."""
    settings = app.config["PORTAL"]
    if not settings.production and not settings.mail_url:
        app.register_blueprint(blueprint)


@blueprint.before_request
def only_here() -> Response | None:
    """Only for somebody who sits at this machine."""
    if request.remote_addr not in THIS_MACHINE:
        abort(404)
    return None


@blueprint.get("/letters")
@door(Door.DEVELOPER)
def letters() -> str:
    """Every letter that was written, newest first."""
    written = db.session.scalars(select(Letter).order_by(Letter.written_at.desc(), Letter.id.desc()).limit(MOST)).all()
    shown = [
        {
            "id": letter.id,
            "when": f"{in_london(letter.written_at):%-d %B %Y, %H:%M}",
            "state": letter.state.label,
            "kind": letter.kind,
            "language": letter.language,
            **letter.content,
        }
        for letter in written
    ]
    return render_template("developer/letters.html", letters=shown, most=MOST)
