"""Percentages and rounding, the same in every table."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from portal.domain.tables.shape import Value


def share(part: Value, whole: Value) -> float | None:
    """A percentage with one decimal, halves rounded up; None where there is nothing to share."""
    if not isinstance(part, int | float) or not isinstance(whole, int | float) or not whole:
        return None
    return rounded(Decimal(str(part)) * 100 / Decimal(str(whole)), "0.1")


def rounded(number: Decimal, step: str = "0.01") -> float:
    """Rounded to a step, halves up."""
    return float(number.quantize(Decimal(step), rounding=ROUND_HALF_UP))


def shares(values: Sequence[Value], sums: Sequence[Value] | None) -> tuple[Value, ...]:
    """The percentages of a row, column by column; none where there are no sums."""
    return () if sums is None else tuple(share(value, whole) for value, whole in zip(values, sums, strict=True))
