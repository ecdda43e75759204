"""A form saved under a code can be carried on until it is sent, saved anew, or fourteen days old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from flask import Flask

from portal.services.drafting import clear_idle
from tests import samples
from tests.application import NOON
from tests.visitor import Visitor

PHOTO = ("my room.jpg", samples.jpeg())


def saved(visitor: Visitor) -> str:
    """Save the open form and return the code that is shown."""
    visitor.fill(press="save")
    words = [one.get_text() for one in visitor.page.select(".receipt__words li")]
    assert len(words) == 5
    return " ".join(words)


def carry_on(visitor: Visitor, code: str) -> Visitor:
    return visitor.open("/en/back").fill({"code": code})


def story(visitor: Visitor) -> str:
    box = visitor.open("/en/y/2").form.select_one("#story")
    assert box is not None
    return box.text.strip()


def test_a_saved_form_is_carried_on_with_its_code_where_it_stopped(visitor: Visitor) -> None:
    visitor.open("/en/y/1").fill({"about": ["home"]}).fill({"story": "Half a tho"}, press="save")
    code = " ".join(one.get_text() for one in visitor.page.select(".receipt__words li"))
    carry_on(visitor, code.upper())
    assert visitor.address == "/en/y/3"
    assert story(visitor) == "Half a tho"


def test_leaving_fast_takes_nothing_of_what_was_saved(visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": "Half a tho"}).open("/en/y/2").add_files([PHOTO])
    code = saved(visitor)
    carry_on(visitor, code)
    visitor.client.post("/x")
    carry_on(visitor, code)
    assert story(visitor) == "Half a tho"
    assert "Photo 1" in str(visitor.page)


def test_a_file_taken_out_while_carrying_on_stays_in_what_was_saved(visitor: Visitor) -> None:
    visitor.open("/en/y/2").add_files([PHOTO])
    code = saved(visitor)
    carry_on(visitor, code).open("/en/y/2")
    visitor.fill(press=str(visitor.page.select("button[name=remove]")[0]["value"]))
    assert "Photo 1" not in visitor.open("/en/y/2").text
    visitor.client.post("/x")
    assert "Photo 1" in str(carry_on(visitor, code).open("/en/y/2").page)


def test_the_code_brings_nothing_old_back_over_what_was_written_since(visitor: Visitor) -> None:
    code = saved(visitor.open("/en/y/2").fill({"story": "Half"}).open("/en/y/3"))
    carry_on(visitor, code).open("/en/y/2").fill({"story": "Half, and the rest."})
    carry_on(visitor, code)
    assert story(visitor) == "Half, and the rest."


def test_what_was_carried_on_elsewhere_has_its_files_there(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y/2").add_files([PHOTO])
    code = saved(visitor)
    carry_on(visitor, code)
    other = carry_on(Visitor(app), code)
    assert "Photo 1" in str(other.open("/en/y/2").page)
    assert "Photo 1" not in str(visitor.open("/en/y/2").page)


def test_once_sent_the_code_opens_nothing(visitor: Visitor) -> None:
    code = saved(visitor.open("/en/y/2").fill({"story": "All of it."}).open("/en/y/3"))
    carry_on(visitor, code).open("/en/y/6").fill({"contact_way": "code_only"}).open("/en/y/check").fill(press="send")
    assert visitor.address == "/en/y/done"
    carry_on(visitor, code)
    assert "cannot find anything" in visitor.error_at("code")


def test_once_saved_anew_only_the_new_code_opens_it(visitor: Visitor) -> None:
    first = saved(visitor.open("/en/y/2").fill({"story": "Half"}).open("/en/y/3"))
    second = saved(carry_on(visitor, first).open("/en/y/2").fill({"story": "More than half"}).open("/en/y/3"))
    assert "cannot find anything" in carry_on(visitor, first).error_at("code")
    carry_on(visitor, second)
    assert story(visitor) == "More than half"


def test_after_fourteen_days_what_is_being_carried_on_is_kept_and_the_code_is_dead(
    app: Flask, visitor: Visitor, at: Callable[..., None]
) -> None:
    at(NOON)
    visitor.open("/en/y/2").add_files([PHOTO])
    code = saved(visitor)
    late = NOON + timedelta(days=14)
    at(late)
    carry_on(visitor, code)
    at(late + timedelta(minutes=5))
    with app.app_context():
        clear_idle(late + timedelta(minutes=5))
    assert "Photo 1" in str(visitor.open("/en/y/2").page)
    visitor.client.post("/x")
    assert "cannot find anything" in carry_on(visitor, code).error_at("code")
