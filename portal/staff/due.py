"""Due dates that explain themselves: what is due, when, counted from which day, and how far away that is."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from flask_babel import format_date, get_locale

from portal import clock
from portal.domain.calendar import add_working_days, elapsed
from portal.domain.words import Kind, State
from portal.records.cases import Case
from portal.records.listing import Listed

ANSWER = "Answer due"
_OWED = {Kind.ADVOCACY_REQUEST: "First contact due"}
"""Where nobody owes an answer: an advocate gets in touch."""
SOON = 2
"""Working days before a date from which it is marked as due soon."""
AHEAD = 5
"""Working days that the heap "due" looks ahead."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next thing we promised about a case."""

    on: date
    words: str  # "Answer due Thu 17 Dec"
    why: str  # "10 working days from Thu 3 Dec"
    distance: str  # "in 3 working days"
    mark: str  # "late", "soon" or ""


def spoken_here() -> str:
    """The language of this page; asked once for a whole list, because asking is not cheap."""
    return str(get_locale())


FAR = timedelta(days=182)
"""From here on a day needs its year to be understood."""


def short(day: date, language: str = "") -> str:
    """A day as it fits into a table: "Thu 17 Dec", with its year where it is half a year away."""
    return _short(day, language or spoken_here())


def _short(day: date, language: str) -> str:
    return _formatted(day, "EEE d MMM y" if abs(day - clock.today()) > FAR else "EEE d MMM", language)


@lru_cache(maxsize=4096)
def _formatted(day: date, pattern: str, _language: str) -> str:
    return format_date(day, pattern).replace("Sept", "Sep")  # three letters, like every other month and page


def look_ahead(today: date) -> date:
    """The last day that the heap "due" shows."""
    return add_working_days(today, AHEAD)


def due_of(case: Case | Listed, today: date, language: str = "") -> Due | None:
    """The next date of a case in words; None when nothing is due any more."""
    if case.state is State.RECEIVED:
        on, what = case.ack_due_on, "First letter due"
    elif case.state is State.ACCEPTED:
        on, what = (case.look_by, "Look at it: due") if case.look_by else (case.due_on, _OWED.get(case.kind, ANSWER))
    else:
        return None
    return _due(on, what, case.effective_on, today, language or spoken_here())


@lru_cache(maxsize=4096)  # a list says few different things very often
def _due(on: date, what: str, start: date, today: date, language: str) -> Due:
    words = f"{what} {_short(on, language)}"
    return Due(on, words, _counted(on, start, language), distance(on, today), _mark(on, today))


def counted(due: date, start: date) -> str:
    """How a date came about: "10 working days from Thu 3 Dec"."""
    return _counted(due, start, spoken_here())


def _counted(due: date, start: date, language: str) -> str:
    return f"{_working_days(elapsed(start, due))} from {_short(start, language)}"


@lru_cache(maxsize=4096)
def distance(on: date, today: date) -> str:
    """How far away a day is: "in 3 working days", "1 working day late"."""
    if on < today:
        return f"{_working_days(max(elapsed(on, today), 1))} late"
    days = elapsed(today, on)
    return f"in {_working_days(days)}" if days else "today"


def _working_days(days: int) -> str:
    return f"{days} working day{'s' if days != 1 else ''}"


def _mark(on: date, today: date) -> str:
    if on < today:
        return "late"
    return "soon" if elapsed(today, on) <= SOON else ""
