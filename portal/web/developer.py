"""For a developer alone: the letters that went nowhere, and how all pages look. Never there in production."""

from flask import Blueprint, Flask, Response, abort, current_app, render_template, request
from sqlalchemy import select
from werkzeug.wrappers import Response as AnyResponse

from portal.clock import in_london
from portal.extensions import db
from portal.records.letters import Letter
from portal.web import palettes, showcase
from portal.web.doors import Door, door

MOST = 200
THIS_MACHINE = {"127.0.0.1", "::1"}

blueprint = Blueprint("developer", __name__, url_prefix="/dev")


def open(app: Flask) -> None:
    """Open these pages when the portal runs in development without a mail server; otherwise there are none."""
    settings = app.config["PORTAL"]
    if not settings.production and not settings.mail_url:
        app.register_blueprint(blueprint)


@blueprint.before_request
def only_here() -> AnyResponse | None:
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


def _sheet(theme: str) -> str:
    """The stylesheet this look is in, as it is served."""
    name = palettes.SHEETS[theme]
    body: bytes = current_app.extensions["portal.assets"].by_name[name].body
    return body.decode()


@blueprint.get("/style")
@door(Door.DEVELOPER)
def style() -> str:
    """The design system: colours with their contrast, sizes, and the way to every part in every look."""
    looks = {name: palettes.palette(_sheet(theme), theme, scheme) for name, (theme, scheme) in showcase.PAGES.items()}
    colours = {name: found for name, found in looks.items() if not name.startswith("easy")}
    return render_template(
        "developer/style.html",
        colours=colours,
        uses=showcase.COLOURS,
        measured={name: palettes.pairs(found) for name, found in colours.items()},
        sizes={theme: palettes.given(_sheet(theme), theme, "light") for theme in palettes.SHEETS},
        names=palettes.SIZES,
        looks=showcase.LOOKS,
    )


@blueprint.get("/style/<slug>")
@door(Door.DEVELOPER)
def parts(slug: str) -> str | Response:
    """Every part in one look, light or dark whatever the device is set to; with .css, the stylesheet for that."""
    name = slug.removesuffix(".css")
    if name not in showcase.PAGES:
        abort(404)
    theme, scheme = showcase.PAGES[name]
    if name != slug:
        return Response(palettes.in_scheme(_sheet(theme), scheme), mimetype="text/css")
    return render_template("developer/parts.html", theme=theme, scheme=scheme, slug=slug, **showcase.shown())
