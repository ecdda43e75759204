"""Questions about whoever has just sent something: after the receipt, kept apart from it, sent from their last page."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response
from wtforms import StringField

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.equality import EQUALITY, INVITED
from portal.domain.journeys.pages import Journey
from portal.domain.references import BadReference, parse_reference
from portal.domain.wording import N_
from portal.domain.words import Audience
from portal.public import journeys
from portal.public.place import find_place
from portal.public.tracking_forms import TrackingForm
from portal.services.answering_about_oneself import receipt_for, receipts_before
from portal.services.inviting_about_oneself import NotInvited, TooManyTries, accept
from portal.web.doors import Door, door
from portal.web.network import network
from portal.web.text import plain

NOT_KNOWN = N_("We do not know this code. Each code works once. Check it and try again.")
MANY_TRIES = N_("That was a lot of tries at once. Try again in an hour.")


class InvitedForm(TrackingForm):
    """The code on a paper from us."""

    code = StringField(lazy_gettext("The code for these questions"))


def start(journey: Journey) -> str | Response:
    """What the questions are for; it costs a stranger no query."""
    if "f" in request.args and not _asked(journey) and _receipt_url(journey):
        return redirect(url_for(f"{journey.code}.done"))  # once answered they are not asked again
    return _start(journey, InvitedForm(data={"code": request.args.get("k", "")}))


def _start(journey: Journey, form: InvitedForm) -> str:
    came = request.args.get("f", "")
    from_receipt = came in JOURNEYS
    return render_template(
        "public/journeys/equality_start.html",
        theme=journey.audience,
        journey=journey,
        form=form,
        errors=form.faults,
        from_receipt=from_receipt,
        first_url=_first(journey),
        no_url=url_for(f"{came}.done") if from_receipt else url_for("home.index"),
    )


def begin(journey: Journey) -> str | Response:
    """The questions begin for whoever has a paper with a code."""
    form = InvitedForm()
    if form.sent():
        try:
            code = parse_reference(plain(form.code.data or "", 400))
            accept(code, Audience(journey.audience), find_place(journey).writer(), network())
        except (BadReference, NotInvited):
            form.fault(form.code, NOT_KNOWN)
        except TooManyTries:
            form.fault(form.code, MANY_TRIES)
        else:
            return redirect(_first(journey))
    return _start(journey, form)


def _first(journey: Journey) -> str:
    return url_for(f"{journey.code}.page", slug=journey.pages[0].slug)


def page(journey: Journey, slug: str) -> str | Response:
    return journeys.page(journey, slug) if _asked(journey) else redirect(url_for(f"{journey.code}.start"))


def answer(journey: Journey, slug: str) -> str | Response:
    return journeys.answer(journey, slug) if _asked(journey) else redirect(url_for(f"{journey.code}.start"))


def done(journey: Journey) -> str:
    return render_template(
        "public/journeys/equality_done.html",
        theme=journey.audience,
        journey=journey,
        heading=journey.done.title if request.args.get("blank") == "1" else journey.done.heading,
        receipt_url=_receipt_url(journey),
    )


def _receipt_url(journey: Journey) -> str:
    """The receipt after which these questions came, while it is there; otherwise ""."""
    found = receipts_before(session.visitor, journey.code)  # type: ignore[attr-defined]
    return url_for(f"{found[-1].journey}.done") if found else ""


def _asked(journey: Journey) -> bool:
    """Whether this visitor has just been given a receipt with these questions, or came with a code."""
    receipt = receipt_for(session.visitor, journey.code)  # type: ignore[attr-defined]
    return receipt is not None or INVITED in find_place(journey).answers


ROUTES: tuple[tuple[str, str, str, Callable[..., Any], Door], ...] = (
    ("GET", "", "start", start, Door.ANYONE),
    ("POST", "", "begin", begin, Door.WRITER),
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
