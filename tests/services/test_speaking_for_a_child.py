"""Somebody speaks for a child: two secrets, two views, and letters only to whom the child agreed."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal import clock
from portal.domain.children import ConsentHow, SubmittedBy
from portal.domain.references import parse_code
from portal.domain.speaking import Holder
from portal.domain.words import Audience, ContactWay, Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import consents_of, who_of
from portal.records.documents import documents_of
from portal.records.letters import Letter
from portal.records.speakers import Speaker, speaker_of
from portal.records.timeline import messages_of, timeline_of
from portal.services import case_files, drafting, handling, speaking_up, submitting, tracking, tracking_deeds
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.codes import NobodyToCode
from portal.services.keeping_files import InMemory
from portal.services.screening import answers_of
from portal.services.submitting import Receipt
from tests import makers as make
from tests import samples

CHILD, SPEAKER = b"c" * 32, b"s" * 32
WHO = (("kit", CHILD), ("jo", SPEAKER))
SAID: dict[str, Any] = {
    "speaker_name": "Jo Advocate", "role": "advocacy", "organisation": "Example Voice",
    "speaker_email": "jo@voice.example", "name": "Kit", "agreement": "agreed", "story": "They moved me.",
    "own_view": "I saw the room.", "permitted": ["child"], "code_for": "both", "contact_way": "email",
    "email": "kit@home.example",
}  # fmt: skip


def sent(*, checked: bool = True, **more: Any) -> Receipt:
    """Sent for a child, as somebody would who answers like this; `checked`: the team knows who that is."""
    writer = drafting.Writer(b"w" * 32, "for_child")
    receipt = submitting.submit(drafting.keep(writer, SAID | more).id, "here")
    if checked:
        speaking_up.check_speaker(receipt.case_id, make.officer().id)
    return receipt


def case_of(receipt: Receipt) -> Case:
    return db.session.get_one(Case, receipt.case_id)


def speaker(receipt: Receipt) -> Speaker:
    found = speaker_of(case_of(receipt))
    assert found is not None
    return found


def key(receipt: Receipt, digits: str) -> tracking.Key:
    return tracking.look(receipt.reference, parse_code(digits).canonical, "here")


def both_open(receipt: Receipt) -> None:
    tracking.open_visit(CHILD, receipt.case_id, None)
    tracking.open_visit(SPEAKER, receipt.case_id, None, Holder.SPEAKER)


def mailed(kind: str) -> set[str]:
    return {letter.content["to"] for letter in db.session.scalars(select(Letter).where(Letter.kind == kind))}


def test_each_of_the_two_has_a_secret_of_their_own_on_both_engines(either_app: Flask) -> None:
    with either_app.app_context():
        receipt = sent()
        assert receipt.words and receipt.speaker_words and receipt.words != receipt.speaker_words
        assert key(receipt, receipt.digits) == tracking.Key(receipt.case_id, Holder.PERSON)
        assert key(receipt, receipt.speaker_digits) == tracking.Key(receipt.case_id, Holder.SPEAKER)
        both_open(receipt)
        assert [tracking.see(who).audience for who in (CHILD, SPEAKER)] == [Audience.CHILD, Audience.ADULT]
        who = who_of(receipt.case_id)
        assert who is not None and (who.complaint_of, who.submitted_by) == (None, SubmittedBy.ADVOCATE_FOR_CHILD)


@pytest.mark.parametrize(("code_for", "child", "theirs"), [("child", True, False), ("me", False, True)])
def test_who_gets_no_code_gets_none(app: Flask, code_for: str, child: bool, theirs: bool) -> None:
    with app.app_context():
        receipt = sent(code_for=code_for)
        assert (bool(receipt.words), bool(receipt.speaker_words)) == (child, theirs)
        assert (case_of(receipt).code_hash is not None, speaker(receipt).code_hash is not None) == (child, theirs)


@pytest.mark.parametrize(
    ("agreement", "permitted", "to"),
    [
        ("agreed", ["child"], {"kit@home.example", "jo@voice.example"}),
        ("unseen", ["child"], {"kit@home.example", "jo@voice.example"}),
        ("agreed", ["worker"], {"jo@voice.example"}),
        ("best_interests", ["child"], {"jo@voice.example"}),
        ("not_yet", ["child"], {"jo@voice.example"}),
    ],
)
def test_nobody_writes_to_a_child_who_has_not_agreed(
    app: Flask, agreement: str, permitted: list[str], to: set[str]
) -> None:
    with app.app_context():
        receipt, officer = sent(agreement=agreement, permitted=permitted), make.officer().id
        handling.reply(receipt.case_id, officer, "We are on it.")
        assert mailed("person_received") == mailed("person_news") == to
        document = documents_of(receipt.case_id)[0]
        assert (document.way is ContactWay.EMAIL) == (len(to) == 2)
        if agreement in ("best_interests", "not_yet"):
            assert (document.audience, document.content["name"]) == (Audience.ADULT, "Jo Advocate")
            way = handling.AnotherWay("kit@home.example", "They asked")
            with pytest.raises(NotLikeThis, match="contact only whoever speaks"):
                handling.reply(receipt.case_id, officer, "Hello.", way)


@pytest.mark.parametrize(("agreement", "readers"), [("agreed", {"kit", "jo"}), ("not_yet", {"jo"})])
def test_of_a_paper_only_those_hear_whom_it_is_for(app: Flask, agreement: str, readers: set[str]) -> None:
    with app.app_context():
        receipt, officer = sent(agreement=agreement), make.officer().id
        assert case_files.add_papers(receipt.case_id, officer, [InMemory("plan.pdf", samples.pdf())]) == []
        case_files.share(receipt.case_id, officer, 1)
        assert {to.partition("@")[0] for to in mailed("person_paper")} == readers
        texts = [row.content["text"] for row in db.session.scalars(select(Letter).where(Letter.kind == "person_paper"))]
        assert any("a paper for you to read.\n" in text for text in texts)
        both_open(receipt)
        told = {name: Happening.PAPER_SHARED in dict(tracking.see(who).happened) for name, who in WHO}
        assert {name for name, heard in told.items() if heard} == readers
        case_files.take_back(receipt.case_id, officer, 1)
        assert not any(Happening.PAPER_SHARED in dict(tracking.see(who).happened) for _, who in WHO)


def test_until_the_child_agrees_our_words_are_for_the_speaker_alone(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(agreement="not_yet"), make.officer().id
        handling.reply(receipt.case_id, officer, "First words.")
        both_open(receipt)
        assert tracking.see(CHILD).messages == () and tracking.see(SPEAKER, reading=True).messages[0].new
        assert Happening.MESSAGE_FROM_TEAM not in dict(tracking.see(CHILD).happened)
        shared = tracking.see(CHILD).shared
        assert shared is not None and not shared.agreed and shared.other_opened is not None
        speaking_up.agree(CHILD)
        speaking_up.agree(CHILD)
        handling.reply(receipt.case_id, officer, "Second words.")
        assert [one.words for one in tracking.see(CHILD, reading=True).messages] == ["Second words."]
        assert [one.new for one in tracking.see(SPEAKER).messages] == [False, True], "seen by one, not by the other"
        consent = consents_of(receipt.case_id)
        assert [(row.how, row.people["by"]) for row in consent] == [(ConsentHow.WITH_CARD, "Kit")]
        assert mailed("person_news") == {"jo@voice.example", "kit@home.example"}


def test_the_team_writes_down_the_childs_agreement_once(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(agreement="best_interests"), make.officer().id
        assert answers_of(case_of(receipt)).consent is None
        speaking_up.record_agreement(receipt.case_id, officer, ConsentHow.SPOKEN, clock.today())
        assert speaker(receipt).agreed and answers_of(case_of(receipt)).consent is not None
        with pytest.raises(NotThere):
            speaking_up.record_agreement(receipt.case_id, officer, ConsentHow.SPOKEN, clock.today())


def test_neither_sees_what_the_other_wrote(app: Flask) -> None:
    with app.app_context():
        receipt = sent()
        both_open(receipt)
        tracking_deeds.send_message(CHILD, "The advocate scares me.")
        tracking_deeds.ask_advocate(CHILD)
        tracking_deeds.add(SPEAKER, "I rang the school.")
        child, theirs = tracking.see(CHILD), tracking.see(SPEAKER)
        assert [(one.mine, one.words) for one in (*child.messages, *theirs.messages)] == [(True, ""), (True, "")]
        assert Happening.MESSAGE_FROM_PERSON not in dict(theirs.happened), "that the child wrote is nobody's business"
        assert Happening.ADVOCATE_ASKED not in dict(theirs.happened)
        assert child.by_other[[one for one, _ in child.happened].index(Happening.ADDED)]
        assert [one.side for one in messages_of(receipt.case_id)] == [Side.PERSON, Side.SPEAKER]


def test_only_the_child_can_take_it_back_or_ask_for_an_advocate(app: Flask) -> None:
    with app.app_context():
        both_open(sent())
        for deed in (
            lambda: tracking_deeds.take_back(SPEAKER, "", ""),
            lambda: tracking_deeds.ask_advocate(SPEAKER),
        ):
            with pytest.raises(tracking_deeds.NotNow):
                deed()
        for deed in (lambda: speaking_up.agree(SPEAKER), lambda: speaking_up.cut_link(SPEAKER)):
            with pytest.raises(tracking.NotOpen):
                deed()


def test_each_of_the_two_says_once_how_we_did(app: Flask) -> None:
    with app.app_context():
        receipt = sent()
        both_open(receipt)
        for _ in range(2):
            tracking_deeds.rate(CHILD, ("yes", "", "no"), "")
            assert [tracking.see(who).rated for who in (CHILD, SPEAKER)] == [True, False]
        tracking_deeds.rate(SPEAKER, ("no", "", ""), "Too slow.")
        lines = [line for line in timeline_of(receipt.case_id) if line.happening is Happening.RATED]
        assert [(line.side, line.reason) for line in lines] == [(Side.PERSON, "yes//no"), (Side.SPEAKER, "no//")]
        assert Happening.RATED not in dict(tracking.see(CHILD).happened), "neither hears what the other thinks"


def test_the_child_goes_on_alone_and_the_other_code_opens_nothing(either_app: Flask) -> None:
    with either_app.app_context():
        receipt, officer = sent(), make.officer().id
        both_open(receipt)
        tracking.open_visit(b"o" * 32, receipt.case_id, None)
        reference, code = speaking_up.cut_link(CHILD)
        for gone in (SPEAKER, b"o" * 32):
            with pytest.raises(tracking.NotOpen):
                tracking.see(gone)
        with pytest.raises(tracking.Ended):
            key(receipt, receipt.speaker_digits)
        with pytest.raises(tracking.DoesNotMatch):
            key(receipt, receipt.digits)  # the card may have been seen
        assert key(receipt, code.digits).holder is Holder.PERSON and reference == receipt.reference
        handling.reply(receipt.case_id, officer, "Only for you.")
        assert mailed("person_news") == {"kit@home.example"}
        assert [one.words for one in tracking.see(CHILD).messages] == ["Only for you."]
        assert consents_of(receipt.case_id)[0].revoked_on == clock.today()
        with pytest.raises(NobodyToCode):
            handling.renew_code(receipt.case_id, officer, Holder.SPEAKER)


def test_each_code_is_renewed_by_itself(app: Flask) -> None:
    with app.app_context():
        receipt, officer = sent(), make.officer().id
        both_open(receipt)
        fresh = handling.renew_code(receipt.case_id, officer, Holder.SPEAKER)
        with pytest.raises(tracking.NotOpen):
            tracking.see(SPEAKER)
        assert tracking.see(CHILD).holder is Holder.PERSON
        assert key(receipt, fresh.digits).holder is Holder.SPEAKER
        with pytest.raises(tracking.DoesNotMatch):
            key(receipt, receipt.speaker_digits)
        tracking.open_visit(SPEAKER, receipt.case_id, None, Holder.SPEAKER)
        _, own = tracking_deeds.renew_code(SPEAKER)
        assert key(receipt, own.digits).holder is Holder.SPEAKER
        assert key(receipt, receipt.digits).holder is Holder.PERSON and tracking.see(CHILD)
