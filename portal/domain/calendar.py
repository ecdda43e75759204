"""Working days: which days count, and how many of them lie between two dates.

A working day is any day but Saturday, Sunday, Christmas Day, Boxing Day, Good Friday or a bank holiday in England
(SI 2006/1738 reg 2). Days on which a council closes its own offices are working days in law, so they count here.
"""

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from portal.domain.bank_holidays import HOLIDAYS, sure

LONDON: Final = ZoneInfo("Europe/London")

_HOLIDAY_DATES: Final = tuple(HOLIDAYS)
_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


class NoTimeZone(ValueError):
    """A moment was given without its time zone, so nobody can say which day it was in London."""


class WrongOrder(ValueError):
    """The second day comes before the first, so there are no days between them to count."""


def is_working_day(day: date) -> bool:
    """Say whether `day` is a working day. Raises BeyondKnownHolidays."""
    return sure(day).weekday() < _SATURDAY and day not in HOLIDAYS


def add_working_days(start: date, days: int) -> date:
    """Return the `days`-th working day after `start`, or before it when `days` is negative; `start` itself for 0.

    The day of receipt is day 0 (domain rule 2.1.3). Raises BeyondKnownHolidays.
    """
    day = sure(start)
    step = _ONE_DAY if days > 0 else -_ONE_DAY
    left = abs(days)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def next_working_day(day: date) -> date:
    """Return the first working day after `day`. Raises BeyondKnownHolidays."""
    return add_working_days(day, 1)


def counting_from(day: date) -> date:
    """Return the working day on which something of `day` counts: that day itself, or else the next working day.

    Domain rule 2.1.2. Raises BeyondKnownHolidays.
    """
    return day if is_working_day(day) else next_working_day(day)


def elapsed(after: date, until: date) -> int:
    """Count the working days after `after`, up to and including `until`; 0 on the same day (domain rule 2.1.4).

    Raises WrongOrder and BeyondKnownHolidays.
    """
    holidays = _in_order(after, until)
    return _weekdays_up_to(until) - _weekdays_up_to(after) - len(holidays)


def holidays_between(after: date, until: date) -> tuple[tuple[date, str], ...]:
    """List the bank holidays after `after`, up to and including `until`, with their names.

    Raises WrongOrder and BeyondKnownHolidays.
    """
    return tuple((day, HOLIDAYS[day]) for day in _in_order(after, until))


def effective_receipt(moment: datetime, cutoff: time | None = None) -> date:
    """Return the working day on which something that arrived at `moment` counts as received.

    The day is London's. Out of working days, or later than `cutoff` (London time; none by default, some councils use
    17:00 for corporate complaints), it is the next working day (domain rule 2.1.2).
    Raises NoTimeZone and BeyondKnownHolidays.
    """
    if moment.utcoffset() is None:
        raise NoTimeZone("A moment of receipt needs its time zone.")
    # By way of UTC: a time in the hour that clocks repeat in autumn is then unmistakable.
    local = moment.astimezone(UTC).astimezone(LONDON)
    too_late = cutoff is not None and local.time() > cutoff
    return next_working_day(local.date()) if too_late else counting_from(local.date())


def _in_order(after: date, until: date) -> tuple[date, ...]:
    if sure(until) < sure(after):
        raise WrongOrder(f"{until} comes before {after}.")
    return _HOLIDAY_DATES[bisect_right(_HOLIDAY_DATES, after) : bisect_right(_HOLIDAY_DATES, until)]


def _weekdays_up_to(day: date) -> int:
    # The first day of year 1 was a Monday, so the ordinal alone says how many weeks have gone.
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5)
