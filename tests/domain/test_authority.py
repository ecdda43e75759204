"""What pages may say about a council, and what they must leave out."""

from datetime import date

import pytest

from portal import authorities
from portal.domain.authority import (
    AdvocacyProvider,
    Authority,
    Contacts,
    DataProtectionOfficer,
    Helpline,
    UnknownPromise,
)


def test_a_page_gets_the_councils_own_words_and_the_helplines() -> None:
    values = authorities.load("example").values()
    assert values["council"] == "Example Council"
    assert values["duty_phone"] == "01632 960101"
    assert values["advocacy_days"] == "2"
    assert values["childline_phone"] == "0800 1111"
    assert values["team_address"].startswith("Children's complaints team, Example Council")


def test_every_placeholder_takes_the_value_of_its_own_name() -> None:
    council = Authority(
        code="avon", name="Avon County Council", short_name="Avon", department="Children's services",
        contacts=Contacts(
            phone="01", duty_phone="02", duty_hours="day and night", email="team@avon.example",
            address=("1 Quay", "Avon"), text_number="03", visit="1 Quay, any day", website="https://avon.example",
            bsl_relay_url="https://bsl.example", exit_url="https://weather.example", childrens_rights_phone="04",
        ),
        mailboxes={}, conflict_mailbox="", routing=(),
        advocacy=AdvocacyProvider("Voices", "05", "voices@example.org", 3),
        data_protection=DataProtectionOfficer("Ada Byron", "dpo@avon.example", "06"),
        retention_years=6,
        helplines=(Helpline("childline", "Childline", "07", "", "", "child", date(2026, 1, 1), ""),),
    )  # fmt: skip
    assert council.values() == {
        "council": "Avon County Council", "council_short": "Avon", "department": "Children's services",
        "phone": "01", "duty_phone": "02", "duty_hours": "day and night", "team_email": "team@avon.example",
        "team_address": "1 Quay, Avon", "text_number": "03", "visit": "1 Quay, any day",
        "website": "https://avon.example", "bsl_relay_url": "https://bsl.example",
        "exit_url": "https://weather.example", "childrens_rights_phone": "04",
        "advocacy_name": "Voices", "advocates": "Voices", "advocacy_phone": "05",
        "advocacy_email": "voices@example.org", "advocacy_days": "3", "dpo_name": "Ada Byron",
        "dpo_email": "dpo@avon.example", "dpo_phone": "06", "retention_years": "6", "until_age": "25",
        "childline_phone": "07",
    }  # fmt: skip
    assert council.filled() == council.values()


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
    with pytest.raises(UnknownPromise, match="call_tomorrow"):
        authorities.load("coventry").promised("call_tomorrow")


def test_leaving_fast_has_somewhere_bland_to_go_in_every_council() -> None:
    assert {authorities.load(code).contacts.exit_url for code in authorities.codes()} == {
        "https://www.bbc.co.uk/weather"
    }
