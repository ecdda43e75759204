"""The pages that tell and ask nothing: what they promise, what they leave out, and that they ask nothing of anybody."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import event

from portal.authorities import load
from portal.config import translations
from portal.extensions import db
from portal.public.access_words import IN_SHORT
from portal.public.information import NOTICES
from tests.application import NOON
from tests.domain.journeys.readability import read
from tests.visitor import HISTORY_SAFE, Visitor

OFFERED = {code: one["autonym"] for code, one in translations().items() if one["offered"]}
SWITCHED_ON = ["en", *sorted(OFFERED, key=lambda code: OFFERED[code])]
"""English, then the languages that are offered, by their own names."""
PATHS = ("help-now", "languages", *(notice.path for notice in NOTICES))


@pytest.fixture
def council(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make the site another council's."""

    def become(code: str) -> None:
        authority = load(code)
        monkeypatch.setitem(app.extensions, "portal.authority", authority)
        monkeypatch.setitem(app.extensions, "portal.values", dict(authority.values()))

    return become


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_information_page_opens_without_database_or_cookie(app: Flask, path: str, language: str) -> None:
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    visitor = Visitor(app).open(f"/{language}/{path}")
    assert visitor.answer.status_code == 200
    assert asked == []
    assert "Set-Cookie" not in visitor.answer.headers


@pytest.mark.parametrize("path", PATHS)
def test_neither_address_nor_title_tells_a_reader_of_the_history(app: Flask, path: str) -> None:
    page = Visitor(app).open(f"/en/{path}").page
    assert page.title is not None
    assert not HISTORY_SAFE.search(path + page.title.text)


def test_titles_are_different() -> None:
    titles = [notice.title for notice in NOTICES]
    assert len(set(titles)) == len(titles)


def test_help_now_can_be_rung_with_one_touch(visitor: Visitor) -> None:
    links = [str(link["href"]) for link in visitor.open("/en/help-now").page.select("main .phone a")]
    assert links[:3] == ["tel:999", "tel:08001111", "tel:01632960101"]
    assert "They are there all day and all night" in visitor.text


def test_help_now_leaves_out_what_the_council_has_not_told_or_confirmed(
    visitor: Visitor, council: Callable[[str], None]
) -> None:
    council("coventry")
    visitor.open("/en/help-now")
    assert [str(link["href"]) for link in visitor.page.select("main .phone a")][:2] == ["tel:999", "tel:08001111"]
    assert "Our team" not in visitor.text
    assert "%(" not in visitor.text


def test_what_happens_next_names_real_days(visitor: Visitor, at: Callable[[datetime], None]) -> None:
    at(NOON)
    assert "by Thursday 17 December" in visitor.open("/en/how").text
    assert "by Monday 7 December" in visitor.text
    assert "Thursday 17 December" in visitor.open("/en/how/adult").text


def test_beyond_the_years_whose_holidays_are_known_no_day_is_named(
    visitor: Visitor, at: Callable[[datetime], None]
) -> None:
    at(datetime(2029, 6, 1, 12, tzinfo=UTC))
    visitor.open("/en/how")
    assert visitor.answer.status_code == 200
    assert "If you tell us today" not in visitor.text


def test_a_promise_is_made_only_where_the_council_confirmed_it(
    visitor: Visitor, council: Callable[[str], None]
) -> None:
    promise = "They are not your social worker."
    assert promise in visitor.open("/en/how").text
    council("surrey")
    assert promise not in visitor.open("/en/how").text
    assert "A team that deals with complaints reads it." in visitor.text


def test_words_that_have_no_simpler_name_are_explained(visitor: Visitor) -> None:
    words = [term.text for term in visitor.open("/en/how").page.select("dt")]
    assert {"Advocate", "PA", "Ombudsman"} <= set(words)


def test_other_ways_to_tell_us_are_those_the_council_has(visitor: Visitor, council: Callable[[str], None]) -> None:
    visitor.open("/en/how")
    assert "Other ways to tell us" in visitor.text
    assert "01632 960100" in visitor.text
    assert visitor.page.select_one('main a[href="https://relay.example-council.example"]')
    council("havering")
    assert "Other ways to tell us" not in visitor.open("/en/how").text


def test_the_privacy_notice_says_how_long_and_whom_to_ask(visitor: Visitor, council: Callable[[str], None]) -> None:
    text = visitor.open("/en/privacy").text
    for said in ("data controller", "public task", "for 10 years", "data.protection@example-council.example", "(ICO)"):
        assert said in text
    assert "for 10 years" in visitor.open("/en/privacy/young").text
    council("havering")
    assert "%(" not in visitor.open("/en/privacy").text


def test_the_accessibility_statement_claims_only_what_was_checked(visitor: Visitor) -> None:
    text = visitor.open("/en/access").text
    assert "Not yet checked by people. Automated checks pass." in text
    assert not re.search(r"fully|complies|compliant", text)
    for needed in ("(WCAG) 2.2", "(EHRC)", "(EASS)", "will have a reply by", "21 November 2026", "21 November 2027"):
        assert needed in text


def test_its_version_for_children_has_seven_sentences() -> None:
    assert len(read([line.text for line in IN_SHORT.lines]).sentences) == 7


def test_the_cookie_page_is_true(app: Flask) -> None:
    visitor = Visitor(app)
    assert "This site has one" in visitor.open("/en/cookies").text
    visitor.open("/en/t")
    assert len(visitor.client._cookies) == 1


def test_languages_stand_under_their_own_names(visitor: Visitor) -> None:
    links = visitor.open("/en/languages").page.select("main a[hreflang]")
    assert [str(link["hreflang"]) for link in links] == SWITCHED_ON
    assert [link.select("[lang]")[0].text for link in links[1:]] == sorted(OFFERED.values())
    arabic = links[SWITCHED_ON.index("ar")].select_one("[dir=rtl]")
    assert arabic is not None
    assert (arabic["lang"], arabic.text) == ("ar", "العربية")
    assert "My language is not here" in visitor.text


def test_a_new_language_leads_back_to_the_page_one_was_on(visitor: Visitor) -> None:
    visitor.open("/en/languages", Referer="http://localhost/en/y?v=leaver")
    links = [str(link["href"]) for link in visitor.page.select("main a[hreflang]")]
    assert links[1] == "/pl/y?v=leaver"


@pytest.mark.parametrize(
    "came_from", ["http://elsewhere.example/en/y", "http://localhost/en/nothing", "http://localhost/x", "nonsense:["]
)
def test_a_page_elsewhere_is_not_led_back_to(visitor: Visitor, came_from: str) -> None:
    visitor.open("/en/languages", Referer=came_from)
    links = [str(link["href"]) for link in visitor.page.select("main a[hreflang]")]
    assert links == [f"/{code}/" for code in SWITCHED_ON]


def test_safety_lines_stand_in_english_too_until_a_professional_has_checked_them(visitor: Visitor) -> None:
    english = [tag.text for tag in visitor.open("/ar/help-now").page.select("main [lang=en]")]
    assert "If you are in danger, call 999." in english


def test_a_section_with_nothing_to_say_is_left_out(app: Flask) -> None:
    from portal.public.information import sayable

    silent = dataclasses.replace(IN_SHORT, lines=())
    with app.test_request_context("/en/"):
        assert sayable((silent,)) == []
