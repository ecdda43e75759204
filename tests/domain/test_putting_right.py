"""Money as people type it, and the colour of an action."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.children import consent_stands
from portal.domain.putting_right import MOST_PENCE, NotAnAmount, action_band, pence, pounds


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("150", 15000), ("£150", 15000), ("£ 1,200.50", 120050), (" 0.01 ", 1), ("1000000", 100_000_000)],
)
def test_pounds_become_pence(typed: str, amount: int) -> None:
    assert pence(typed) == amount


@pytest.mark.parametrize(
    "typed", ["", "0", "0.00", "1.5", "1.505", "1,2", "12,34", "-1", "ten", "1000000.01", "1e3", "£"]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAmount) as refused:
        pence(typed)
    assert str(refused.value) == typed


@given(st.integers(min_value=1, max_value=MOST_PENCE))
def test_an_amount_that_is_written_out_reads_back_the_same(amount: int) -> None:
    assert pence(pounds(amount)) == amount


@pytest.mark.parametrize(
    ("due", "colour"),
    [
        (date(2026, 12, 2), "red"),
        (date(2026, 12, 3), "red"),
        (date(2026, 12, 4), "amber"),
        (date(2026, 12, 8), "amber"),
        (date(2026, 12, 9), "green"),
    ],
)
def test_an_action_turns_amber_three_working_days_before_its_day_and_red_on_it(due: date, colour: str) -> None:
    assert action_band(due, date(2026, 12, 3)).value == colour


@pytest.mark.parametrize(
    ("today", "ends", "revoked", "stands"),
    [
        (date(2026, 11, 30), None, None, False),
        (date(2026, 12, 1), None, None, True),
        (date(2026, 12, 3), date(2026, 12, 3), None, True),
        (date(2026, 12, 4), date(2026, 12, 3), None, False),
        (date(2026, 12, 2), None, date(2026, 12, 3), True),
        (date(2026, 12, 3), None, date(2026, 12, 3), False),
    ],
)
def test_a_consent_counts_through_its_last_day_and_not_on_the_day_it_is_taken_back(
    today: date, ends: date | None, revoked: date | None, stands: bool
) -> None:
    assert consent_stands(today, date(2026, 12, 1), ends, revoked) is stands
