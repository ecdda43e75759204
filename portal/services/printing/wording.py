"""The words that stand round a table in every format."""

from collections.abc import Collection, Sequence
from datetime import date

from portal.domain.dates import in_full
from portal.domain.tables.shape import CONFIDENTIAL, Chapter, Report, Table, Value

NOT_FOR_PUBLICATION = "Contains small numbers - not for publication"
ACROSS = "Not for publication"
"""What stands across every page of what may not be published."""
SHORTHAND = {CONFIDENTIAL: "[c]", None: "[x]"}
"""What stands for a figure that is kept back, and for one that was not collected."""
_NOTHING = "[x] nothing to average."
_NOT_COLLECTED = "[x] not collected."
MARKS = {
    CONFIDENTIAL: "[c] kept back, because it would say something about somebody.",
    None: "[x] not collected, or nothing to average.",
}
"""What that means."""
LEGEND = " ".join(MARKS.values())
POUNDS = "pounds"
_CORNERS = {"as each row says": "Measure"}
"""What stands over the rows, where the unit of the table is not what they are."""


def shown(value: Value, unit: str = "") -> str:
    """A figure as it is printed: 1,234, 12.70, 50.00 pounds, [c], [x]."""
    if value is None or isinstance(value, str):
        return SHORTHAND.get(value, str(value))
    return f"{value:,}" if is_whole(value, unit) else f"{value:,.2f}"


def is_whole(value: Value, unit: str) -> bool:
    """Whether a figure is printed without decimals; pounds always have their pence."""
    return isinstance(value, int) and unit != POUNDS


def percentage(value: Value) -> str:
    """A percentage as it is printed: 49.5%, 12.0%, [c], or nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return SHORTHAND[CONFIDENTIAL]
    return f"{value:.1f}%" if isinstance(value, float) else f"{value}%"  # a whole one was rounded to be published


def heading(report: Report) -> str:
    """What the report is called."""
    quarter = f", quarter {report.quarter}" if report.quarter else ""
    return f"Complaints and representations {report.year}{quarter}"


def beneath(report: Report) -> str:
    """As of when it was counted, and whether it may leave the council."""
    day = date.fromisoformat(report.as_at)
    so_far = f", while the {'quarter' if report.quarter else 'year'} goes on" if report.goes_on else ""
    counted = f"Counted as things stood on {in_full(day)}{so_far}."
    return counted if report.edition == "public" else f"{counted} {NOT_FOR_PUBLICATION}."


def about(table: Table) -> str:
    """Who and what a table counts, and by which day."""
    return f"Unit: {table.unit}. Population: {table.population}. Counted: {table.date_basis}."


def marks(table: Table) -> str:
    """What the marks mean that stand in this table and no note explains; a percentage that is missing has none."""
    figures = {value for row in table.rows for value in row.values} | set(table.total or ())
    shares = {share for row in table.rows for share in row.percent} - {None}
    told = any(note.startswith(SHORTHAND[CONFIDENTIAL]) for note in table.notes)
    kept_back = [] if told or CONFIDENTIAL not in figures | shares else [MARKS[CONFIDENTIAL]]
    return " ".join([*kept_back, *_empty(table, figures)])


def _empty(table: Table, figures: Collection[Value]) -> list[str]:
    """Why figures are missing: there was nothing to average, beside a count of nought, or nobody collected them."""
    if None not in figures:
        return []
    empty = [row for row in table.rows if None in row.values]
    if empty and table.id.startswith("duration") and all(row.values[0] == 0 for row in empty):
        return [_NOTHING]
    return [_NOT_COLLECTED]


def numbered(report: Report) -> Sequence[tuple[int, Table]]:
    """The tables with the numbers they are printed under, in the order in which the written report has them."""
    found = {table.id: table for table in report.tables}
    order = [id_ for chapter in report.chapters for id_ in chapter.tables] or list(found)
    return [(number, found[id_]) for number, id_ in enumerate(order, 1)]


def chapters(report: Report) -> Sequence[tuple[Chapter, Sequence[tuple[int, Table]]]]:
    """The chapters with their numbered tables; a report without words is one chapter without a title."""
    whole = Chapter("", "", tables=tuple(table.id for table in report.tables))
    return [
        (chapter, [(number, table) for number, table in numbered(report) if table.id in chapter.tables])
        for chapter in report.chapters or (whole,)
    ]


def headers(table: Table) -> list[str]:
    """The heads of the columns, a percentage after each that has one."""
    found = [_CORNERS.get(table.unit, table.unit.capitalize())]
    for column, paired in zip(table.columns, paired_columns(table), strict=True):
        found += [column.label, f"{column.label}, %"] if paired else [column.label]
    return found


def paired_columns(table: Table) -> list[bool]:
    """Of each column whether any row has a percentage there."""
    return [any(row.percent[at] is not None for row in table.rows if row.percent) for at in range(len(table.columns))]


def are_shares(table: Table) -> list[bool]:
    """Of each cell of a line, as `lines` has them, whether it is a percentage."""
    return [share for paired in paired_columns(table) for share in ((False, True) if paired else (False,))]


def lines(table: Table) -> list[tuple[str, int, list[Value]]]:
    """The rows with their figures and percentages in turn, the total last; each with its level, -1 for the total."""
    found = [(row.label, row.level, figures(table, row.values, row.percent)) for row in table.rows]
    if table.total is not None:
        found.append(("Total", -1, figures(table, table.total)))
    return found


def figures(table: Table, values: Sequence[Value], percent: Sequence[Value] = ()) -> list[Value]:
    """The figures of a row, each before its percentage where its column has any."""
    shares = percent or (None,) * len(values)
    three = zip(values, shares, paired_columns(table), strict=True)
    return [cell for value, share, paired in three for cell in ((value, share) if paired else (value,))]
