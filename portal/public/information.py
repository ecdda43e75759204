"""Pages that tell and ask nothing: help now, what happens next, privacy, cookies, accessibility, languages."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, current_app, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from portal import clock
from portal.authorities import load_helplines
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.calendar import add_working_days, effective_receipt
from portal.domain.clocks import promised_dates
from portal.public.access_words import ACCESS, PREPARED, REVIEW_BY
from portal.public.cookie_words import COOKIES
from portal.public.help_words import ADULT_NUMBERS, HELP_LEAD, HELP_NUMBERS, OTHER_WAYS, SIGN_LANGUAGE
from portal.public.how_words import HOW, HOW_ADULT, STAY_PRIVATE
from portal.public.notices import Notice, Number, Section
from portal.public.privacy_words import PRIVACY
from portal.public.privacy_words_young import PRIVACY_YOUNG
from portal.web.doors import Door, door
from portal.web.language import switched_on
from portal.web.text import authority, day, day_and_year, spoken, values

NOTICES = (HOW, HOW_ADULT, STAY_PRIVATE, PRIVACY, PRIVACY_YOUNG, COOKIES, ACCESS)

CARRIED = {"w", "v", "c"}
"""What an address may carry into another language: the way, the variant, and that an answer is being changed."""

blueprint = Blueprint("information", __name__, url_prefix="/<lang>")


def dates() -> dict[str, str]:
    """What would be promised to somebody who tells us today; nothing beyond the years whose holidays are known."""
    fixed = {"prepared": day_and_year(PREPARED), "review": day_and_year(REVIEW_BY)}
    try:
        received = effective_receipt(clock.now())
        limits = authority().limits
        promised = promised_dates(received, "statutory", limits)
        reply = add_working_days(received, limits["enquiry_days"])
    except BeyondKnownHolidays:
        return fixed
    return {
        **fixed,
        "ack": day(promised.ack),
        "due": day(promised.due),
        "due_max": day(promised.due_max),
        "reply": day(reply),
    }


def sayable(sections: tuple[Section, ...], **more: str) -> list[tuple[Section, list[str]]]:
    """The sections that have something to say here, each with its lines."""
    said = [(section, spoken(section.lines, **more)) for section in sections]
    return [(section, lines) for section, lines in said if lines]


def ways_to_tell() -> dict[str, object]:
    """What the block "Other ways to tell us" shows; for templates of other pages too."""
    return {"ways": sayable(OTHER_WAYS), "sign_language": SIGN_LANGUAGE, "relay": authority().contacts.bsl_relay_url}


@blueprint.app_context_processor
def for_every_page() -> dict[str, object]:
    return {"ways_to_tell": ways_to_tell}


def _notice(notice: Notice) -> str:
    more = dates()
    return render_template(
        "public/information/notice.html",
        theme=notice.audience,
        page=notice,
        lead=spoken(notice.lead, **more),
        steps=sayable(notice.steps, **more),
        sections=sayable(notice.sections, **more),
    )


def numbers_known(numbers: tuple[Number, ...]) -> list[tuple[Number, str, list[str]]]:
    """Those of these numbers that are known here, each with what is dialled and what is said above it."""
    known = {**{f"{one.code}_phone": one.phone for one in load_helplines()}, **values()}
    return [(one, known[one.value], spoken(one.lines)) for one in numbers if known.get(one.value)]


@blueprint.get("/help-now")
@door(Door.ANYONE)
def help_now() -> str:
    return render_template(
        "public/information/help_now.html",
        theme="child",
        lead=spoken(HELP_LEAD),
        numbers=numbers_known(HELP_NUMBERS),
        adults=numbers_known(ADULT_NUMBERS),
    )


@blueprint.get("/languages")
@door(Door.ANYONE)
def languages() -> str:
    """Every language by its own name, leading back to the page the reader came from."""
    endpoint, found = _came_from()
    ordered = sorted(switched_on(), key=lambda one: (one.code != "en", one.autonym))
    links = [(one, url_for(endpoint, **{**found, "lang": one.code})) for one in ordered]
    return render_template("public/information/languages.html", theme="child", links=links)


def _came_from() -> tuple[str, dict[str, Any]]:
    """The page of this site that the reader was on, or the front page. Only pages that can be asked for again count."""
    try:
        came = urlsplit(request.referrer or "")
    except ValueError:  # no browser sends an address that cannot be read, but somebody will
        return "home.index", {}
    adapter = current_app.create_url_adapter(request)
    if came.netloc != request.host or adapter is None:
        return "home.index", {}
    try:
        endpoint, found = adapter.match(came.path, method="GET")
    except HTTPException:
        return "home.index", {}
    if "lang" not in found or endpoint == "information.languages":
        return "home.index", {}
    asked = {name: value for name, value in parse_qsl(came.query[:200]) if name in CARRIED}
    return endpoint, {**asked, **found}


def _serve(notice: Notice) -> None:
    view: Callable[[], str] = partial(_notice, notice)
    view.__dict__["door"] = Door.ANYONE
    blueprint.add_url_rule(f"/{notice.path}", notice.endpoint, view, methods=["GET"])


for _one in NOTICES:
    _serve(_one)
