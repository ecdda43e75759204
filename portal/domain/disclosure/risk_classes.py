"""How freely each kind of table may be published, and how small a figure has to be to be kept back."""

from dataclasses import dataclass
from typing import Final

from portal.domain.words import Worded

CONFIDENTIAL: Final = "c"
"""What stands in the place of a figure that is kept back; the same for small figures and for those that shield them."""


class CannotBeProtected(Exception):
    """A table would give somebody away however many of its figures were kept back: merge categories instead."""


class TookTooLong(CannotBeProtected):
    """No safe way to print some tables together was found with the effort that was allowed."""

    def __init__(self) -> None:
        super().__init__("No safe way to publish these tables together was found in time: merge categories or tables.")


class RiskClass(Worded):
    """What a table is about decides what a stranger could learn from it about one person (a decision of this project).

    The Department for Education prints `c` for a small figure and shields it with further ones; the health service
    rounds counts to the nearest five. Tables about the service follow the first, tables about children the second.
    """

    TOTALS = "A", "Totals and averages"
    SERVICE = "B", "How the service worked"
    CHILDREN = "C", "What children are like"
    MONEY = "D", "Money"
    INTERNAL = "I", "Management, not for publication"


@dataclass(frozen=True, slots=True)
class Settings:
    """How small is small.

    Counts from 1 to `threshold` - 1 are kept back. What a stranger can work out about one of them must leave a range at
    least `width` wide (if not given: `threshold` - 1). A group of fewer than `base` people who all fall into one
    category is kept back with its zeros, because the zeros alone would tell about every one of them; 0 turns that off.
    `effort` bounds the search, in figures looked at: the same tables come out the same, however busy the machine.
    """

    threshold: int = 5
    width: int = 0
    base: int = 5
    effort: int = 30_000_000

    def __post_init__(self) -> None:
        if self.threshold < 2 or self.width < 0 or self.base < 0:
            raise ValueError("a threshold is 2 or more, a width and a base are not negative")
        if not self.width:
            object.__setattr__(self, "width", self.threshold - 1)

    def is_small(self, value: int) -> bool:
        """Whether a count is too small to print; nought is not: it is about nobody."""
        return 0 < value < self.threshold


LEAST_FOR_AN_AVERAGE = 5
LEAST_FOR_AN_AVERAGE_OF_CHILDREN = 8


def average_may_be_shown(count: int, risk_class: RiskClass) -> bool:
    """Whether a mean, a median or a percentage of `count` cases says little enough about any one of them."""
    least = LEAST_FOR_AN_AVERAGE_OF_CHILDREN if risk_class is RiskClass.CHILDREN else LEAST_FOR_AN_AVERAGE
    return risk_class is RiskClass.INTERNAL or count >= least
