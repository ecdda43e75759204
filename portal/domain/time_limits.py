"""Whether a time limit was met (regulation 13 of SI 2006/1738: a record of each, for each representation)."""

from dataclasses import dataclass
from datetime import date

from portal.domain.clock_reading import Reading
from portal.domain.clock_rules import ClockId
from portal.domain.dataset.reading import Row
from portal.domain.words import Worded

OURS = (
    ClockId.ACKNOWLEDGEMENT, ClockId.CORPORATE_ACKNOWLEDGEMENT, ClockId.STAGE_1, ClockId.STAGE_2,
    ClockId.STAGE_3_ACKNOWLEDGEMENT, ClockId.PANEL, ClockId.PANEL_PAPERS, ClockId.PANEL_REPORT, ClockId.DIRECTOR,
    ClockId.CORPORATE_STAGE_1, ClockId.CORPORATE_STAGE_2,
)  # fmt: skip
"""The limits that the council has to keep, in the order in which they come; others are the person's, or internal."""


class Met(Worded):
    """What became of a time limit."""

    YES = "yes", "Met"
    NO = "no", "Missed"
    LATE = "late", "Late, and not done yet"
    RUNNING = "running", "Still running"
    STILL = "still", "Stands still"
    ENDED = "ended", "Ended before it was due"
    UNKNOWN = "unknown", "Not recorded"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One limit of one representation."""

    title: str
    source: str
    started: date | None
    due: date | None  # with the extensions that were made in time
    done: date | None
    met: Met
    extended: bool = False
    agreed: str = ""  # whether the person agreed to the last extension: yes, no, not_asked; empty where nobody wrote it


def verdict(due: date | None, done: date | None, ended: date | None, today: date) -> Met:
    """Whether a limit was met. `ended` is when the representation was taken back or closed, if it was.

    A limit that was over before that day was missed all the same; on the due day itself it is met.
    """
    if due is None:
        return Met.UNKNOWN
    if done is not None and (ended is None or done < ended):
        return Met.YES if done <= due else Met.NO
    if ended is not None:
        return Met.ENDED if ended <= due else Met.NO
    return Met.RUNNING if today <= due else Met.LATE


def of_clock(reading: Reading, withdrawn: date | None, today: date) -> TimeLimit:
    """A clock of the desk; one that was stopped by taking the complaint back was not kept by doing anything.

    One that stands still has no due day until it runs again.
    """
    why = reading.explanation
    done = reading.stopped
    still = reading.paused and not (done or withdrawn)
    last = why.extensions[-1] if why.extensions else None
    return TimeLimit(
        why.rule.title, why.rule.source, reading.started, None if still else reading.due, done,
        Met.STILL if still else verdict(reading.due, done, withdrawn, today), last is not None,
        last.agreed.value if last else "",
    )  # fmt: skip


def of_stage(stage: Row, representation: Row, today: date) -> TimeLimit:
    """A stage of a representation that was taken in with a dataset, as far as its days are recorded there."""
    due = stage["extended_to"] or stage["due_on"]
    ended = representation["withdrawn_on"] or representation["closed_on"]
    answered = _day(stage["responded_on"])
    met = verdict(_day(due), answered, None if answered else _day(ended), today)
    return TimeLimit(
        f"Stage {stage['stage']} answer", "", _day(stage["started_on"]), _day(due), answered, met,
        stage["extended_to"] is not None,
    )  # fmt: skip


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
