"""The councils that are shipped: what their reports print, nothing invented, and nothing promised in their name."""

from pathlib import Path

import pytest

from portal import authorities
from portal.authorities import schema
from portal.domain.clock_rules import LIMITS

REAL = ["cheshire-west-and-chester", "coventry", "havering", "surrey"]


def labels(code: str, name: str, year: int) -> list[str]:
    return [term.label for term in getattr(authorities.load(code), name).valid_in(year)]


def test_five_councils_are_shipped_and_the_neutral_one_comes_first() -> None:
    assert authorities.codes() == ("example", *REAL)
    assert authorities.DEFAULT == "example"


@pytest.mark.parametrize("code", authorities.codes())
def test_every_shipped_profile_is_without_fault(code: str) -> None:
    assert authorities.check(code) == []
    assert authorities.load(code).code == code


@pytest.mark.parametrize("code", REAL)
def test_no_promise_is_made_in_a_real_councils_name(code: str) -> None:
    unconfirmed = authorities.promises_unconfirmed(authorities.load(code))
    assert [promise.code for promise in unconfirmed] == list(schema.PROMISES)
    assert all(promise.sentence for promise in unconfirmed)


def test_the_invented_council_confirms_everything_and_leaves_nothing_open() -> None:
    example = authorities.load("example")
    assert authorities.promises_unconfirmed(example) == ()
    assert authorities.unknown_contacts(example) == ()


@pytest.mark.parametrize("code", REAL)
def test_letters_for_a_real_council_cannot_reach_anyone_until_it_gives_its_addresses(code: str) -> None:
    council = authorities.load(code)
    placeholders = authorities.placeholder_addresses(council)
    assert placeholders == tuple(f"mailbox {box}" for box in council.mailboxes)
    assert not council.contacts.email, "a placeholder must not be shown to the public"


@pytest.mark.parametrize("code", REAL)
def test_a_real_council_has_no_number_that_was_not_seen_in_its_report(code: str) -> None:
    seen = {name: value for name, value in authorities.load(code).own_values().items() if "phone" in name and value}
    assert seen == ({"childrens_rights_phone": "0800 0272 118"} if code == "coventry" else {})


def test_the_invented_councils_numbers_are_from_the_ranges_kept_for_drama() -> None:
    numbers = {name: value for name, value in authorities.load("example").own_values().items() if "phone" in name}
    numbers["text"] = authorities.load("example").contacts.text_number
    assert all(number.startswith(("01632 960", "07700 900", "08081 570")) for number in numbers.values()), numbers


def test_the_example_shows_every_limit_option_and_promise_there_is() -> None:
    text = (Path(authorities.__file__).parent / "example.toml").read_text(encoding="utf-8")
    for key in (*LIMITS, *schema.OPTION, *schema.RETENTION, *schema.PROMISES, *schema.CONTACTS, *schema.MAILBOX):
        assert f"\n{key} = " in text or f" {key} = " in text, key


def test_coventry_prints_the_teams_and_words_of_each_years_report() -> None:
    assert labels("coventry", "teams", 2018) == [
        *("LAC/permanency", "Fostering & adoption", "Team South", "ThroughCare", "Team West", "Team East"),
        *("Team Central", "MASH/responsive services", "Children's Disability Team", "Team Wood End", "Team Radford"),
        *("Safeguarding", "Commissioning"),
    ]
    assert "Area team Hillfields" in labels("coventry", "teams", 2017)
    assert labels("coventry", "categories", 2017)[0] == "Poor communication"
    assert labels("coventry", "categories", 2018)[0] == "Communication"
    assert authorities.load("coventry").labels["method"].label("online_form", 2017) == "Form"


def test_havering_has_no_cad_in_2016_and_counts_partly_as_upheld() -> None:
    assert "CAD" not in labels("havering", "teams", 2016)
    assert "CAD" in labels("havering", "teams", 2017)
    assert authorities.load("havering").labels["outcome"].label("partly_upheld", 2017) == "Upheld"


def test_cheshire_wests_lack_of_support_stands_under_two_parents_and_rolls_up_to_each() -> None:
    categories = authorities.load("cheshire-west-and-chester").categories
    found = [term.code for term in categories.valid_in(2016) if term.label == "Lack of support"]
    assert [categories.canonical(code, 2016) for code in found] == ["standard_of_service", "staff_conduct"]
    assert "Transition Team" not in labels("cheshire-west-and-chester", "teams", 2015)


def test_settings_differ_as_the_reports_do_and_the_rest_is_as_usual() -> None:
    west, surrey = authorities.load("cheshire-west-and-chester"), authorities.load("surrey")
    assert (west.options.s3_response_anchor, west.limits["s3_response"]) == ("panel_day", 20)
    assert (surrey.options.s3_response_anchor, surrey.limits["s3_response"]) == ("recommendations_received", 15)
    assert surrey.limits == {name: limit.default for name, limit in LIMITS.items()}
    assert authorities.load("coventry").options.s1_report_bands == (10,)


def test_a_council_can_bring_its_own_file(tmp_path: Path) -> None:
    text = (Path(authorities.__file__).parent / "example.toml").read_text(encoding="utf-8")
    profile = tmp_path / "borsetshire.toml"
    profile.write_text(text.replace('code = "example"', 'code = "borsetshire"', 1), encoding="utf-8")
    assert authorities.check(profile) == []
    assert authorities.load(str(profile)).code == "borsetshire"
