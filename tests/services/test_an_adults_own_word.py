"""Somebody says that the child agreed: kept as their word, and the team checks who they are before it writes."""

from __future__ import annotations

import pytest
from flask import Flask

from portal import clock
from portal.domain.children import ConsentHow
from portal.domain.words import Happening
from portal.records.children import consents_of
from portal.records.timeline import timeline_of
from portal.services import case_files, handling, speaking_up
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.keeping_files import InMemory
from portal.services.screening import answers_of
from portal.services.telling import would_tell
from tests import makers as make
from tests import samples
from tests.services.test_speaking_for_a_child import CHILD, both_open, case_of, sent, speaker


@pytest.mark.parametrize("said", ["agreed", "unseen"])
def test_what_an_adult_says_the_child_agreed_to_is_kept_as_their_word(app: Flask, said: str) -> None:
    with app.app_context():
        receipt, officer = sent(agreement=said, role="none"), make.officer().id
        assert [row.how for row in consents_of(receipt.case_id)] == [ConsentHow.CLAIMED]
        found = answers_of(case_of(receipt))
        assert (found.consent, found.child_view) == (None, None), "triage asks the child"
        speaking_up.record_agreement(receipt.case_id, officer, ConsentHow.SPOKEN, clock.today())
        assert answers_of(case_of(receipt)).consent is not None
        with pytest.raises(NotThere):
            speaking_up.record_agreement(receipt.case_id, officer, ConsentHow.SPOKEN, clock.today())
        speaking_up.cut_for_child(receipt.case_id, officer)
        assert all(row.revoked_on for row in consents_of(receipt.case_id))


@pytest.mark.parametrize(("own", "how"), [(False, ConsentHow.WITH_CARD), (True, ConsentHow.ONLINE)])
def test_a_yes_with_the_card_that_the_adult_saw_too_says_so(app: Flask, own: bool, how: ConsentHow) -> None:
    with app.app_context():
        receipt, officer = sent(agreement="not_yet"), make.officer().id
        if own:
            handling.renew_code(receipt.case_id, officer)  # given to the child alone
        both_open(receipt)
        speaking_up.agree(CHILD)
        assert [row.how for row in consents_of(receipt.case_id)] == [how]
        assert (answers_of(case_of(receipt)).consent is not None) is own


def test_nothing_goes_to_somebody_whom_nobody_has_checked(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(checked=False), make.officer().id
        case_files.add_papers(receipt.case_id, officer, [InMemory("plan.pdf", samples.pdf())])
        would_tell(lambda: handling.reply(receipt.case_id, officer, "Hello."))  # the preview is no letter yet
        for verb in (
            lambda: handling.reply(receipt.case_id, officer, "Hello."),
            lambda: case_files.share(receipt.case_id, officer, 1),
        ):
            with pytest.raises(NotLikeThis, match="checked who this is"):
                verb()
        speaking_up.check_speaker(receipt.case_id, officer)
        handling.reply(receipt.case_id, officer, "Hello.")
        assert speaker(receipt).checked_on == clock.today()
        line = next(one for one in timeline_of(receipt.case_id) if one.happening is Happening.SPEAKER_CHECKED)
        assert line.officer_id == officer


def test_a_letter_for_the_child_alone_needs_no_check(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(checked=False), make.officer().id
        speaking_up.cut_for_child(receipt.case_id, officer)
        handling.reply(receipt.case_id, officer, "Only for you.")
