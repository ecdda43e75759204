"""Where a visitor is in a journey: their draft, what they answered, and on which way they go."""

from dataclasses import dataclass
from typing import Any

from flask import g, request, session, url_for

from portal.domain.journeys.pages import Answers, Journey, Page
from portal.records.drafts import Draft
from portal.services import adding, drafting, submitting


@dataclass(frozen=True, slots=True)
class Place:
    """Where a visitor is in a journey: their draft if they have one, what they answered, and on which way they go."""

    journey: Journey
    draft: Draft | None
    answers: Answers
    way: str
    variant: str
    changing: bool  # came from the check page and goes back to it
    sent_already: bool = False  # what was written on this journey was sent a moment ago

    def url(self, endpoint: str, **values: Any) -> str:
        """An address within the journey; before there is a draft it carries the way and the variant."""
        if self.draft is None:
            values |= {
                name: value for name, value in (("w", self.way), ("v", self.variant)) if value not in ("", "full")
            }
        return url_for(f"{self.journey.code}.{endpoint}", **values)

    def check_url(self) -> str:
        """Where every answer is played back: a page of its own, or above the last questions."""
        if not self.journey.sends.folded:
            return self.url("check")
        return self.url("page", slug=self.journey.route(self.way, self.answers)[-1].slug)

    def sends_from(self, page: Page) -> bool:
        """Whether the button of this page sends it."""
        return self.journey.sends.folded and page == self.journey.route(self.way, self.answers)[-1]

    def writer(self) -> drafting.Writer:
        visitor = session.visitor or b""  # type: ignore[attr-defined]  # a VisitSession on this site
        return drafting.Writer(visitor, self.journey.code, self.way, self.variant, g.lang)


def receipt_url(journey: Journey) -> str:
    """The receipt with a number and a code that starting this journey anew takes away, or ""."""
    sent = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
    if sent is None or not sent.case_id:
        return ""
    receipt = submitting.receipt_of(sent)
    return url_for(f"{journey.code}.done") if receipt.words or receipt.speaker_words else ""


def find_place(journey: Journey) -> Place:
    """Work out where the visitor is. A draft that was sent counts only for adding more to it."""
    draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]
    asked_way = request.values.get("w", "full")
    way = asked_way if asked_way in journey.ways else "full"
    sent = bool(draft and draft.case_id)
    if draft and draft.case_id and not (way == "more" or (draft.way == "more" and adding.typed_since(draft))):
        draft = None
    if draft:
        way = "more" if draft.case_id else draft.way
    variant = draft.variant if draft else ("leaver" if request.values.get("v") == "leaver" else "")
    answers = adding.typed_since(draft) if draft else {}
    return Place(journey, draft, answers, way, variant, request.values.get("c") == "1", sent)
