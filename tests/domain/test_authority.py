"""What pages may say about a council, and what they must leave out."""

import pytest

from portal import authorities
from portal.domain.authority import UnknownPromise


def test_a_page_gets_the_councils_own_words_and_the_helplines() -> None:
    values = authorities.load("example").values()
    assert values["council"] == "Example Council"
    assert values["duty_phone"] == "01632 960101"
    assert values["advocacy_days"] == "2"
    assert values["childline_phone"] == "0800 1111"
    assert values["team_address"].startswith("Children's complaints team, Example Council")


def test_what_a_council_has_not_given_is_empty_and_not_among_the_filled() -> None:
    havering = authorities.load("havering")
    assert havering.values()["duty_phone"] == ""
    assert havering.values()["advocacy_days"] == ""
    assert havering.values()["retention_years"] == ""
    assert "duty_phone" not in havering.filled()
    assert havering.filled()["council_short"] == "Havering"


def test_every_council_offers_pages_the_same_placeholders() -> None:
    names = {code: set(authorities.load(code).values()) for code in authorities.codes()}
    assert len({frozenset(found) for found in names.values()}) == 1


def test_a_promise_counts_only_when_it_is_confirmed_and_a_misspelt_one_is_an_error() -> None:
    assert authorities.load("example").promised("call_today")
    assert not authorities.load("coventry").promised("call_today")
    with pytest.raises(UnknownPromise):
        authorities.load("coventry").promised("call_tomorrow")


def test_leaving_fast_has_somewhere_bland_to_go_in_every_council() -> None:
    assert {authorities.load(code).contacts.exit_url for code in authorities.codes()} == {
        "https://www.bbc.co.uk/weather"
    }
