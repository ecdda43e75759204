"""The journey runner: serves any journey of the registry, page by page, from a draft kept on the server."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from portal.domain.journeys.pages import Answers, Journey, Page
from portal.domain.journeys.validation import faults
from portal.domain.words import Audience
from portal.public import journey_pages as pages
from portal.records.drafts import Draft
from portal.services import adding, alerting, drafting, submitting
from portal.web.doors import Door, door
from portal.web.fields import PageForm, form_for, shown, word_children
from portal.web.network import network


@dataclass(frozen=True, slots=True)
class Place:
    """Where a visitor is in a journey: their draft if they have one, what they answered, and on which way they go."""

    journey: Journey
    draft: Draft | None
    answers: Answers
    way: str
    variant: str
    changing: bool  # came from the check page and goes back to it

    def url(self, endpoint: str, **values: Any) -> str:
        """An address within the journey; before there is a draft it carries the way and the variant."""
        if self.draft is None:
            values |= {
                name: value for name, value in (("w", self.way), ("v", self.variant)) if value not in ("", "full")
            }
        return url_for(f"{self.journey.code}.{endpoint}", **values)

    def writer(self) -> drafting.Writer:
        visitor = session.visitor or b""  # type: ignore[attr-defined]  # a VisitSession on this site
        return drafting.Writer(visitor, self.journey.code, self.way, self.variant, g.lang)


def find_place(journey: Journey) -> Place:
    """Work out where the visitor is. A draft that was sent counts only for adding more to it."""
    draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
    asked_way = request.values.get("w", "full")
    way = asked_way if asked_way in journey.ways else "full"
    if draft and draft.case_id and not (way == "more" or (draft.way == "more" and len(draft.answers) > 1)):
        draft = None
    if draft:
        way = "more" if draft.case_id else draft.way
    variant = draft.variant if draft else ("leaver" if request.values.get("v") == "leaver" else "")
    answers = {key: value for key, value in draft.answers.items() if key != submitting.RECEIPT} if draft else {}
    return Place(journey, draft, answers, way, variant, changing=request.values.get("c") == "1")


def serve_journey(journey: Journey) -> Blueprint:
    """The blueprint of a journey: start, pages, check, receipt."""
    blueprint = Blueprint(journey.code, __name__, url_prefix=f"/<lang>/{journey.path}")

    @blueprint.get("")
    @door(Door.ANYONE)
    def start() -> str:
        variant = "leaver" if journey.path == "y" and request.args.get("v") == "leaver" else ""
        return pages.start(journey, variant)

    @blueprint.get("/<slug>")
    @door(Door.WRITER)
    def page(slug: str) -> str | Response:
        place, here = find_place(journey), journey.page(slug) or abort(404)
        if place.draft is None and here.only:
            return redirect(place.url("start"))
        questions = shown(here, place.answers)
        known = {"phone": place.answers.get("call_phone", ""), **place.answers}  # nobody types a number twice
        return pages.question_page(place, here, form_for(questions, place.variant, known))

    @blueprint.post("/<slug>")
    @door(Door.WRITER)
    def answer(slug: str) -> str | Response:
        place, here = find_place(journey), journey.page(slug) or abort(404)
        return _answered(place, here)

    @blueprint.get("/check")
    @door(Door.WRITER)
    def check() -> str | Response:
        place = find_place(journey)
        return pages.check_page(place) if place.draft else redirect(place.url("start"))

    @blueprint.post("/check")
    @door(Door.WRITER)
    def send() -> str | Response:
        return _sent(journey)

    @blueprint.get("/done")
    @door(Door.WRITER)
    def done() -> str | Response:
        draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
        if draft is None or not draft.case_id:
            return redirect(url_for("tracking.look"))
        return pages.done_page(journey, draft)

    @blueprint.post("/alive")
    @door(Door.WRITER)
    def alive() -> tuple[str, int]:
        visitor = session.visitor  # type: ignore[attr-defined]
        return ("", 204) if visitor and drafting.touch(visitor, journey.code) else ("", 410)

    return blueprint


def _answered(place: Place, page: Page) -> str | Response:
    form = form_for(shown(page, place.answers), place.variant, {})
    trusted = form.validate_on_submit()
    typed = form.answers()
    merged = {**place.answers, **typed}
    if not trusted:
        return pages.question_page(place, page, form, token_failed=True)
    if request.form.get("do") == "add":
        form["children"].append_entry()
        word_children(form)
        return pages.question_page(place, page, form)
    if request.form.get("do") == "language":  # half an answer is kept, right or wrong, while the words change
        drafting.keep(place.writer(), typed)
        return redirect(url_for("information.languages"))
    if request.form.get("do") == "save":
        drafting.keep(place.writer(), typed)
        return pages.saved_page(place, drafting.put_away(place.writer()))
    wrong = faults(page, merged, again=form.failed_before)
    if wrong:
        form.show(wrong)
        return pages.question_page(place, page, form)
    draft = drafting.keep(place.writer(), typed)
    _raise_alert(place, draft, merged)
    return redirect(pages.after(place, page, merged))


def _raise_alert(place: Place, draft: Draft, answers: Answers) -> None:
    """A call today is asked for now, not when the form is finished: it may never be."""
    if answers.get("call_me") == "call" and place.answers.get("call_phone") != answers.get("call_phone"):
        alerting.ask_for_call(
            draft.id,
            phone=str(answers.get("call_phone", "")),
            safe=str(answers.get("safe") or answers.get("danger") or ""),
            audience=Audience(place.journey.audience),
            language=g.lang,
        )


def _sent(journey: Journey) -> str | Response:
    place = find_place(journey)
    if place.draft is None:
        found = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
        return redirect(place.url("done" if found else "start"))
    if not PageForm().validate_on_submit():
        return pages.check_page(place, token_failed=True)
    unfinished = pages.first_fault(place)
    if unfinished:
        return redirect(place.url("page", slug=unfinished.slug, c="1"))
    if place.draft.case_id:
        adding.add_answers(place.draft.id)
    else:
        submitting.submit(place.draft.id, network())
    return redirect(url_for(f"{journey.code}.done"))
