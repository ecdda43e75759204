"""An advocate tells us for a child, page by page; each follows it with a code of their own, until the child goes on."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.words import Audience
from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from portal.services import handling, speaking_up
from tests import makers as make
from tests.visitor import Visitor

CANARIES = {
    "speaker_name": "Canaryname",
    "organisation": "Canaryhouse",
    "speaker_email": "canary@voice.example",
    "own_view": "Canaryview",
    "story": "Canarystory",
    "wishes": "Canarywish",
    "do_not_tell": "Canaryuncle",
}
ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "1": {key: CANARIES[key] for key in ("speaker_name", "organisation", "speaker_email")} | {"role": "advocacy"},
    "2": {"name": "Kit", "age": "12"},
    "3": {"agreement": "not_yet"},
    "4": {"story": CANARIES["story"]},
    "5": {"wishes": CANARIES["wishes"]},
    "6": {"own_view": CANARIES["own_view"]},
    "7": {"permitted": ["worker"], "do_not_tell": CANARIES["do_not_tell"]},
    "8": {"safe": "no"},
    "8b": {"call_me": "carry_on"},
    "9": {"code_for": "both"},
    "9b": {},
    "10": {"needs": ["quiet"]},
}


def walk(visitor: Visitor, **answers: dict[str, str | list[str]]) -> Visitor:
    visitor.open("/en/v")
    visitor.open(visitor.page.select_one("main a.govuk-button")["href"])
    while not visitor.address.startswith("/en/v/check"):
        page = visitor.address.rpartition("/")[2].partition("?")[0]
        visitor.fill(answers.get(f"page_{page}", ANSWERS[page]))
    return visitor.fill(press="send")


def cards(visitor: Visitor) -> list[tuple[str, str]]:
    """The number and the words of each card on the receipt."""
    return [
        (
            card.select_one(".receipt__number").get_text(strip=True),
            " ".join(word.get_text() for word in card.select(".receipt__words li")),
        )
        for card in visitor.page.select(".receipt")
    ]


def opened(app: Flask, card: tuple[str, str]) -> Visitor:
    return Visitor(app).open("/en/t").fill({"number": card[0], "code": card[1]})


@pytest.fixture
def sent(visitor: Visitor) -> Visitor:
    return walk(visitor)


def told(visitor: Visitor) -> set[str]:
    html = str(visitor.page)
    return {canary for canary in (*CANARIES.values(), "Kit") if canary in html}


def test_one_number_and_two_codes_open_two_views(app: Flask, sent: Visitor) -> None:
    theirs, own = cards(sent)
    assert theirs[0] == own[0] and theirs[1] != own[1]
    for words in ("For you", "For the child", "You can give the child the card below", "/en/t"):
        assert words in sent.text
    child, speaker = opened(app, own), opened(app, theirs)
    assert "not to tell" not in child.text, "the child told us of nobody"
    assert [one.page.html["class"] for one in (child, speaker)] == [["theme-child"], ["theme-adult"]]
    assert "We have received your complaint" in speaker.text and "We have your complaint" in child.text
    assert "You see this because you sent it for a young person" in speaker.text
    assert "Someone sent this for you" in child.text
    assert "Take it back" in child.text and "Withdraw the complaint" not in speaker.text
    assert speaker.open("/en/t/case/stop").fill({"reason": "sorted"}).address == "/en/t/case"
    for path in ("/en/t/case/alone", "/en/t/case/ok"):
        assert speaker.open(path).address == "/en/t/case", "only the child decides that"


def test_neither_view_ever_shows_what_was_written(app: Flask, sent: Visitor) -> None:
    theirs, own = cards(sent)
    with app.app_context():
        case, officer = db.session.query(Case).one(), make.officer().id
        assert case.audience is Audience.CHILD and case.urgent
        speaking_up.check_speaker(case.id, officer)
        handling.reply(case.id, officer, "Canaryletter for the advocate")
    child, speaker = opened(app, own), opened(app, theirs)
    assert "Canaryletter" in speaker.text and "Canaryletter" not in child.text
    paths = ("", "/message", "/add", "/stop", "/side", "/code", "/ok", "/alone")
    for path in paths:
        assert told(child.open(f"/en/t/case{path}")) == set(), path
        assert told(speaker.open(f"/en/t/case{path}")) == set(), path


def test_the_child_says_yes_and_later_goes_on_alone(app: Flask, sent: Visitor) -> None:
    theirs, own = cards(sent)
    child, speaker = opened(app, own), opened(app, theirs)
    child.open("/en/t/case/ok").fill()
    assert "Now we can talk to you too" in child.text and "Say if this is OK" not in child.text
    child.open("/en/t/case/alone").fill()
    ((number, words),) = cards(child)
    assert number == own[0] and words not in (own[1], theirs[1])
    assert "You are on your own with this now" in child.text
    assert speaker.open("/en/t/case").address.startswith("/en/t?"), "the other is out at once"
    ended = opened(app, theirs)
    assert ended.heading == "You cannot open this any more" and "Thank you for speaking for them" in ended.text
    assert "do not match" in opened(app, own).text, "the card may have been seen"
    alone = opened(app, (number, words))
    assert "Someone sent this" not in alone.text
    assert "You asked to do this on your own" in alone.text


def test_the_desk_reads_the_childs_words_first_and_whom_it_may_talk_to(app: Flask, sent: Visitor) -> None:
    with app.app_context():
        case, officer = db.session.query(Case).one(), make.officer().id
        home = f"/staff/cases/{case.reference}"
    desk = Visitor(app)
    desk.client = make.signed_in(app, officer)
    desk.open(home)
    quotes = [quote.get_text() for quote in desk.page.select("blockquote")]
    assert quotes == [CANARIES["story"], CANARIES["wishes"], CANARIES["own_view"]]
    banner = desk.page.select_one(".safe-contact").get_text(" ", strip=True)
    for words in ("only with whoever speaks for the child", CANARIES["speaker_name"], CANARIES["speaker_email"]):
        assert words in banner
    assert "Tell the social worker" in banner and CANARIES["do_not_tell"] in banner
    assert "Only on this site" not in banner, "nobody is told how to reach a child who has not agreed"
    assert "Spoken for: The child has not agreed yet" in desk.page.h1.get_text()
    assert "nobody has checked yet who this is" in banner
    desk.open(f"{home}/reply").fill({"words": "Hello."}, press="look")
    assert CANARIES["speaker_email"] in desk.text and "I checked who this is" in desk.text
    desk.fill(press="send")
    assert "Say first that you checked who this is" in desk.text and "Hello." in str(desk.page)
    desk.fill(press="look").fill({"checked": "y"}, press="send")
    assert "Sent." in desk.text and "nobody has checked" not in desk.text
    assert "I checked who this is" not in desk.open(f"{home}/reply").fill({"words": "Hi."}, press="look").text
    desk.open(f"{home}/speaker/agreement").fill()
    assert "Spoken for: The child has not agreed yet" not in desk.open(home).page.h1.get_text()
    assert "through whoever speaks for the child" in desk.page.select_one(".safe-contact").get_text()
    desk.open(f"{home}/code").fill(press="speaker")
    assert "for whoever speaks for the child" in desk.heading and len(cards(desk)) == 1
    fresh = cards(desk)[0]
    assert "You see this because" in opened(app, fresh).text
    page = Visitor(app)  # opened before the child went on alone
    page.client = desk.client
    page.open(f"{home}/code")
    desk.open(f"{home}/speaker").fill(press="The child wants to go on alone")
    assert desk.heading == "Give a new secret code" and "No code opens it now" in desk.text
    assert "goes on alone" in desk.open(home).page.h1.get_text()
    assert opened(app, fresh).heading == "You cannot open this any more"
    page.fill(press="speaker")
    assert cards(page) == [] and "Nobody speaks for the child any more" in page.page.get_text(" ")


def test_a_consent_taken_back_leads_to_a_new_code_for_the_child_alone(app: Flask, visitor: Visitor) -> None:
    theirs, own = cards(walk(visitor, page_3={"agreement": "agreed"}, page_7={"permitted": ["child", "through_me"]}))
    with app.app_context():
        officer, home = make.officer().id, f"/staff/cases/{db.session.query(Case).one().reference}"
    desk = Visitor(app)
    desk.client = make.signed_in(app, officer)
    banner = desk.open(home).page.select_one(".safe-contact").get_text()
    assert "Only on this site" not in banner, "only through whoever speaks for the child"
    assert "Their word, on the form" in banner and "is written down" not in banner
    assert "Canaryname says that Kit agreed" in desk.open(f"{home}/children").text
    assert "Nobody has asked the child yet" in desk.text
    press(desk, f"{home}/speaker", "talk")
    assert "Only on this site" in desk.open(home).page.select_one(".safe-contact").get_text()
    desk.open(f"{home}/children").fill(press="It was taken back")
    assert desk.heading == "Give a new secret code" and "No code opens it now" in desk.text
    assert "only with the child" in desk.page.select_one(".safe-contact").get_text()
    assert opened(app, theirs).heading == "You cannot open this any more"
    assert "do not match" in opened(app, own).text


def test_a_letter_that_nobody_could_open_waits_until_it_was_read_out_or_a_code_given(
    app: Flask, visitor: Visitor
) -> None:
    walk(visitor, page_9={"code_for": "child"})
    with app.app_context():
        officer, home = make.officer().id, f"/staff/cases/{db.session.query(Case).one().reference}"
        (letter,) = db.session.scalars(select(Letter).where(Letter.kind == "person_received"))
        assert "Call our team on" in letter.content["text"] and "your code" not in letter.content["text"]
    desk = Visitor(app)
    desk.client = make.signed_in(app, officer)
    press(desk, f"{home}/speaker", "check")
    for end in ("read out", "code"):
        desk.open(f"{home}/reply").fill({"words": "Hello."}, press="look").fill(press="send")
        assert "can read it with their code" not in desk.text and "Nobody it is for has a code" in desk.text
        assert waits(app)
        if end == "code":
            desk.open(f"{home}/code").fill(press="speaker")
        else:
            press(desk, f"{home}/speaker", "read")
        assert not waits(app), end
    desk.open(f"{home}/reply").fill({"words": "Hello."}, press="look").fill(press="send")
    assert "They can read it with their code" in desk.text


def press(desk: Visitor, page: str, button: str) -> None:
    """One of several buttons of a page, each a form of its own."""
    found = desk.open(page).page.select_one(f'form[action="{page}/{button}"]')
    token = found.select_one("[name=csrf_token]")["value"]
    assert desk.client.post(f"{page}/{button}", data={"csrf_token": token}).status_code == 302


def waits(app: Flask) -> bool:
    with app.app_context():
        return db.session.query(Case).one().waiting_for_us


def test_a_call_today_is_asked_for_at_once(app: Flask, visitor: Visitor) -> None:
    from portal.records.alerts import Alert

    walk(visitor, page_8b={"call_me": "call", "call_phone": "07700 900982"})
    with app.app_context():
        alert = db.session.query(Alert).one()
        assert alert.case_id == db.session.query(Case).one().id
        assert alert.details["phone"] == "07700 900982"


def test_name_and_one_way_to_reach_them_are_asked_kindly_then_more_helpfully(visitor: Visitor) -> None:
    visitor.open("/en/v/1").fill({"speaker_name": "Jo"})
    assert visitor.error_at("speaker_email").endswith("Add your work email or phone so we can reach you.")
    visitor.fill()
    assert "We need one way to reach you" in visitor.error_at("speaker_email")
    visitor.fill({"speaker_phone": "07700 900982"}).fill()
    assert visitor.error_at("name").endswith("Add a name or nickname. Initials are fine.")
    visitor.fill({"name": "K"}).fill()
    assert "Pick the answer that is true today" in visitor.error_at("agreement")
    visitor.fill()
    assert "pick “Not yet”" in visitor.error_at("agreement")


def test_whoever_wants_no_code_gets_the_childs_card_alone(app: Flask, visitor: Visitor) -> None:
    walk(visitor, page_9={"code_for": "child"})
    assert len(cards(visitor)) == 1 and "You asked for no code of your own" in visitor.text
    assert "Someone sent this for you" in opened(app, cards(visitor)[0]).text
