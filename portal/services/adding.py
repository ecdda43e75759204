"""Adding more to something already sent: the answers come to the team as a message, and the receipt stays."""

from typing import Any

from sqlalchemy import select

from portal import clock
from portal.domain.advocates import Origin
from portal.domain.journeys import JOURNEYS
from portal.domain.submissions import asked_answers
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.drafts import Draft
from portal.records.timeline import Message
from portal.services.answering_about_oneself import ANSWERED
from portal.services.asking_advocates import ask
from portal.services.keeping_files import REFUSED, take_along
from portal.services.recording import record
from portal.services.submitting import RECEIPT
from portal.services.transactions import writing
from portal.services.writing_letters import write_team_letter

ADDED = "added"
"""What a receipt remembers once something was added to it."""
KEPT = frozenset({RECEIPT, ANSWERED})
"""What lies in a draft that was sent beside what is typed to be added."""


def typed_since(draft: Draft) -> dict[str, Any]:
    """What was typed after a draft was sent, and is not added yet."""
    return {key: value for key, value in draft.answers.items() if key not in KEPT | {REFUSED}}


def add_answers(draft_id: int) -> bool:
    """Give the answers of a draft that adds to a case to its team; pressing Send twice adds them once.

    False where nothing was answered.
    """
    with writing():
        draft = db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update())
        if draft is None or draft.case_id is None:
            return True
        answers = asked_answers(JOURNEYS[draft.journey], "more", draft.answers)
        if not answers:
            return ADDED in draft.answers[RECEIPT]
        now = clock.now()
        case = db.session.get_one(Case, draft.case_id)
        message = Message(case_id=case.id, side=Side.PERSON, kind=Happening.ADDED, at=now)
        message.text = {"answers": answers, "journey": draft.journey, "variant": draft.variant}
        db.session.add(message)
        db.session.flush()
        take_along(draft, case, answers, message.id)
        record(case, Happening.ADDED, now)
        case.waiting_for_us = True
        if answers.get("advocate") == "ask":
            record(case, Happening.ADVOCATE_ASKED, now)
            ask(case, Origin.IN_FORM, answers)
            write_team_letter(case, "team_advocate")
        write_team_letter(case, "team_added")
        receipt = {RECEIPT: {**draft.answers[RECEIPT], ADDED: True}}
        draft.answers = {**{key: draft.answers[key] for key in KEPT if key in draft.answers}, **receipt}
        draft.touched_at = now
    return True
