"""Until which hour a worry about somebody's safety waits to be decided about, and whether that has passed."""

from datetime import datetime

from portal import clock
from portal.records.cases import Case
from portal.services import keeping_safe
from portal.staff.due import short


def waits(case: Case) -> list[str]:
    """Until which hour a worry waits to be decided about; nothing where none does."""
    return [until(due) for due in keeping_safe.decide_by([case]).values()]


def until(due: datetime) -> str:
    """The hour, with its day unless it is today."""
    local = clock.in_london(due)
    day = "" if local.date() == clock.today() else f"{short(local.date())}, "
    return f"Decide by {day}{local:%H:%M}{' (late)' if clock.now() > due else ''}"
