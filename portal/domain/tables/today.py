"""The tables of the dashboard: not printed in any report, but counted by the same rules from the same figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from portal.domain.authority import Authority
from portal.domain.tables.facts import NOT_RECORDED
from portal.domain.tables.fields import WHO
from portal.domain.tables.making import Making
from portal.domain.tables.printed import added
from portal.domain.tables.received import FROM_CHILDREN
from portal.domain.tables.report import SO_FAR
from portal.domain.tables.shape import Column, Row, Table, Value
from portal.domain.tables.shares import shares
from portal.domain.tables.tallying import Tally
from portal.domain.tables.timescales import TIMESCALES, stage_of
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

WEEKS = 12
_SAID = {
    "yes": "From children and young people, or an advocate for them", "no": "From others",
    NOT_RECORDED: "Not recorded",
}  # fmt: skip
OPEN = "open-by-stage"
_WEEK = timedelta(days=7)
_TIMELINESS = TIMESCALES[0]
_NO_DUE_DAY = "The day it was due is with the extensions; an answer without one on record counts as late."
_SO_FAR = SO_FAR.format("year")
_CHILDREN = replace(_TIMELINESS, id="from-children", title="Complaints from children and young people")


def first_week(today: date) -> date:
    """The Monday on which the first of the weeks shown begins."""
    return today - timedelta(days=today.weekday()) - _WEEK * (WEEKS - 1)


def by_week(counts: Mapping[date, int], today: date) -> Table:
    """Complaints received in each of the last weeks, this one as far as it has come."""
    rows: list[Row] = []
    start = first_week(today)
    while start <= today:
        number = sum(counts.get(start + timedelta(days=day), 0) for day in range(7))
        rows.append(Row(start.isoformat(), f"Week of {start.day} {start:%B}", (number,)))
        start += _WEEK
    return Table(
        "received-by-week", "Complaints received, by week", "complaints", "complaints received", "received in the week",
        (Column("n", "Received"),), tuple(rows), (added(row.values[0] for row in rows),),
        ("The last week is counted as far as it has come.",),
    )  # fmt: skip


def open_now(counts: Mapping[tuple[str, str], Value], stages: Mapping[str, str], bands: Mapping[str, str]) -> Table:
    """Open cases by stage and colour; a count that stops somewhere comes as words such as “49+”."""
    rows = tuple(
        Row(stage, label, tuple(counts.get((stage, band), 0) for band in bands)) for stage, label in stages.items()
    )
    return Table(
        OPEN, "Open cases by stage and colour", "cases", "cases that wait for an answer, as on the board",
        "open today", tuple(Column(band, label) for band, label in bands.items()), rows,
    )  # fmt: skip


def first_answers(authority: Authority, tally: Tally, year: ReportingYear) -> Table:
    """How long Stage 1 answers took, this year beside the last, by the bands of the council's report."""
    making = Making(authority, tally, _TIMELINESS, Wish(_TIMELINESS.id, years=2), year)
    made = _TIMELINESS.make(making)
    rows = tuple(
        replace(row, label=row.label.partition(": ")[2].capitalize()) for row in made.rows if stage_of(row) == "stage-1"
    )
    sums = tuple(added(row.values[at] for row in rows) for at in range(len(made.columns)))
    kept = _by_due_day([_answers(making, one) for one in making.years[: len(made.columns)]])
    notes = (*made.notes, _NO_DUE_DAY, _SO_FAR)
    return replace(made, id="first-answers", title="Stage 1 in time", rows=(*rows, kept), total=sums, notes=notes)


def _by_due_day(counted: Sequence[Mapping[str, int]]) -> Row:
    """How many answers came by the day they were due, and what share of all answers that is."""
    values = tuple(one.get("in_time", 0) if one else None for one in counted)
    of_all = shares(values, [one.get("answered") for one in counted])
    return Row("in_time", "Of all of them: by the day it was due", values, of_all, level=1)


def _answers(making: Making, year: ReportingYear) -> Mapping[str, int]:
    """How many Stage 1 answers were sent, and how many of them in time; empty where the year has none."""

    def codes(fact: Mapping[str, object]) -> tuple[str, ...]:
        if not making.wanted(fact) or fact["stage"] != 1 or not fact["answered"]:
            return ()
        return ("answered", "in_time") if fact["in_time"] else ("answered",)

    return making.sums("stages", (*WHO, "stage", "answered", "in_time"), codes, year)


def from_children(authority: Authority, tally: Tally, year: ReportingYear) -> Table:
    """Which share of accepted complaints came from children, alone or with an advocate, this year beside the last."""
    making = Making(authority, tally, _CHILDREN, Wish(_CHILDREN.id, years=2), year)
    counted = [_of_year(making, one) for one in making.years]
    wholes = [sum(one.values()) if one else None for one in counted]
    rows = tuple(Row(code, label, values, shares(values, wholes)) for code, label, values in _lines(counted))
    columns = tuple(Column(str(one), str(one)) for one in making.years)
    return Table(
        _CHILDREN.id, _CHILDREN.title, "complaints", "accepted complaints", _CHILDREN.date_basis, columns, rows,
        tuple(wholes), (_SO_FAR,),
    )  # fmt: skip


def _lines(counted: Sequence[Mapping[str, int]]) -> list[tuple[str, str, tuple[Value, ...]]]:
    return [(code, label, tuple(one.get(code, 0) if one else None for one in counted)) for code, label in _SAID.items()]


def _of_year(making: Making, year: ReportingYear) -> Mapping[str, int]:
    """How many came from children and how many did not; empty where the year has no cases."""

    def codes(fact: Mapping[str, object]) -> tuple[str, ...]:
        if not making.wanted(fact):
            return ()
        by = fact["submitted_by"]
        return (NOT_RECORDED if by == NOT_RECORDED else "yes" if by in FROM_CHILDREN else "no",)

    return making.sums("representations", ("kind", "procedure", "triage", "submitted_by"), codes, year)
