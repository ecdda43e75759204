"""Somebody speaks for a child: kept as they sent it, with what they said of the child's agreement."""

from collections.abc import Mapping
from datetime import date

from portal import clock
from portal.domain.children import ConsentHow, ConsentScope, SubmittedBy
from portal.domain.journeys.pages import Answer, Answers
from portal.domain.speaking import STANDS, Agreement
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import CaseWho, Consent
from portal.records.speakers import Speaker

SCOPE = [ConsentScope.SPEAK_FOR_ME.value, ConsentScope.RECEIVE_REPLY.value]


def speaker_received(case: Case, answers: Answers, code_hash: str | None) -> None:
    """Keep who sent it for the child and what they said of the child's agreement, in the caller's transaction."""
    said = str(answers.get("agreement", ""))
    agreement = Agreement(said) if said in set(Agreement) else Agreement.NOT_YET
    permitted = answers.get("permitted") or []
    speaker = Speaker(
        case_id=case.id, agreement=agreement, permitted=[code for code in permitted if isinstance(code, str)],
        role=_text(answers, "role"), code_hash=code_hash, code_changed_at=clock.now(),
    )  # fmt: skip
    speaker.details = {
        "name": _text(answers, "speaker_name"),
        "organisation": _text(answers, "organisation"),
        "email": _text(answers, "speaker_email"),
        "phone": _text(answers, "speaker_phone"),
    }
    speaker.find_by(lambda kind: _text(answers, f"speaker_{kind}"))
    db.session.add(speaker)
    by = SubmittedBy.ADVOCATE_FOR_CHILD if speaker.role == "advocacy" else SubmittedBy.OTHER_FOR_CHILD
    db.session.add(CaseWho(case_id=case.id, complaint_of=None, submitted_by=by.value))
    if agreement in STANDS:
        agreed(case, speaker, ConsentHow.CLAIMED, case.received_on)
    db.session.flush()


def _text(answers: Mapping[str, Answer], key: str) -> str:
    return str(answers.get(key) or "")


def agreed(case: Case, speaker: Speaker, how: ConsentHow, on: date) -> None:
    """Keep an agreement among the consents of the case, with how it is known, in the caller's transaction."""
    row = Consent(case_id=case.id, how=how.value, scope=SCOPE, given_on=on)
    row.people = {"by": str(case.contact.details.get("name", "")), "to": str(speaker.details.get("name", ""))}
    db.session.add(row)
    db.session.flush()
    speaker.consent_id = row.id
