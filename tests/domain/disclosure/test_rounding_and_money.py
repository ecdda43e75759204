"""Counts of children rounded, payments merged, averages of few cases left out."""

from decimal import Decimal

import pytest

from portal.domain.disclosure.money import Paid, merge_rare
from portal.domain.disclosure.risk_classes import RiskClass, Settings, average_may_be_shown
from portal.domain.disclosure.rounding import rounded, rounded_percentage


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, 0), (1, "c"), (7, "c"), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (102, 100), (103, 105)],
)
def test_a_count_of_children_is_rounded(count: int, shown: int | str) -> None:
    assert rounded(count) == shown


@pytest.mark.parametrize(
    ("count", "base", "shown"), [(12, 42, 25), (0, 42, 0), (7, 42, "c"), (10, 19, "c"), (40, 40, 100), (8, 80, 13)]
)
def test_a_percentage_is_worked_out_from_rounded_counts(count: int, base: int, shown: int | str) -> None:
    assert rounded_percentage(count, base) == shown


def paid(payments: int, pounds: str) -> Paid:
    return Paid(payments, Decimal(pounds))


def test_payments_of_few_are_merged() -> None:
    done = merge_rare(
        {"travel": paid(5, "90"), "savings": paid(1, "50"), "passport": paid(2, "58.50"), "distress": paid(0, "0")}
    )
    assert done.details == {"travel": paid(5, "90"), "distress": paid(0, "0"), "other": paid(3, "108.50")}
    assert done.total == paid(8, "198.50")


def test_where_even_the_rest_is_few_only_the_total_is_told() -> None:
    done = merge_rare({"travel": paid(5, "90"), "savings": paid(1, "50"), "other": paid(1, "10")})
    assert done.details == {}
    assert done.total == paid(7, "150")


def test_nothing_is_merged_without_need() -> None:
    details = {"travel": paid(5, "90"), "other": paid(3, "10")}
    assert merge_rare(details).details == details


def test_an_average_needs_enough_cases() -> None:
    assert [average_may_be_shown(count, RiskClass.SERVICE) for count in (4, 5)] == [False, True]
    assert [average_may_be_shown(count, RiskClass.CHILDREN) for count in (7, 8)] == [False, True]
    assert average_may_be_shown(1, RiskClass.INTERNAL)


def test_the_width_follows_the_threshold_unless_it_is_given() -> None:
    assert (Settings().width, Settings(threshold=6).width, Settings(width=2).width) == (4, 5, 2)
    for wrong in ({"threshold": 1}, {"width": -1}, {"base": -1}):
        with pytest.raises(ValueError, match="threshold is 2 or more"):
            Settings(**wrong)
