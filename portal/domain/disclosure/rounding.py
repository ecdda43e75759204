"""Counts of what children are like: small ones kept back, the others rounded to the nearest five.

Every total is rounded from its own true count, so that a rounded table need not add up; a note has to say so. Nothing
further has to be kept back, as long as no other table prints one of the same counts unrounded.
"""

from typing import Literal

from portal.domain.disclosure.risk_classes import CONFIDENTIAL

SMALLEST_SHOWN = 8
NEAREST = 5
LEAST_BASE = 20
"""The fewest children a table of their characteristics may be about, and a percentage may be of."""


def rounded(count: int) -> int | Literal["c"]:
    """Nought stays; 1 to 7 are kept back; from 8 on the nearest multiple of five, halves upwards."""
    if count == 0:
        return 0
    if count < SMALLEST_SHOWN:
        return CONFIDENTIAL
    return (2 * count + NEAREST) // (2 * NEAREST) * NEAREST


def rounded_percentage(count: int, base: int) -> int | Literal["c"]:
    """What part of `base` children `count` is, in whole per cent, halves upwards, worked out from the rounded counts.

    Kept back when the base is fewer than twenty children or the count itself is kept back.
    """
    part, whole = rounded(count), rounded(base)
    if base < LEAST_BASE or part == CONFIDENTIAL or whole == CONFIDENTIAL:
        return CONFIDENTIAL
    return (200 * part + whole) // (2 * whole)
