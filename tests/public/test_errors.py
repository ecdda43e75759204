"""When something goes wrong the page says what to do next, in the person's language, and repeats nothing they typed."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.web.errors import SPOKEN, page
from tests.visitor import HISTORY_SAFE, Visitor, check_page


@pytest.mark.parametrize("code", sorted(SPOKEN))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_error_has_kind_words_and_a_number_to_ring(app: Flask, code: int, language: str) -> None:
    with app.test_request_context(f"/{language}/anything"):
        html = page(code)
    shown = check_page(html, str(code))
    assert shown.html is not None
    assert shown.html["lang"] == language
    assert shown.select_one('a[href="tel:999"]')
    assert shown.select_one('a[href="tel:01632960100"]')
    assert not HISTORY_SAFE.search(shown.title.text if shown.title else "")


@pytest.mark.parametrize("code", sorted(SPOKEN))
def test_the_staff_site_says_it_plainly(app: Flask, code: int) -> None:
    with app.test_request_context("/staff/anything"):
        shown = check_page(page(code), f"staff {code}")
    assert "999" not in shown.get_text()


def test_a_page_that_is_not_there_is_told_in_the_language_of_its_address(visitor: Visitor) -> None:
    visitor.open("/ar/<script>alert(1)</script>")
    assert visitor.answer.status_code == 404
    assert "alert(1)" not in visitor.answer.get_data(as_text=True)
    assert visitor.page.html is not None
    assert visitor.page.html["dir"] == "rtl"


def test_an_unknown_language_is_told_in_english(visitor: Visitor) -> None:
    visitor.open("/xx/y")
    assert (visitor.answer.status_code, visitor.heading) == (404, "We cannot find this page")


def test_too_much_at_once_is_answered_kindly(visitor: Visitor) -> None:
    visitor.open("/en/t")
    answer = visitor.client.post("/en/t", data={"number": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "send a shorter text" in answer.get_data(as_text=True)
