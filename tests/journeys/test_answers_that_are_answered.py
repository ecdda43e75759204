"""A note after an answer names the answer; a fault is told where it is, in new words only when it is the same."""

from __future__ import annotations

import pytest

from tests.visitor import Visitor


def note(visitor: Visitor) -> str:
    found = visitor.page.select_one("main .notice")
    return " ".join(found.get_text(" ").split()) if found else ""


def test_a_note_says_which_answer_it_is_about_and_leads_where_it_points(visitor: Visitor) -> None:
    visitor.open("/en/y/7").fill({"age": "27"})
    assert note(visitor).startswith("How old are you? 27 The adult form may fit you better.")
    assert visitor.page.select('main .notice a[href="/en/a"]')
    visitor.open("/en/a/1").fill({"relationship": "professional"})
    assert note(visitor).startswith("Who are you? Someone who works with the child")
    assert visitor.page.select('main .notice a[href="/en/v"]')
    visitor.open("/en/a/4").fill({"court": "yes"})
    assert note(visitor).startswith("Is a court or tribunal looking at the same thing? Yes")


def test_another_fault_is_told_in_its_own_first_words(visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": ""}).fill({"story": ""})
    assert "You could start with" in visitor.error_at("story")
    visitor.fill({"story": "a" * 60_000})
    assert visitor.error_at("story").startswith("Error: This is longer than we can take")
    visitor.fill({"story": "a" * 60_000})
    assert visitor.error_at("story").startswith("Error: It is still too long")


def test_the_same_fault_in_two_answers_is_told_with_its_question(visitor: Visitor) -> None:
    visitor.open("/en/y/7").fill({"name": "a" * 600, "worker": "a" * 600})
    told = [one.get_text() for one in visitor.page.select(".govuk-error-summary__list a")]
    assert len(told) == len(set(told)) == 2
    assert told[0].startswith("What should we call you? – This is longer than we can take")


def test_sending_without_a_story_says_what_is_missing(visitor: Visitor) -> None:
    visitor.open("/en/y/6").fill({"contact_way": "code_only"}).open("/en/y/check").fill(press="send")
    assert visitor.address.startswith("/en/y/2")
    assert "A few words is fine." in visitor.error_at("story")


@pytest.mark.parametrize("typed", ["31/02/2026", "2026-02-31", "March 3026", "?!", "13.13.2020"])
def test_a_day_that_cannot_be_is_asked_again(visitor: Visitor, typed: str) -> None:
    visitor.open("/en/a/7").fill({"when": typed})
    assert visitor.error_at("when") == "Error: Write a month and year, like March 2026. Or leave it blank."


@pytest.mark.parametrize("typed", ["March 2026", "last summer", "29/02/2024", "2019", "١٢/٣/٢٠٢٦", "1398", "5/2026"])
def test_any_words_about_a_time_will_do(visitor: Visitor, typed: str) -> None:
    assert visitor.open("/en/a/7").fill({"when": typed}).address.startswith("/en/a/8")


def test_a_date_of_birth_that_cannot_be_is_asked_again(visitor: Visitor) -> None:
    visitor.open("/en/a/2").fill({"children-0-first_name": "Ali", "children-0-age": "2019-02-31"})
    assert "Write the age as a number, like 9." in visitor.page.select_one(".govuk-error-summary").text  # type: ignore[union-attr]
    visitor.fill({"children-0-age": "2019-02-28"})
    assert visitor.address.startswith("/en/a/3")


def test_a_picture_is_no_name_and_no_way_to_reach_somebody(visitor: Visitor) -> None:
    visitor.open("/en/y/6").fill({"contact_way": "trusted"}).fill({"trusted_name": "Gran", "trusted_reach": "👵"})
    assert visitor.error_at("trusted_reach").startswith("Error: Write how we can reach them")
