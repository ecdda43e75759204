"""The dates we promise a person on the day something arrives, and the few dates that are not plain working days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.domain.calendar import add_working_days
from portal.domain.clock_rules import DEFAULT_LIMITS


class Anchor(StrEnum):
    """Where the ten days of a corporate complaint start."""

    ACKNOWLEDGEMENT = "acknowledgement"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class PromisedDates:
    """What a receipt may promise: our first letter, our answer, and our answer when it is complex; all inclusive."""

    ack: date
    due: date
    due_max: date


class NoPromise(ValueError):
    """A procedure was named that promises no dates on receipt."""


def promised_dates(
    effective_receipt: date,
    procedure: str = "statutory",
    limits: Mapping[str, int] = DEFAULT_LIMITS,
    anchor: Anchor = Anchor.ACKNOWLEDGEMENT,
) -> PromisedDates:
    """Return the dates to promise for a "statutory" or "corporate" complaint received on a working day.

    Statutory: 10 working days from receipt, 20 at most (SI 2006/1738 reg 14). Corporate: 10 working days from the
    acknowledgement, and 10 more at most (LGSCO Complaint Handling Code 2024); the acknowledgement is not yet sent, so
    its own last day is what we can promise from. `limits` may name only what differs from the defaults.
    Raises NoPromise and BeyondKnownHolidays.
    """
    days = {**DEFAULT_LIMITS, **limits}
    if procedure == "statutory":
        return PromisedDates(
            ack=add_working_days(effective_receipt, days["ack"]),
            due=add_working_days(effective_receipt, days["s1_base"]),
            due_max=add_working_days(effective_receipt, days["s1_max"]),
        )
    if procedure == "corporate":
        ack = add_working_days(effective_receipt, days["corp_ack"])
        start = ack if anchor is Anchor.ACKNOWLEDGEMENT else effective_receipt
        return PromisedDates(
            ack=ack,
            due=add_working_days(start, days["corp_s1_base"]),
            due_max=add_working_days(start, days["corp_s1_max"]),
        )
    raise NoPromise(f"No dates are promised on receipt for the procedure {procedure!r}.")
