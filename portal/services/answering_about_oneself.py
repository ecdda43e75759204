"""The questions about whoever has just sent something: counted as offered, answered once, kept apart from the case.

No line of the audit is written for an answer: its moment would tie it to a receipt.
"""

from collections.abc import Mapping
from typing import Any

from babel import Locale
from sqlalchemy import select

from portal import clock
from portal.config import translations
from portal.domain.children import Missing
from portal.domain.journeys.equality import ANOTHER_WORD, FOLLOWS, INVITED, LINK, ethnicity
from portal.domain.journeys.pages import Answers
from portal.domain.words import Audience
from portal.domain.years import ReportingYear, quarter_of
from portal.extensions import db
from portal.records.cases import Case
from portal.records.drafts import Draft
from portal.records.equality import EqualityAnswer, EqualityOffer, offer_of
from portal.records.invitations import invitation
from portal.services.drafting import forget_saved_of
from portal.services.transactions import writing

ANSWERED = "answered_about_oneself"
"""What a receipt remembers, so that its questions are answered once."""
OTHER_LANGUAGE = "other"


def count_offer(audience: Audience) -> None:
    """Count a receipt that is shown with the questions; in the transaction of whoever sends."""
    year, quarter = _now()
    offer = offer_of(year, quarter, audience)
    if offer is None:
        offer = EqualityOffer(year=year, quarter=quarter, audience=audience, receipts=0)
        db.session.add(offer)
    offer.receipts += 1


def receipt_for(visitor: bytes | None, journey: str) -> Draft | None:
    """The receipt this visitor was just given, after which this journey comes and has not been answered yet."""
    return next((one for one in receipts_before(visitor, journey) if not one.answers.get(ANSWERED)), None)


def receipts_before(visitor: bytes | None, journey: str) -> list[Draft]:
    """The receipts this visitor was just given after which this journey comes, answered or not, the oldest first."""
    if not visitor:
        return []
    before = [code for code, follows in FOLLOWS.items() if follows.code == journey]
    sent = select(Draft).where(Draft.visitor == visitor, Draft.case_id.is_not(None), Draft.journey.in_(before))
    return list(db.session.scalars(sent.order_by(Draft.id)))


def answer(draft_id: int) -> bool:
    """Keep the answers of a draft and clear it; False where there is no receipt they belong to, or not any more."""
    with writing():
        draft = db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update())
        if draft is None:
            return False
        receipt = receipt_for(draft.visitor, draft.journey)
        invited = invitation(str(draft.answers.get(INVITED))) if receipt is None else None
        if receipt is not None:
            case = db.session.get_one(Case, receipt.case_id)
            _keep(draft, Audience(FOLLOWS[receipt.journey].audience), case.reference)
            receipt.answers = {**receipt.answers, ANSWERED: True}
        elif invited is not None:
            _keep(draft, invited.audience, None)
            db.session.delete(invited)
        forget_saved_of(draft)
        db.session.delete(draft)
    return receipt is not None or invited is not None


def _keep(draft: Draft, audience: Audience, reference: str | None) -> None:
    said = draft.answers
    year, quarter = _now()
    linked = "yes" in (said.get(LINK) or [])
    db.session.add(
        EqualityAnswer(
            year=year, quarter=quarter, audience=audience, language=draft.language,
            ethnicity=ethnicity(said) or Missing.NOT_RECORDED.value,
            impairments=sorted(said.get("impairments") or []) if said.get("disabled") == "yes" else [],
            main_language=language_named(str(said.get("main_language") or ""), draft.language),
            reference=reference if linked else None,
            **_plain(said, audience),
        )
    )  # fmt: skip


def _plain(said: Answers, audience: Audience) -> Mapping[str, Any]:
    """The answers that are codes already; what was asked and left blank is not recorded, the rest was not asked."""
    adults = Missing.NOT_ASKED.value if audience is Audience.CHILD else Missing.NOT_RECORDED.value
    blank = Missing.NOT_RECORDED.value
    no_row = {ANOTHER_WORD, "unsure"}
    found = {key: said.get(key) or blank for key in ("age_band", "sex", "religion", "disabled")}
    return {
        **{key: blank if value in no_row else value for key, value in found.items()},
        "gender_same_as_registered": said.get("gender_same") or adults,
        "orientation": said.get("orientation") or adults,
    }


def language_named(typed: str, page: str) -> str | None:
    """A language by its English name, whichever of its names was typed; "other" for what nobody can place.

    What people type is not kept: it could be anything, and reports print the name.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return None
    english = {code: str(name) for code, name in Locale("en").languages.items()}
    ours = {code: str(one["english"]) for code, one in translations().items()}
    own = {code: str(one["autonym"]) for code, one in translations().items()}
    for names in (ours, english, own, Locale.parse(page).languages):
        found = next((code for code, name in names.items() if name.casefold() == wanted), "")
        if found in english:
            return ours.get(found) or english[found]
    return OTHER_LANGUAGE


def _now() -> tuple[int, int]:
    today = clock.today()
    return ReportingYear.of(today).starts, quarter_of(today)
