"""A public report with earlier years beside its own: each as it is printed in the report of that year itself."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from portal.domain.disclosure.risk_classes import RiskClass
from portal.domain.tables.publishing import KEPT_BACK, KEPT_BACK_IN_QUARTER, risk_class
from portal.domain.tables.shape import CONFIDENTIAL, Report, Row, Table, Value
from portal.domain.tables.sums import is_year

_NOTHING: Mapping[str, Row] = {}


def beside(made: Report, whole: Report, public: Report, earlier: Mapping[str, Report | None]) -> Report:
    """The public report with the columns and rows of `made`, which shows everything and all years.

    `whole` and `public` are of its own year alone; `earlier` are public reports by year, None where nothing is known.
    """
    tables = tuple(
        _joined(table, whole.table(table.id), public.table(table.id), _of(table, earlier)) for table in made.tables
    )
    return replace(public, tables=tables)


def _of(table: Table, earlier: Mapping[str, Report | None]) -> list[tuple[str, Table | None]]:
    """The same table in the reports of earlier years, as far as it has columns of them."""
    found: list[tuple[str, Table | None]] = []
    for column in table.columns[1:] if is_year(table.columns[0].code) else ():
        there = earlier.get(column.code)
        found.append((column.code, next((one for one in there.tables if one.id == table.id), None) if there else None))
    return found


def _joined(made: Table, whole: Table, public: Table, others: Sequence[tuple[str, Table | None]]) -> Table:
    if not others:
        return public
    sources = [(public, 0), *((one, _place(one, year)) for year, one in others)]
    by_code = [{row.code: row for row in one.rows} if one else _NOTHING for one, _at in sources]
    listed = {row.code for row in made.rows}
    more = {code: row for rows in by_code for code, row in rows.items() if code not in listed}
    rows = tuple(_row(row, sources, by_code) for row in (*made.rows, *more.values()))
    totals = tuple(one.total[at] if one and one.total else None for one, at in sources)
    told = [made.uncounted.get(note, note) for note in made.notes if note not in whole.notes]
    notes = list(dict.fromkeys((*public.notes, *told)))
    kept_back = any(CONFIDENTIAL in row.values for row in rows) or CONFIDENTIAL in totals
    if kept_back and not {KEPT_BACK, KEPT_BACK_IN_QUARTER} & set(notes):
        notes.append(KEPT_BACK)
    return replace(
        public, columns=made.columns, rows=rows, total=None if public.total is None else totals, notes=tuple(notes)
    )


def _place(table: Table | None, year: str) -> int:
    return next((at for at, column in enumerate(table.columns) if column.code == year), 0) if table else 0


def _row(
    made: Row, sources: Sequence[tuple[Table | None, int]], by_code: Sequence[Mapping[str, Row]]
) -> Row:  # fmt: skip
    there = [(rows.get(made.code), at) for rows, (_one, at) in zip(by_code, sources, strict=True)]
    known = made.values if len(made.values) == len(sources) else (None,) * len(sources)
    values = tuple(
        row.values[at] if row else _unlisted(value, one, at)
        for (row, _at), value, (one, at) in zip(there, known, sources, strict=True)
    )
    shares = tuple(row.percent[at] if row and row.percent else None for row, at in there)
    return replace(made, values=values, percent=shares if any(row and row.percent for row, _at in there) else ())


def _unlisted(value: Value, there: Table | None, at: int) -> Value:
    """What stands in a row that the report of that year did not have.

    A figure that would be new is kept back, and so is a nought where that report told nothing of any child.
    """
    hidden = there is not None and {row.values[at] for row in there.rows} <= {CONFIDENTIAL, None}
    secret = hidden and there is not None and risk_class(there.id) is RiskClass.CHILDREN
    return CONFIDENTIAL if value or (secret and value is not None) else value
