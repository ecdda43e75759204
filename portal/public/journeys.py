"""The journey runner: serves any journey of the registry, page by page, from a draft kept on the server."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, abort, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from portal.domain.journeys.equality import INVITED
from portal.domain.journeys.pages import Answers, Field, Journey, Page
from portal.domain.journeys.validation import faults
from portal.domain.words import Audience
from portal.public import journey_pages as pages
from portal.public import receipts, sending_files, staying
from portal.public.calling_instead import call_page, calls_instead
from portal.public.place import Place, find_place
from portal.records.drafts import Draft
from portal.services import adding, alerting, answering_about_oneself, drafting, submitting
from portal.web.doors import Door, door
from portal.web.fields import PageForm, form_for, shown
from portal.web.network import network
from portal.web.uploads import let_files_in


def serve_journey(journey: Journey) -> Blueprint:
    """The blueprint of a journey: start, pages, check, receipt."""
    blueprint = Blueprint(journey.code, __name__, url_prefix=f"/<lang>/{journey.path}")
    for method, rule, endpoint, view, who in ROUTES:
        blueprint.add_url_rule(rule, endpoint, door(who)(partial(view, journey)), methods=[method])
    return blueprint


def start(journey: Journey) -> str:
    if journey.start.asks:
        return _page_to_fill(find_place(journey), journey.pages[0], starting=True)
    variant = "leaver" if request.args.get("v") == "leaver" and journey.start.leaver_text else ""
    return pages.start(journey, variant)


def page(journey: Journey, slug: str) -> str | Response:
    place, here = find_place(journey), journey.page(slug) or abort(404)
    if place.draft is None and here.only:
        return redirect(place.url("start"))
    if request.args.get("call") == "1" and calls_instead(here, place.answers):
        return call_page(place, here)
    return _page_to_fill(place, here)


def _page_to_fill(place: Place, page: Page, *, starting: bool = False) -> str:
    known = {"phone": place.answers.get("call_phone", ""), **place.answers}  # nobody types a number twice
    form = form_for(shown(page, place.answers), place.variant, known)
    staying.say_why(place, page, form)
    return pages.question_page(place, page, form, starting=starting)


def answer(journey: Journey, slug: str) -> str | Response:
    here = journey.page(slug) or abort(404)
    if any(question.field is Field.FILES for question in here.questions):
        let_files_in()
    place = find_place(journey)
    if place.sent_already and place.sends_from(here):
        return redirect(place.url("done"))
    return _answered(place, here)


def check(journey: Journey) -> str | Response:
    place = find_place(journey)
    if journey.sends.folded or place.draft is None:
        return redirect(place.check_url() if place.draft else place.url("start"))
    return pages.check_page(place, empty=request.args.get("missing") == "1")


def send(journey: Journey) -> str | Response:
    place = find_place(journey)
    if place.draft is None:
        found = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
        return redirect(place.url("done" if found else "start"))
    if not PageForm().validate_on_submit():
        return pages.check_page(place, token_failed=True)
    return _sent(place, place.draft)


def _sent(place: Place, draft: Draft) -> Response:
    """Send it, or go to the first page that is not finished."""
    unfinished = pages.first_fault(place)
    if unfinished:
        return redirect(place.url("page", slug=unfinished.slug, c="1", missing="1"))
    if place.journey.apart:
        answering_about_oneself.answer(draft.id)
        said = any(value for key, value in place.answers.items() if key != INVITED)
        return redirect(url_for(f"{place.journey.code}.done", blank=None if said else "1"))
    if not draft.case_id:
        submitting.submit(draft.id, network())
    elif not adding.add_answers(draft.id):
        return redirect(place.url("check", missing="1"))
    return redirect(url_for(f"{place.journey.code}.done"))


def done(journey: Journey) -> str | Response:
    draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
    if draft is None or not draft.case_id:
        return redirect(url_for("tracking.look"))
    return receipts.done_page(journey, draft)


def card(journey: Journey) -> str | Response:
    draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
    own = journey.sends.spoken and request.args.get("own") == "1"  # of whoever speaks for a child
    shown = receipts.card_page(journey, draft, own=own) if draft and draft.case_id else None
    return shown or redirect(url_for(f"{journey.code}.done"))


def alive(journey: Journey) -> tuple[str, int]:
    visitor = session.visitor  # type: ignore[attr-defined]
    return ("", 204) if visitor and drafting.touch(visitor, journey.code) else ("", 410)


def _answered(place: Place, page: Page) -> str | Response:
    form = form_for(shown(page, place.answers), place.variant, {})
    if not form.validate_on_submit():
        sending_files.ask_again(form)
        return pages.question_page(place, page, form, token_failed=True)
    taken = sending_files.take_in(place, form)
    place = place if taken is None else find_place(place.journey)
    typed = form.answers()
    merged = {**place.answers, **typed}
    if taken is False or sending_files.only_files(form):
        return staying.stay(place, page, files="1" if taken is False else None)
    if request.form.get("do") == "add":
        staying.keep(place, typed)
        return staying.stay(place, page, add="1")
    if request.form.get("do") == "language":  # half an answer is kept, right or wrong, while the words change
        drafting.keep(place.writer(), typed)
        return redirect(url_for("information.languages"))
    if request.form.get("do") == "save" and not place.journey.apart:  # nobody could carry on where the receipt is gone
        drafting.keep(place.writer(), typed)
        return pages.saved_page(place, drafting.put_away(place.writer()))
    if faults(page, merged):
        return staying.ask_again(place, page, typed, form.failed_before)
    draft = drafting.keep(place.writer(), typed)
    _raise_alert(place, page, draft, merged)
    if place.sends_from(page):
        return _sent(find_place(place.journey), draft)
    return redirect(pages.after(place, page, merged))


def _raise_alert(place: Place, page: Page, draft: Draft, answers: Answers) -> None:
    """A call today is asked for now, not when the form is finished: it may never be."""
    phone = str(answers.get("call_phone", ""))
    here = any(question.key == "call_phone" for question in page.questions)
    if here and answers.get("call_me") == "call" and not alerting.asked_for(draft, phone):
        alerting.ask_for_call(
            draft.id,
            phone=phone,
            safe=str(answers.get("safe") or answers.get("danger") or ""),
            audience=Audience(place.journey.audience),
            language=g.lang,
        )


ROUTES: tuple[tuple[str, str, str, Callable[..., Any], Door], ...] = (
    ("GET", "", "start", start, Door.ANYONE),
    ("GET", "/<slug>", "page", page, Door.WRITER),
    ("POST", "/<slug>", "answer", answer, Door.WRITER),
    ("GET", "/check", "check", check, Door.WRITER),
    ("POST", "/check", "send", send, Door.WRITER),
    ("GET", "/done", "done", done, Door.WRITER),
    ("POST", "/done", "further", receipts.further, Door.WRITER),
    ("GET", "/photo/<token>", "photo", sending_files.photo, Door.WRITER),
    ("GET", "/card", "card", card, Door.WRITER),
    ("POST", "/alive", "alive", alive, Door.WRITER),
)
"""What is asked for, under which address of the journey, and who may come in."""
