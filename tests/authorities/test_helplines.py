"""Helplines: only numbers that were seen, and a warning when nobody has looked for six months."""

from datetime import date

import pytest

from portal import authorities

CHECKED = date(2026, 11, 1)


def test_the_numbers_are_the_ones_that_were_seen_in_published_sources() -> None:
    phones = {line.code: line.phone for line in authorities.load_helplines() if line.phone}
    assert phones == {
        "emergency": "999",
        "silent_solution": "55",
        "childline": "0800 1111",
        "nspcc": "0808 800 5000",
        "help_at_hand": "0800 528 0731",
        "ofsted": "0300 123 1231",
        "lgsco": "0300 061 0614",
        "family_rights_group": "0808 801 0366",
    }


def test_every_helpline_says_where_its_number_is_from_and_that_nobody_dialled_it() -> None:
    for line in authorities.load_helplines():
        assert line.last_checked == CHECKED
        assert line.audience in ("child", "adult", "everyone")
        assert "not dialled" in line.source if line.phone else "no number seen" in line.source


@pytest.mark.parametrize(
    ("today", "stale"),
    [(CHECKED, False), (date(2027, 5, 1), False), (date(2027, 5, 2), True)],
)
def test_a_number_is_stale_when_more_than_six_months_have_passed(today: date, stale: bool) -> None:
    assert bool(authorities.stale_helplines(today)) is stale
