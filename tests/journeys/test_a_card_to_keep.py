"""The receipt as a card for a phone or a pocket: what it must hold, and what nobody who finds it may learn from it."""

from __future__ import annotations

import re

import pytest
from bs4 import Tag

from tests.gates.hands import LEAST
from tests.visitor import Visitor

TELLING = re.compile(
    r"complain|council|advoca|social|worker|child|service|\bcare\b|have your say|help now|wrong|unhappy", re.IGNORECASE
)
NONE = {"c", "v"}
"""Where no code is given to the person who writes, or two cards are."""
LINK = "Make it a card for your phone or pocket"


def sent(visitor: Visitor, path: str, **other: str) -> Visitor:
    """Answer the least there is to answer, and send it."""
    visitor.open(f"/en/{path}")
    start = visitor.page.select_one("main a.govuk-button")
    if start:
        visitor.open(str(start["href"]))
    for _ in range(20):
        if visitor.address.partition("?")[0].endswith(("/check", "/done")):
            break
        names = {control["name"] for control in visitor.form.select("[name]")}
        visitor.fill({name: value for name, value in (LEAST[path] | other).items() if name in names}, press="continue")
    return visitor if visitor.address.endswith("/done") else visitor.fill(press="send")


@pytest.mark.parametrize("path", [path for path in LEAST if path not in NONE])
def test_the_card_holds_what_the_receipt_does_and_tells_a_stranger_nothing(visitor: Visitor, path: str) -> None:
    sent(visitor, path)
    receipt = visitor.page.select_one(".receipt").get_text(" ", strip=True)
    words = [word.get_text() for word in visitor.page.select(".receipt__words li")]
    visitor.open(visitor.page.find("a", string=LINK)["href"])
    card = visitor.page.select_one(".receipt")
    assert visitor.heading == "Keep this safe"
    assert [word.get_text() for word in card.select(".receipt__words li")] == words
    for part in (".receipt__number", ".receipt__digits"):
        assert card.select_one(part).get_text(strip=True) in receipt
    assert not TELLING.search(visitor.page.body.get_text(" ")), "whoever looks through a phone’s pictures sees it"
    assert visitor.page.select_one("form.leave") is not None
    assert visitor.open(str(visitor.page.select_one("header a.brand--back")["href"])).address == f"/en/{path}/done"


@pytest.mark.parametrize("path", ["y", "e", "a"])
def test_the_card_of_a_complaint_says_by_which_day_something_happens(visitor: Visitor, path: str) -> None:
    sent(visitor, path).open(f"/en/{path}/card")
    assert re.search(r"By \w+ \d+ \w+", visitor.text)


def test_without_a_code_there_is_nothing_to_keep(visitor: Visitor) -> None:
    sent(visitor, "c")
    assert visitor.page.find("a", string=LINK) is None
    assert visitor.open("/en/c/card").address == "/en/c/done"


@pytest.mark.parametrize(("code_for", "cards"), [("both", 2), ("child", 1), ("me", 1)])
def test_the_child_and_whoever_speaks_for_them_have_a_card_each(visitor: Visitor, code_for: str, cards: int) -> None:
    sent(visitor, "v", code_for=code_for)
    secrets = {words_of(card) for card in visitor.page.select(".receipt")}
    links = [str(link["href"]) for link in visitor.page.select("a[href*='/v/card']")]
    found = {}
    for link in links:
        visitor.open(link)
        assert not TELLING.search(visitor.page.body.get_text(" "))
        found["theme-child" in visitor.page.html["class"]] = words_of(visitor.page.select_one(".receipt"))
        visitor.open("/en/v/done")
    assert len(links) == len(secrets) == cards and set(found.values()) == secrets, "each card holds one code"
    assert set(found) == {"both": {True, False}, "child": {True}, "me": {False}}[code_for]
    other = {"child": "/en/v/card?own=1", "me": "/en/v/card"}.get(code_for)
    assert other is None or visitor.open(other).address == "/en/v/done", "no card without a code"


def words_of(card: Tag) -> str:
    return " ".join(word.get_text() for word in card.select(".receipt__words li"))


def test_before_anything_was_sent_there_is_no_card(visitor: Visitor) -> None:
    assert visitor.open("/en/y/card").address == "/en/t"
    visitor.open("/en/y/2").fill({"story": "Half a thought"})
    assert visitor.open("/en/y/card").address == "/en/t"


def test_a_card_that_tells_would_be_noticed() -> None:
    assert TELLING.search("Example Council: your complaint")
