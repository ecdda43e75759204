"""The front door: which way in, for whom."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from portal.web.doors import Door, door
from portal.web.language import preferred

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@door(Door.ANYONE)
def root() -> Response:
    """Choose the language once, from what the browser asks for; nothing is remembered."""
    return redirect(url_for("home.index", lang=preferred()))


@blueprint.get("/<lang>/")
@door(Door.ANYONE)
def index() -> str:
    return render_template("public/home/index.html", theme="child")
