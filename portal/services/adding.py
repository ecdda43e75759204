"""Adding more to something already sent: the answers come to the team as a message, and the receipt stays."""

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
from portal.services.asking_advocates import ask
from portal.services.keeping_files import take_along
from portal.services.recording import record
from portal.services.submitting import RECEIPT
from portal.services.transactions import writing
from portal.services.writing_letters import write_team_letter


def add_answers(draft_id: int) -> None:
    """Give the answers of a draft that adds to a case to its team; pressing Send twice adds them once."""
    with writing():
        draft = db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update())
        if draft is None or draft.case_id is None:
            return
        answers = asked_answers(JOURNEYS[draft.journey], "more", draft.answers)
        if not answers:
            return
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
        draft.answers = {RECEIPT: draft.answers[RECEIPT]}
        draft.touched_at = now
