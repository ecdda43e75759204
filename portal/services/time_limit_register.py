"""The record that regulation 13 asks for: each representation, its outcome, and whether each time limit was met."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.clock_ledger import Ledger
from portal.domain.dataset.columns import plain
from portal.domain.dataset.reading import Row
from portal.domain.time_limits import OURS, TimeLimit, of_clock, of_stage
from portal.domain.years import ReportingYear
from portal.records.clock_entries import ClockEntry
from portal.records.time_limits import Place, cases_among, clocks_of, received_in, stages_of
from portal.services.conflicts import concerned_of
from portal.services.proceeding_clocks import event_of

AT_A_TIME = 500
HEADS = ("reference", "received_on", "procedure", "triage", "outcome", "corrective_action", "time_limit", "source",
         "started_on", "due_on", "extended", "extension_agreed", "done_on", "met")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recorded:
    """One representation of the register; `corrective` says whether its last answer named something to put right."""

    representation: Row
    corrective: str
    limits: Sequence[TimeLimit]
    at_desk: bool

    @property
    def reference(self) -> str:
        """Its number."""
        return str(self.representation["reference"])


def recorded(
    year: ReportingYear, hidden_from: str, after: Place | None, most: int
) -> tuple[list[Recorded], Place | None]:
    """A page of the register without cases that may be about the officer, and where it ended if more follow."""
    rows = received_in(year, after, most + 1)
    here = rows[:most]
    references = [str(row["reference"]) for row in here]
    desk, stages = cases_among(references), stages_of(references)
    hidden, clocks = concerned_of(desk.values(), hidden_from), clocks_of(desk.values())
    found = [
        _recorded(row, stages.get(reference, ()), clocks.get(desk[reference], ()) if reference in desk else None)
        for row, reference in zip(here, references, strict=True)
        if desk.get(reference) not in hidden
    ]
    last = Place(rows[most - 1]["received_on"], references[-1]) if len(rows) > most else None  # type: ignore[arg-type]
    return found, last


def as_lines(year: ReportingYear, hidden_from: str) -> Iterator[str]:
    """The whole register of a year as CSV, a piece at a time."""
    yield _csv([HEADS])
    after: Place | None = None
    while True:
        page, after = recorded(year, hidden_from, after, AT_A_TIME)
        yield _csv(line for one in page for line in _lines(one))
        if after is None:
            return


def _recorded(row: Row, stages: Sequence[Row], entries: Sequence[ClockEntry] | None) -> Recorded:
    if entries is None:
        limits = [of_stage(stage, row, clock.today()) for stage in stages if not stage["declined"]]
    else:
        limits = _of_desk(row, entries)
    named = [stage["corrective_action"] for stage in stages if stage["corrective_action"]]
    return Recorded(row, str(named[-1]) if named else "", limits, entries is not None)


def _of_desk(row: Row, entries: Sequence[ClockEntry]) -> list[TimeLimit]:
    """What the clocks of a case say now, each in its place."""
    council: Authority = current_app.extensions["portal.authority"]
    today, withdrawn = clock.today(), row["withdrawn_on"]
    found = []
    for which in OURS:
        ledger = Ledger.replay(which, [event_of(one) for one in entries if one.clock is which], council.limits)
        if ledger.events:
            reading = ledger.reading(max(today, ledger.events[-1].on))
            found.append(of_clock(reading, withdrawn, today))  # type: ignore[arg-type]
    return found


def _lines(one: Recorded) -> Iterator[Sequence[str]]:
    row = one.representation
    about = [str(row[name] or "") for name in ("reference", "received_on", "procedure", "triage", "outcome")]
    for limit in one.limits or (None,):
        yield [plain(cell) for cell in (*about, one.corrective, *_cells(limit))]


def _cells(limit: TimeLimit | None) -> Sequence[str]:
    if limit is None:
        return [""] * 8
    days = [str(day or "") for day in (limit.started, limit.due)]
    return [
        limit.title, limit.source, *days, "yes" if limit.extended else "no", limit.agreed, str(limit.done or ""),
        limit.met.value,
    ]  # fmt: skip


def _csv(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
