"""When it ends that somebody speaks for a child: taken back, told to the team, and what is still on its way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import event, select

from portal.domain.speaking import Holder, may_reach_child
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import consents_of
from portal.records.letters import Letter
from portal.records.timeline import timeline_of
from portal.records.visits import CaseVisit
from portal.services import handling, speaking_for, speaking_up, tracking, tracking_deeds
from portal.services.case_writing import NotThere
from tests import makers as make
from tests.services.test_speaking_for_a_child import CHILD, SPEAKER, both_open, case_of, key, mailed, sent, speaker


def test_a_consent_that_is_taken_back_ends_that_somebody_speaks_for_the_child(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(), make.officer().id
        both_open(receipt)
        (consent,) = consents_of(receipt.case_id)
        speaking_for.revoke_consent(receipt.case_id, officer, consent.id)
        handling.reply(receipt.case_id, officer, "Only for the child.")
        assert speaker(receipt).cut and "jo@voice.example" not in mailed("person_news")
        with pytest.raises(tracking.NotOpen):
            tracking.see(SPEAKER)
        with pytest.raises(tracking.Ended):
            key(receipt, receipt.speaker_digits)
        assert Happening.LINK_CUT in {line.happening for line in timeline_of(receipt.case_id)}


def test_another_consent_that_is_taken_back_ends_nothing_else(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(), make.officer().id
        other = speaking_for.Agreement(
            "Kit", "Aunt May", speaking_for.ConsentHow.SPOKEN, [speaking_for.ConsentScope.RECEIVE_REPLY],
            case_of(receipt).received_on,
        )  # fmt: skip
        speaking_for.record_consent(receipt.case_id, officer, other)
        speaking_for.revoke_consent(receipt.case_id, officer, consents_of(receipt.case_id)[-1].id)
        assert not speaker(receipt).cut


def test_told_to_the_team_both_codes_open_nothing_any_more(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(), make.officer().id
        both_open(receipt)
        speaking_up.cut_for_child(receipt.case_id, officer)
        for gone in (CHILD, SPEAKER):
            with pytest.raises(tracking.NotOpen):
                tracking.see(gone)
        with pytest.raises(tracking.DoesNotMatch):
            key(receipt, receipt.digits)  # the adult saw this card
        fresh = handling.renew_code(receipt.case_id, officer)
        assert key(receipt, fresh.digits).case_id == receipt.case_id


def test_a_view_that_was_opened_before_the_cut_is_over(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(code_for="me"), make.officer().id
        speaking_up.cut_for_child(receipt.case_id, officer)
        tracking.open_visit(SPEAKER, receipt.case_id, None, Holder.SPEAKER)  # looked a moment before
        with pytest.raises(tracking.NotOpen):
            tracking.see(SPEAKER)
        with pytest.raises(NotThere):
            speaking_up.cut_for_child(receipt.case_id, officer)


def test_what_waits_for_the_post_to_the_other_goes_no_more(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(), make.officer().id
        handling.reply(receipt.case_id, officer, "For both.")
        both_open(receipt)
        speaking_up.cut_link(CHILD)
        to = {row.content["to"] for row in db.session.scalars(select(Letter).where(Letter.kind.startswith("person_")))}
        assert to == {"kit@home.example"}


@pytest.mark.parametrize(
    "deed", [lambda: tracking_deeds.rate(SPEAKER, ("yes", "", ""), ""), lambda: tracking_deeds.renew_code(SPEAKER)]
)
def test_a_deed_that_waited_while_the_child_went_on_alone_is_not_done(app: Flask, deed: Callable[[], object]) -> None:
    """On PostgreSQL two deeds may both have asked who is there before one of them holds the case."""
    with app.app_context():
        receipt = sent()
        both_open(receipt)

        def meanwhile(case: Case, *_: object) -> None:
            gone = CaseVisit.__table__.delete().where(CaseVisit.__table__.c.visitor == SPEAKER)  # type: ignore[attr-defined]
            db.session.connection().execute(gone)

        event.listen(Case, "refresh", meanwhile)
        try:
            with pytest.raises(tracking.NotOpen):
                deed()
        finally:
            event.remove(Case, "refresh", meanwhile)


def test_only_through_me_counts_before_talking_to_the_child() -> None:
    assert not may_reach_child(agreed=True, cut=False, permitted=["child", "through_me"])


def test_only_the_team_clears_that_it_goes_through_whoever_speaks(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(agreement="not_yet", permitted=["child", "through_me"]), make.officer().id
        both_open(receipt)
        speaking_up.agree(CHILD)
        handling.reply(receipt.case_id, officer, "One.")
        assert mailed("person_news") == {"jo@voice.example"}, "the child reads it on their page"
        speaking_up.talk_to_child(receipt.case_id, officer)
        handling.reply(receipt.case_id, officer, "Two.")
        assert mailed("person_news") == {"jo@voice.example", "kit@home.example"}
