"""The dashboard on the reports page: what came in, what is open, whether answers are in time, how many are children."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from portal import clock
from portal.domain.rag import Band
from portal.domain.tables import today
from portal.domain.tables.shape import Column, Table, Value
from portal.domain.years import ReportingYear
from portal.records.dashboard import OTHER, open_by_stage, received_by_day
from portal.records.facts import Kept
from portal.services.accounting import bring_up_to_date
from portal.services.printing.charts import chart
from portal.staff.counting import counted
from portal.staff.explaining import BANDS
from portal.staff.guard import me
from portal.web.text import authority

STAGES = {
    "S1": "Stage 1", "S2": "Stage 2", "S3": "Stage 3", "C1": "Corporate Stage 1", "C2": "Corporate Stage 2",
    OTHER: "Anything else, such as new or on hold",
}  # fmt: skip


def as_of_now() -> Sequence[tuple[Table, Markup]]:
    """The tables of this moment, each with its chart."""
    bring_up_to_date()
    day, tally, council = clock.today(), Kept(), authority()
    year = ReportingYear.of(day)
    tables = (
        today.by_week(received_by_day(today.first_week(day), day), day),
        today.open_now(_open(), STAGES, {band.value: BANDS[band][0] for band in _ORDER}),
        today.first_answers(council, tally, year),
        today.from_children(council, tally, year),
    )
    return [(table, Markup(chart(_in_all(table), number))) for number, table in enumerate(tables, 1)]  # noqa: S704


def _in_all(table: Table) -> Table:
    """What the chart draws: a table of colours by its rows in all, any other as it is."""
    if table.id != today.OPEN:
        return table
    sums = [(row, [value for value in row.values if isinstance(value, int)]) for row in table.rows]
    rows = [replace(row, values=(sum(found) if len(found) == len(row.values) else None,)) for row, found in sums]
    return replace(table, columns=(Column("open", "Open"),), rows=tuple(rows))


_ORDER = (Band.GREEN, Band.AMBER, Band.RED, Band.BEYOND, Band.PAUSED)


def _open() -> Mapping[tuple[str, str], Value]:
    """The board's way of counting: without cases that may be about the officer who looks, and no further than it."""
    found = counted(open_by_stage(clock.today()), me().name)
    return {(stage, band.value): int(words) if words.isdigit() else words for (stage, band), words in found.items()}
