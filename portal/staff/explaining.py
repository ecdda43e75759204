"""A due date as somebody can check it: its rule and source, the days counted and left out, pauses, more time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain.clock_events import Agreed
from portal.domain.clock_reading import Pause, Reading
from portal.domain.clock_rules import Measure, PauseReason, Standing
from portal.domain.rag import Band, band
from portal.services.proceeding_clocks import thresholds
from portal.staff.due import short
from portal.web.text import day, say

BANDS = {
    Band.GREEN: ("On time", "green"),
    Band.AMBER: ("Due soon", "yellow"),
    Band.RED: ("Due today or late", "red"),
    Band.BEYOND: ("Beyond the longest time", "red"),
    Band.PAUSED: ("Stands still", "grey"),
}
PAUSES = {
    PauseReason.AWAITING_ADVOCATE: "Waiting for an advocate",
    PauseReason.CONCURRENT_PROCEEDINGS: "Court or another process has to come first",
    PauseReason.COMPLAINANT_REQUEST: "The person asked for it",
    PauseReason.AWAITING_CONSENT: "Waiting for consent",
}
AGREED = {Agreed.YES: "Yes", Agreed.NO: "No", Agreed.NOT_ASKED: "Not asked"}
SURE = {
    Standing.READ: "",
    Standing.RECALLED: "to be checked before it is quoted",
    Standing.LOCAL: "not a law",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock as a card: what it measures, where it stands, and every reason for its day."""

    title: str
    tag: tuple[str, str]
    due: str
    lines: list[str]


def explained(reading: Reading) -> Clock:
    """A clock's day with everything it came from."""
    why, rule = reading.explanation, reading.explanation.rule
    stage = band(reading, thresholds())
    tag = (f"Done {short(reading.stopped)}", "grey") if reading.stopped else BANDS[stage] if stage else ("", "")
    source = ", ".join(part for part in (rule.source, SURE[rule.standing]) if part)
    lines = [f"Time allowed: {reading.limit} {_unit(rule.measure)} from {day(reading.started)} ({source})."]
    if why.counted:
        lines.append(f"Counted: {_run(why.counted)}. Weekends do not count.")
    lines += [f"Left out: {day(holiday)}, {say(name)}." for holiday, name in why.holidays]
    lines += [_pause(one, reading.as_at) for one in why.pauses]
    lines += [
        f"More time: on {day(one.on)} moved from {day(one.old_due)} to {day(one.new_due)}. Why: {one.reason} "
        f"The person agreed: {AGREED[one.agreed].lower()}."
        for one in why.extensions
    ]
    if reading.latest:
        lines.append(f"The longest time allowed ends on {day(reading.latest)}.")
    if not reading.stopped:
        lines.append(
            f"Gone: {max(reading.elapsed, 0)}. Left: {reading.left}."
            if reading.left >= 0
            else f"Over by {-reading.left}."
        )
    return Clock(say(rule.title), tag, day(reading.due), lines)


def _run(days: Sequence[date]) -> str:
    return f"{short(days[0])} to {short(days[-1])}, {len(days)} working days"


def _unit(measure: Measure) -> str:
    return "working days" if measure is Measure.WORKING_DAYS else "days"


def _pause(one: Pause, as_at: date) -> str:
    until = f"to {day(one.end)}" if one.end else "and still does"
    taken = one.days(as_at)
    return f"Stood still: {PAUSES[one.reason].lower()}, from {day(one.start)} {until}: {taken} working days left out."
