"""Questions about whoever has just sent something: after the receipt, kept apart from it, sent from their last page."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.equality import EQUALITY
from portal.domain.journeys.pages import Journey
from portal.public import journeys
from portal.services.answering_about_oneself import receipt_for
from portal.web.doors import Door, door


def start(journey: Journey) -> str:
    """What the questions are for; it costs no query."""
    came = request.args.get("f", "")
    return render_template(
        "public/journeys/equality_start.html",
        theme=journey.audience,
        journey=journey,
        first_url=url_for(f"{journey.code}.page", slug=journey.pages[0].slug),
        no_url=url_for(f"{came}.done") if came in JOURNEYS else url_for("home.index"),
    )


def page(journey: Journey, slug: str) -> str | Response:
    return journeys.page(journey, slug) if _asked(journey) else redirect(url_for(f"{journey.code}.start"))


def answer(journey: Journey, slug: str) -> str | Response:
    return journeys.answer(journey, slug) if _asked(journey) else redirect(url_for(f"{journey.code}.start"))


def done(journey: Journey) -> str:
    return render_template("public/journeys/equality_done.html", theme=journey.audience, journey=journey)


def _asked(journey: Journey) -> bool:
    """Whether this visitor has just been given a receipt with these questions."""
    return receipt_for(session.visitor, journey.code) is not None  # type: ignore[attr-defined]


ROUTES: tuple[tuple[str, str, str, Callable[..., Any], Door], ...] = (
    ("GET", "", "start", start, Door.ANYONE),
    ("GET", "/<slug>", "page", page, Door.WRITER),
    ("POST", "/<slug>", "answer", answer, Door.WRITER),
    ("GET", "/done", "done", done, Door.ANYONE),
    ("POST", "/alive", "alive", journeys.alive, Door.WRITER),
)


def _serve(journey: Journey) -> Blueprint:
    blueprint = Blueprint(journey.code, __name__, url_prefix=f"/<lang>/{journey.path}")
    for method, rule, endpoint, view, who in ROUTES:
        blueprint.add_url_rule(rule, endpoint, door(who)(partial(view, journey)), methods=[method])
    return blueprint


blueprints = tuple(_serve(journey) for journey in EQUALITY.values())
