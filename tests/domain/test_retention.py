"""From which day on a case may be let go, and why not sooner."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.procedures import Procedure
from portal.domain.retention import Ended, Over, Periods, RetentionClass, class_of, kept_until, rule_of, years_after
from portal.domain.words import Kind

CLOSED = date(2016, 12, 3)
CAME = date(2016, 5, 12)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
AGES = st.lists(st.none() | st.integers(0, 120), max_size=4).map(tuple)


def over(kept_as: RetentionClass = RetentionClass.STATUTORY, **more: object) -> Over:
    return Over(kept_as, CAME, CLOSED, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kept_as", "until"),
    [
        (RetentionClass.OTHER, date(2022, 12, 3)), (RetentionClass.PRAISE, date(2019, 12, 3)),
        (RetentionClass.ADVOCACY, date(2019, 12, 3)), (RetentionClass.ELSEWHERE, date(2019, 12, 3)),
    ],
)  # fmt: skip
def test_each_class_has_its_own_years_and_does_not_ask_how_old_anybody_is(kept_as: RetentionClass, until: date) -> None:
    assert kept_until(over(kept_as), Periods()).until == until


def test_a_statutory_complaint_of_somebody_grown_goes_ten_years_after_it_was_closed() -> None:
    kept = kept_until(over(ages=(17,)), Periods())
    assert kept.until == date(2026, 12, 3)
    assert kept.why == "Statutory complaint: kept for 10 years after it was closed on 3 December 2016."


def test_that_of_a_small_child_is_kept_until_they_have_certainly_turned_25() -> None:
    kept = kept_until(over(ages=(16, 9)), Periods())
    assert kept.until == date(2032, 5, 12), "a child of 9 may have turned 9 on the very day it came"
    assert "The youngest child was 9 when it came, on 12 May 2016" in kept.why


@pytest.mark.parametrize("ages", [(), (None,), (24, None)])
def test_where_an_age_is_not_known_the_longest_it_may_be_is_taken_and_said(ages: tuple[int | None, ...]) -> None:
    kept = kept_until(over(ages=ages), Periods())
    assert kept.until == date(2041, 5, 12)
    assert kept.why.startswith("Nobody wrote down how old the child was.")


def test_what_the_ombudsman_looked_at_is_kept_ten_years_after_that() -> None:
    kept = kept_until(over(RetentionClass.OTHER, ombudsman_on=date(2018, 2, 28)), Periods())
    assert kept.until == date(2028, 2, 28) and "Ombudsman" in kept.why


def test_an_answer_that_nobody_closed_says_so() -> None:
    kept = kept_until(over(RetentionClass.OTHER, ended=Ended.ANSWERED), Periods())
    assert kept.why.endswith(
        "kept for 6 years after anything last happened in it on 3 December 2016. Nobody closed it."
    )


def test_a_council_has_its_own_years() -> None:
    assert kept_until(over(ages=(24,)), Periods(statutory=35)).until == date(2051, 12, 3)


def test_a_certificate_tells_the_rule_and_neither_day_nor_age() -> None:
    assert rule_of(RetentionClass.STATUTORY, Periods()) == (
        "Statutory complaint: kept for 10 years after it was over, or until its youngest child was 25."
    )
    assert rule_of(RetentionClass.PRAISE, Periods()).endswith("kept for 3 years after it was over.")


def test_a_leap_day_is_never_too_early() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 3, 1)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_every_procedure_and_kind_is_kept_as_something_and_what_is_unclear_longest() -> None:
    assert {class_of(kind, procedure) for kind in Kind for procedure in Procedure} == set(RetentionClass)
    assert class_of(Kind.COMPLAINT, Procedure.INTAKE) is RetentionClass.STATUTORY
    assert class_of(Kind.COMPLIMENT, Procedure.INTAKE) is RetentionClass.PRAISE
    assert class_of(Kind.ENQUIRY, Procedure.ENQUIRY, merged=True) is RetentionClass.STATUTORY


@given(st.sampled_from(list(RetentionClass)), DAYS, st.integers(0, 4000), AGES, st.none() | DAYS)
def test_nothing_goes_before_its_years_are_over_nor_before_a_known_child_can_be_25(
    kept_as: RetentionClass, came: date, days: int, ages: tuple[int | None, ...], ombudsman: date | None
) -> None:
    periods, ended = Periods(), came + timedelta(days)
    kept = kept_until(Over(kept_as, came, ended, ages=ages, ombudsman_on=ombudsman), periods)
    assert kept.until >= years_after(ended, periods.of(kept_as)) >= years_after(ended, periods.shortest)
    if ombudsman:
        assert kept.until >= years_after(ombudsman, periods.ombudsman)
    if kept_as is RetentionClass.STATUTORY:
        youngest = min((0 if age is None else age for age in ages), default=0)
        born_last = years_after(came, -youngest)
        assert kept.until >= years_after(born_last, 25) - timedelta(1)
    assert kept.why.endswith(".")


@given(AGES, AGES)
def test_one_child_more_never_makes_it_go_sooner(some: tuple[int | None, ...], more: tuple[int | None, ...]) -> None:
    if some:
        assert kept_until(over(ages=(*some, *more)), Periods()).until >= kept_until(over(ages=some), Periods()).until
