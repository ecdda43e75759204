"""The public edition of tables about children: rounded, and not published at all where they are about too few."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portal.domain.disclosure.rounding import LEAST_BASE, SMALLEST_SHOWN, rounded, rounded_percentage
from portal.domain.tables.shape import CONFIDENTIAL, Row, Table, Value

ROUNDED = "Counts are rounded to the nearest 5, so they need not add up; 1 to 7 are kept back."
CROSSED_ROUNDED = f"{ROUNDED} So are noughts that would tell of them."
TOO_FEW = f"Not published: the table is about fewer than {LEAST_BASE} children or people."
TOO_FEW_IN_COLUMN = f"What is about fewer than {LEAST_BASE} children or people is not published."
CROSSED = "children-by-age-and-sex"
RESPONSES = "monitoring-responses"


def of_children(table: Table) -> Table:
    """Rounded, and kept back with its totals where it is about too few: which are nought says a lot about a few."""
    if table.id == RESPONSES:
        few = [False] * len(table.columns)  # how many were asked and answered says nothing about any of them
    else:
        few = [_is_few(base, [row.values[at] for row in table.rows]) for at, base in enumerate(_bases(table))]
    totals = table.total or tuple(None for _ in table.columns)
    alike = set(_all_alike(table.rows)) if table.id == CROSSED else set()
    hidden = [few[at] or ("", at) in alike for at in range(len(few))]

    def shown(value: Value, at: int, row: str = "") -> Value:
        if value is None or few[at]:
            return value if value is None else CONFIDENTIAL
        if row and (hidden[at] or (row, at) in alike):
            return CONFIDENTIAL
        return rounded(value) if isinstance(value, int) else value

    def share(value: Value, at: int, row: str) -> Value:
        whole = totals[at]
        if not isinstance(value, int) or not isinstance(whole, int):
            return None
        return CONFIDENTIAL if shown(value, at, row) == CONFIDENTIAL else rounded_percentage(value, whole)

    rows = tuple(
        replace(
            row, values=tuple(shown(value, at, row.code) for at, value in enumerate(row.values)),
            percent=tuple(
                None if part is None else share(value, at, row.code)
                for at, (part, value) in enumerate(zip(row.percent, row.values, strict=False))
            ),
        )
        for row in table.rows
    )  # fmt: skip
    total = None if table.total is None else tuple(shown(value, at) for at, value in enumerate(totals))
    notes = (*(table.uncounted.get(note, note) for note in table.notes), *_why(table, few))
    return replace(table, rows=rows, total=total, notes=notes)


def _is_few(base: int | None, values: Sequence[Value]) -> bool:
    """Whether a column is about too few; where nobody knows, it may be."""
    return any(value is not None for value in values) if base is None else 0 < base < LEAST_BASE


def _bases(table: Table) -> Sequence[int | None]:
    """How many people each column is about; None where nobody knows."""
    if table.bases is not None:
        return table.bases
    totals = [value if isinstance(value, int) else 0 for value in table.total or ()]
    return [sum(totals)] * len(totals) if table.id == CROSSED else totals


def _all_alike(rows: tuple[Row, ...]) -> Iterator[tuple[str, int]]:
    """The cells of the rows and columns of a crossed table whose few children are all in one cell.

    The noughts beside it would tell of every one of them what they all are. A column is named by an empty code.
    """
    for row in rows:
        if _is_of_one_cell(row.values):
            yield from ((row.code, at) for at in range(len(row.values)))
    for at in range(len(rows[0].values) if rows else 0):
        if _is_of_one_cell([row.values[at] for row in rows]):
            yield "", at


def _is_of_one_cell(values: Sequence[Value]) -> bool:
    counts = [value for value in values if isinstance(value, int) and value]
    return len(counts) == 1 and counts[0] < SMALLEST_SHOWN


def _why(table: Table, few: Sequence[bool]) -> tuple[str, ...]:
    if all(few):
        return (TOO_FEW,)
    how = CROSSED_ROUNDED if table.id == CROSSED else ROUNDED
    return (how, TOO_FEW_IN_COLUMN) if any(few) else (how,)
