"""The dates we promise a person on the day something arrives, and the few dates that are not plain working days."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from portal.domain.calendar import LONDON, NoTimeZone, add_working_days, is_working_day, next_working_day
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


def response_received(sent: date, by_post: bool) -> date:
    """Return the day on which a response counts as received, from which the time to ask for the next stage runs.

    The same day when sent electronically, two working days later by post: our own rule. Raises BeyondKnownHolidays.
    """
    return add_working_days(sent, 2) if by_post else sent


OFFICE_OPENS, OFFICE_CLOSES = time(9), time(17)


def safeguarding_due(
    raised: datetime, opens: time = OFFICE_OPENS, closes: time = OFFICE_CLOSES, *, always: bool = False
) -> datetime:
    """Return when somebody must have decided about a worry that a person is not safe (clock K2, our own rule).

    Within an hour while the duty team is there (London time, working days), and before it goes home; otherwise as soon
    as it is there again. With `always` it never goes home. Raises NoTimeZone and BeyondKnownHolidays.
    """
    if raised.utcoffset() is None:
        raise NoTimeZone("The moment of a worry needs its time zone.")
    local = raised.astimezone(UTC).astimezone(LONDON)
    within_an_hour = (raised.astimezone(UTC) + timedelta(hours=1)).astimezone(LONDON)
    if always:
        return within_an_hour
    on_duty = is_working_day(local.date())
    if on_duty and opens <= local.time() < closes:
        return min(within_an_hour, datetime.combine(local.date(), closes, LONDON))
    today = on_duty and local.time() < opens
    return datetime.combine(local.date() if today else next_working_day(local.date()), opens, LONDON)


def add_months(start: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month if it has no such day (29 February)."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
