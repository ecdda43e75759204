"""Sums of money: what too few people were paid for is not told apart from the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

LEAST_PAYMENTS = 3
"""With two payments under one heading, each of the two who were paid could work out the other's."""
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paid:
    """What was paid for one thing: how many payments, and pounds in all."""

    payments: int
    amount: Decimal

    def __add__(self, more: "Paid") -> "Paid":
        return Paid(self.payments + more.payments, self.amount + more.amount)


@dataclass(frozen=True, slots=True)
class PublishedMoney:
    """The headings that may be printed, in their order, and the total over all; no headings: the total alone."""

    details: Mapping[str, Paid]
    total: Paid


def merge_rare(details: Mapping[str, Paid], other: str = OTHER) -> PublishedMoney:
    """Puts every heading with fewer than three payments under `other`; if that is still fewer, only the total is left.

    A heading nobody was paid under stays, as nought.
    """
    total = sum(details.values(), Paid(0, Decimal(0)))
    rare = {name for name, paid in details.items() if 0 < paid.payments < LEAST_PAYMENTS}
    if not rare:
        return PublishedMoney(dict(details), total)
    gathered = sum((paid for name, paid in details.items() if name in rare | {other}), Paid(0, Decimal(0)))
    if gathered.payments < LEAST_PAYMENTS:
        return PublishedMoney({}, total)
    kept = {name: paid for name, paid in details.items() if name not in rare | {other}}
    return PublishedMoney(kept | {other: gathered}, total)
