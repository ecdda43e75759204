"""A list of cases as the inbox and the search show it: every text of a row, ready to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain.references import format_reference
from portal.domain.words import State
from portal.records.listing import Listed
from portal.staff.due import Due, due_of, short, spoken_here
from portal.staff.links import case_urls
from portal.web.language import KNOWN

Officers = Sequence[tuple[int, str, bool]]
MARKS = (
    ("urgent", "Urgent", "red"),
    ("hear_alone", "Check with the child alone", "yellow"),
    ("held", "Held", "yellow"),
    ("unhappy", "Asked for the next step", "yellow"),
)
COLOURS = {"late": "red", "soon": "yellow"}


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the list; what does not apply is empty."""

    url: str
    reference: str
    marks: tuple[tuple[str, str], ...]
    due: str
    mark: str  # the colour of how near it is
    distance: str
    why: str
    state: str
    waiting: bool
    arrived: str
    audience: str
    language: str
    method: str
    officer: str


def rows_of(cases: Sequence[Listed], hidden: frozenset[int], today: date, officers: Officers) -> list[Row]:
    """The rows of these cases without the hidden ones."""
    names = {number: _line(name) for number, name, _ in officers}
    seen, url, spoken = (case for case in cases if case.id not in hidden), case_urls(), spoken_here()
    return [
        _row(case, url(case.reference), names.get(case.officer_id or 0, "–"), due_of(case, today, spoken), spoken)
        for case in seen
    ]


def _row(case: Listed, url: str, officer: str, due: Due | None, spoken: str) -> Row:
    language = "" if case.language == "en" else case.language
    return Row(
        url=url,
        reference=format_reference(case.reference),
        marks=tuple((words, colour) for name, words, colour in MARKS if getattr(case, name)),
        due=_line(due.words) if due else "",
        mark=COLOURS.get(due.mark, "") if due else "",
        distance=_line(due.distance) if due else "",
        why=_line(due.why) if due else "",
        state=case.state.label,
        waiting=case.waiting_for_us and case.state is not State.RECEIVED,
        arrived=_line(short(case.received_on, spoken)),
        audience=case.audience.label,
        language=KNOWN[language].english if language in KNOWN else language,
        method=_line(case.method.label),
        officer=officer,
    )


def _line(words: str) -> str:
    """Words that stay on one line."""
    return words.replace(" ", "\u00a0")
