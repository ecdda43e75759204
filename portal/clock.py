"""The only module that asks the machine for the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_pretended: ContextVar[datetime | None] = ContextVar("pretended", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _pretended.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in London: the day that counts for every clock."""
    return in_london(now()).date()


def in_london(moment: datetime) -> datetime:
    """The same moment on London's clocks."""
    return moment.astimezone(LONDON)


@contextmanager
def pretend(moment: datetime) -> Iterator[None]:
    """Let it be another moment while the block lasts: for the demonstration, whose invented cases lie in the past."""
    before = _pretended.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _pretended.reset(before)
