"""When something goes wrong: a page in the person's language that says what to do next, and never what they typed."""

from flask import Flask, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

SPOKEN = {400, 403, 404, 405, 413, 429, 500, 503}
"""Errors with words of their own; any other is told as its nearest relation."""


def answer_kindly(app: Flask) -> None:
    """Answer every error with a page of the site it happened on."""

    @app.errorhandler(HTTPException)
    def told(error: HTTPException) -> tuple[str, int]:
        if error.code is None or error.code < 400:
            return error.get_response(), error.code or 302  # type: ignore[return-value]  # redirects raised by routing
        return page(error.code), error.code

    @app.errorhandler(InternalServerError)
    def broken(error: InternalServerError) -> tuple[str, int]:
        return page(500), 500


def page(code: int) -> str:
    """The page for an error. Nothing in it comes from the request but the language of its address."""
    first = request.path.strip("/").partition("/")[0]
    if "lang" not in g:
        g.lang = first if first in current_app.config["PORTAL"].languages else "en"
    nearest = code if code in SPOKEN else (500 if code >= 500 else 400)
    served = current_app.config["PORTAL"].sites
    site = "staff" if (first == "staff" and "staff" in served) or "public" not in served else "public"
    return render_template(f"errors/{site}.html", code=nearest)
