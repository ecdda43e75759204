"""A small child, with a grown-up beside them, points at pictures and is understood."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.words import ContactWay
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.cases import Case
from portal.records.files import files_of_case
from tests import samples
from tests.visitor import Visitor

GROWN_UP = "Grown-up: write what the child says."


def words_and_pictures(visitor: Visitor) -> list[str]:
    """The words beside pictures on the page that plays everything back."""
    return [item.get_text(strip=True) for item in visitor.page.select(".picked li") if item.select_one("svg.picture")]


def test_a_scared_child_is_given_numbers_before_anything_else_is_asked(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/e")
    assert visitor.heading == "Tell us what is wrong" and "You will not get in trouble." in visitor.text
    visitor.fill({"who": "grown_up"})
    assert visitor.heading == "Who is helping you?" and GROWN_UP in visitor.text
    visitor.fill({"helper": "carer"}).fill({"feelings": ["scared", "sad"]})
    assert visitor.heading == "Do you feel safe?"
    visitor.fill({"safe": "no"})
    assert visitor.heading == "Get help now"
    rung = [link["href"] for link in visitor.page.select(".help a")]
    assert rung == ["tel:08001111", "tel:999", "tel:01632960101"]
    assert GROWN_UP not in visitor.text, "the numbers are what matters here"
    visitor.fill({"call_me": "call", "call_phone": "07700 900982"})
    with app.app_context():
        alert = db.session.query(Alert).one()
        assert alert.details == {"phone": "07700 900982", "safe": "no"}, "asked for now, whatever comes of the form"
    assert visitor.heading == "What is it about?" and GROWN_UP in visitor.text


def test_pictures_are_played_back_with_their_words_and_sent(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/e").fill({"who": "me"}).fill({"feelings": ["let_down"]}).fill({"about": ["things", "friends"]})
    visitor.fill().fill({"safe": "yes"}).fill({"advocate": "ask"}).fill({"contact_way": "teacher"})
    assert visitor.heading == "How do we find you?"
    visitor.fill({"trusted_name": "Mrs Khan"}).fill({"name": "Bo", "age": "8"})
    assert visitor.heading == "Is this right?" and GROWN_UP not in visitor.text
    shown = ["Only me", "Let down", "My friends", "My things", "Yes", "Yes", "Ask my teacher"]
    assert words_and_pictures(visitor) == shown
    visitor.fill(press="send")
    assert visitor.heading == "Thank you. We have got it." and "Well done for telling us." in visitor.text
    assert "OpenMoji" in visitor.page.select_one("footer").get_text()
    number = visitor.page.select_one(".receipt__number").get_text(strip=True)
    words = " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))
    with app.app_context():
        case = db.session.query(Case).one()
        assert case.contact.way is ContactWay.TRUSTED and case.contact.details["trusted_name"] == "Mrs Khan"
        assert not case.hear_alone and not case.urgent
    assert visitor.open("/en/t").fill({"number": number, "code": words}).address == "/en/t/case"


def test_a_child_who_picked_nothing_is_asked_for_one_thing_and_then_in_other_words(visitor: Visitor) -> None:
    visitor.open("/en/e").fill().fill().fill()
    assert visitor.heading == "Tell us more"
    visitor.fill({"story": " "})
    assert visitor.error_at("story").endswith("Pick a picture, or tell us one thing.")
    visitor.fill({"story": ""})
    assert visitor.error_at("story").endswith("Write one word, or go back and pick a picture.")
    visitor.open("/en/e/3").fill({"about": ["home"]}).fill()
    assert visitor.heading == "Do you feel safe?"


def test_a_drawing_alone_is_enough(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/e").fill({"who": "me"}).fill().fill()
    visitor.add_files([("my drawing.jpg", samples.jpeg())]).fill(press="continue")
    assert visitor.heading == "Do you feel safe?"
    visitor.fill().fill().fill({"contact_way": "code_only"}).fill()
    assert [picture["alt"] for picture in visitor.page.select("main img")] == ["Photo 1"]
    visitor.fill(press="send")
    with app.app_context():
        case = db.session.query(Case).one()
        assert len(files_of_case(case.id)) == 1 and "story" not in case.told.answers


def test_whom_to_talk_to_has_to_be_picked(visitor: Visitor) -> None:
    visitor.open("/en/e").fill().fill({"feelings": ["angry"]}).fill().fill().fill().fill()
    assert visitor.heading == "Who can we talk to?"
    visitor.fill()
    assert visitor.error_at("contact_way").endswith("Pick one. You can pick the last one.")
    visitor.fill()
    assert "Then we will not call you." in visitor.error_at("contact_way")
    visitor.fill({"contact_way": "code_only"})
    assert visitor.heading == "Your name and age"


@pytest.mark.parametrize("path", ["/en/e", "/en/e/2", "/en/e/7"])
def test_every_tile_is_a_named_control_and_its_picture_says_nothing(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    tiles = visitor.page.select(".tiles label")
    assert tiles
    for tile in tiles:
        svg = tile.select_one("svg.picture")
        assert svg is not None and svg["aria-hidden"] == "true" and svg.get_text(strip=True) == ""
        assert tile.get_text(strip=True) and visitor.page.find(id=tile["for"])["type"] in {"radio", "checkbox"}


def test_a_form_in_pictures_is_saved_and_carried_on(visitor: Visitor) -> None:
    visitor.open("/en/e").fill({"who": "me"}).fill({"feelings": ["sad"]}, press="save")
    words = " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))
    visitor.open("/en/back").fill({"code": words})
    assert visitor.address == "/en/e/3"


def test_from_words_to_pictures_and_back_is_one_press(visitor: Visitor) -> None:
    home = [link["href"] for link in visitor.open("/en/").page.select(".young a")]
    assert home == ["/en/e", "/en/y", "/en/y?v=leaver"]
    assert visitor.open("/en/y").page.find("a", string="I want pictures and short words")["href"] == "/en/e"
    assert visitor.open("/en/e").page.find("a", string="I want words, not pictures")["href"] == "/en/y"
