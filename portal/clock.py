"""The only module that asks the machine for the time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in London: the day that counts for every clock."""
    return datetime.now(LONDON).date()


def in_london(moment: datetime) -> datetime:
    """The same moment on London's clocks."""
    return moment.astimezone(LONDON)
