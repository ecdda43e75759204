"""The public edition of tables about children: rounded, and not published at all where they are about too few."""

from dataclasses import replace

from portal.domain.disclosure.rounding import LEAST_BASE, rounded, rounded_percentage
from portal.domain.tables.shape import CONFIDENTIAL, Row, Table, Value

ROUNDED = "Counts are rounded to the nearest 5, so they need not add up; 1 to 7 are kept back."
TOO_FEW = f"Not published: the table is about fewer than {LEAST_BASE} children or people."


def of_children(table: Table) -> Table:
    """Rounded, and kept back as a whole where it is about too few."""
    totals = table.total or tuple(None for _ in table.columns)
    whole = sum(value for value in totals if isinstance(value, int))
    across = table.id in ("children-by-age-and-sex",) or table.id.startswith("monitoring-")
    bases = [whole] * len(totals) if across else [value if isinstance(value, int) else 0 for value in totals]
    if table.id == "monitoring-responses":
        bases = [LEAST_BASE] * len(table.columns)

    def shown(value: Value, at: int) -> Value:
        if not isinstance(value, int) or value == 0:
            return value
        return rounded(value) if bases[at] >= LEAST_BASE else CONFIDENTIAL

    rows = tuple(
        replace(
            row, values=tuple(shown(value, at) for at, value in enumerate(row.values)),
            percent=tuple(
                share if share is None else _share(value, totals[at])
                for at, (share, value) in enumerate(zip(row.percent, row.values, strict=False))
            ),
        )
        for row in table.rows
    )  # fmt: skip
    few = any(0 < base < LEAST_BASE for base in bases)
    notes = (*(table.uncounted.get(note, note) for note in table.notes), TOO_FEW if few else ROUNDED)
    total = None if table.total is None else tuple(shown(value, at) for at, value in enumerate(totals))
    return replace(table, rows=_all_hidden(rows, bases) if few else rows, total=total, notes=notes)


def _all_hidden(rows: tuple[Row, ...], bases: list[int]) -> tuple[Row, ...]:
    """Every figure of a column that is about too few, noughts too: which are nought says a lot about a few."""

    def hidden(values: tuple[Value, ...]) -> tuple[Value, ...]:
        few = (0 < bases[at] < LEAST_BASE and value is not None for at, value in enumerate(values))
        return tuple(CONFIDENTIAL if hide else value for hide, value in zip(few, values, strict=True))

    return tuple(replace(row, values=hidden(row.values), percent=hidden(row.percent)) for row in rows)


def _share(value: Value, whole: Value) -> Value:
    if not isinstance(value, int) or not isinstance(whole, int):
        return None
    return rounded_percentage(value, whole)
