"""The colour of a clock for the weekly report: green, amber, red, and beyond what the law allows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from portal.domain.clock_reading import Reading


class Band(StrEnum):
    """How worried to be about a clock. A clock that has stopped has no band."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BEYOND = "beyond"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when a clock is amber: this percentage of its limit left or less, or this many days left or fewer.

    The annual reports ask for a weekly colour and give no numbers, so these are ours and a council may set its own.
    """

    percent: int = 50
    days: int = 3


USUAL: Final = Thresholds()


def band(reading: Reading, thresholds: Thresholds = USUAL) -> Band | None:
    """Return the band of a clock on the day it was read; None once it has stopped.

    Red on the due day itself. A pause turns a clock grey only if it was not late before: it must not hide a breach.
    """
    if reading.stopped:
        return None
    if reading.beyond:
        return Band.BEYOND
    if reading.late:
        return Band.RED
    if reading.paused:
        return Band.PAUSED
    if reading.as_at == reading.due:
        return Band.RED
    if reading.left <= thresholds.days or reading.left * 100 <= reading.limit * thresholds.percent:
        return Band.AMBER
    return Band.GREEN
