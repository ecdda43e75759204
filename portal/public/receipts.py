"""What somebody is given once it is sent: number, code and days; a card of them; and the ways to do more."""

from flask import current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from portal.domain.journeys.equality import FOLLOWS
from portal.domain.journeys.pages import Journey
from portal.domain.journeys.young_person import YOUNG_PERSON
from portal.domain.references import format_reference
from portal.public.journey_pages import look
from portal.records.drafts import Draft
from portal.services import adding, drafting, submitting, tracking
from portal.services.answering_about_oneself import ANSWERED
from portal.web.fields import PageForm
from portal.web.text import day, places, spoken

DATES = frozenset({"ack", "due", "due_max"})
"""The days a receipt may name."""
FURTHER = {"add": "tracking.add", "advocate": "tracking.advocate"}
"""What can be done straight from the receipt, on the page of the case."""


def done_page(journey: Journey, draft: Draft) -> str:
    """The receipt: number, code, and the days we promise, written out."""
    receipt = submitting.receipt_of(draft)
    number = format_reference(receipt.reference)
    kept = adding.typed_since(draft)
    return render_template(
        "public/journeys/done.html",
        **look(journey),
        journey=journey,
        number=number,
        address=current_app.config["PORTAL"].public_url + url_for("tracking.look"),
        receipt=receipt,
        beside_code=spoken((journey.done.beside_code,)) if journey.done.beside_code else [],
        lines=spoken(journey.done.said(receipt.answers), number=number if receipt.words else "", **_dates(receipt)),
        more_url=url_for(f"{journey.code}.page", slug=journey.ways["more"][0], w="more")
        if "more" in journey.ways and (draft.way == "quick" or kept)
        else "",
        added=adding.ADDED in draft.answers[submitting.RECEIPT] and not kept,
        further=PageForm() if _may_do_more(journey, receipt) else None,
        asked=receipt.answers.get("advocate") == "ask",
        fair=None if draft.answers.get(ANSWERED) else FOLLOWS.get(journey.code),
        keep_alive_url=url_for(f"{journey.code}.alive"),
    )


def _may_do_more(journey: Journey, receipt: submitting.Receipt) -> bool:
    """Whether this receipt opens the case: the code on it is that of whoever reads it, and they read easily."""
    return bool(receipt.complaint and receipt.words and not journey.sends.spoken and not journey.big)


def further(journey: Journey) -> Response:
    """From the receipt straight to adding more or asking for an advocate: number and code stand on it."""
    draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
    where = FURTHER.get(request.form.get("do", ""))
    good = PageForm().validate_on_submit() and draft is not None and draft.case_id is not None
    receipt = submitting.receipt_of(draft) if good and draft else None
    if receipt is None or where is None or not _may_do_more(journey, receipt):
        return redirect(url_for(f"{journey.code}.done"))
    before = session.visitor  # type: ignore[attr-defined]
    session.mint()  # type: ignore[attr-defined]  # as with number and code: a key planted earlier opens nothing
    tracking.open_visit(session.visitor or b"", receipt.case_id, before)  # type: ignore[attr-defined]
    return redirect(url_for(where))


def _dates(receipt: submitting.Receipt) -> dict[str, str]:
    return {"ack": day(receipt.ack), "due": day(receipt.due), "due_max": day(receipt.due_max)}


def card_page(journey: Journey, draft: Draft, *, own: bool = False) -> str | None:
    """The receipt for a pocket or a phone: nothing on it says what it is for, or to whom it was sent.

    One secret only: the child's in the child's words, or that of whoever speaks for them (`own`). None without it.
    """
    receipt = submitting.receipt_of(draft)
    words, digits = (receipt.speaker_words, receipt.speaker_digits) if own else (receipt.words, receipt.digits)
    if not words:
        return None
    said = YOUNG_PERSON if journey.sends.spoken and not own else journey
    dated = tuple(line for line in said.done.said(receipt.answers) if places(line.text) and places(line.text) <= DATES)
    return render_template(
        "public/journeys/card.html",
        journey=journey,
        **look(said),
        number=format_reference(receipt.reference),
        words=words,
        digits=digits,
        lines=spoken(dated, **_dates(receipt)),
        back_url=url_for(f"{journey.code}.done"),
    )
