"""A table as it is printed beside its recount: every cell, percentage and total, and whether the rows add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from portal.domain.tables.shape import Row, Table, Value
from tests.councils.recount.asked import Asked, Column, Counts, percentage, written, year_of
from tests.councils.recount.complaints import above
from tests.councils.recount.rows import SECOND, expected
from tests.councils.recount.tables import BY_DAY, NOT_RECORDED, SHARED, TREES, WHOLES, WITHIN, WITHOUT_TOTAL, YEARS


def differences(asked: Asked, table: Table) -> Iterator[str]:
    """Everything in which the table is not what it should be, in words."""
    counted = recounted(asked, table)
    printed = [column.code for column in table.columns]
    for code, counts in counted.items():
        if code not in printed and any(counts.values()):
            yield f"{table.id}: column {code} is missing"
    codes = [row.code for row in table.rows]
    if len(set(codes)) != len(codes):
        yield f"{table.id}: a row stands twice"
    for code in sorted(expected(asked) - set(codes)):
        yield f"{table.id}: there is no row {code}"
    below = {row.code for row in table.rows if row.level}
    if table.id not in TREES and below != set(SECOND.get(table.id, ())):
        yield f"{table.id}: {below} stand below others"
    if any(row.level not in (0, 1) for row in table.rows):
        yield f"{table.id}: a row stands deeper than the tree goes"
    if any(bool(row.percent) != (table.id in SHARED) for row in table.rows):
        yield f"{table.id}: percentages are there for {[row.code for row in table.rows if row.percent]}"
    yield from _notes(asked, table)
    for at, code in enumerate(printed):
        yield from _column(asked, table, at, counted.get(code, {}))


def _notes(asked: Asked, table: Table) -> Iterator[str]:
    """Where both cases and printed figures exist, a note says that the cases win."""
    years = range(len(table.columns)) if table.id in YEARS else (0,)
    for year in (asked.year - back for back in years):
        columns = [None, *(column.code for column in table.columns)]
        both = has_figures(Column(asked, year)) and any(asked.printed(year, column) for column in columns)
        said = any(note.startswith(f"{written(year)} is counted from the cases") for note in table.notes)
        if bool(both) != said and table.id not in ("activity", "monitoring-responses"):
            yield f"{table.id}: the notes say of {written(year)}: {table.notes}"


def recounted(asked: Asked, table: Table) -> Mapping[str, Counts]:
    """What should stand in each column, by its code."""
    if table.id in WITHIN:
        column = Column(asked, asked.year)
        if has_figures(column):
            return WITHIN[table.id](column)
        many = len(table.columns) > 1
        return {one.code: asked.printed(asked.year, one.code if many else None) for one in table.columns}
    found = {}
    for back in range(asked.wish.years):
        column = Column(asked, asked.year - back)
        of_cases = has_figures(column) or table.id in ("activity", "monitoring-responses")
        found[written(column.year)] = YEARS[table.id](column) if of_cases else asked.printed(column.year, None)
    return found


def has_figures(column: Column) -> bool:
    """Whether there are cases of the year, or else rows of the file that the table is made from."""
    if column.has_cases:
        return True
    asked = column.asked
    if asked.wish.id.startswith("monitoring-"):
        return any(row["year"] == written(column.year) for row in asked.files.get("monitoring", []))
    file, on = BY_DAY.get(asked.wish.id, ("", ""))
    days = [row[on] for row in asked.files.get(file, [])]
    return any(day is not None and day <= asked.as_at and year_of(day) == column.year for day in days)  # type: ignore[operator, arg-type]


def _column(asked: Asked, table: Table, at: int, counts: Counts) -> Iterator[str]:
    where = f"{table.id} {table.columns[at].code}"
    groups = {group.code: {group.code, *group.codes} for group in asked.wish.rows}
    shown = set[str]()
    for row in table.rows:
        codes = groups.get(row.code, {row.code})
        shown |= codes
        numbers = [Decimal(str(counts[code])) for code in codes if counts.get(code) is not None]
        should: Value = float(sum(numbers)) if numbers else _blank(asked, table, at, row.code)
        if not same(row.values[at], should):
            yield f"{where}: {row.code} is {row.values[at]}, should be {should}"
    for code, number in counts.items():
        if number and code not in shown:
            yield from _unshown(asked, table, at, code, number)
    yield from _total(asked, table, at, where)
    yield from _percent(asked, table, at, where)


def _unshown(asked: Asked, table: Table, at: int, code: str, number: Value) -> Iterator[str]:
    where = f"{table.id} {table.columns[at].code}"
    if asked.wish.not_known == "note" and code in NOT_RECORDED:
        if not any(f"{number:g}" in note for note in table.notes):
            yield f"{where}: no note says that {number} are {code}"
    elif not (table.id in TREES and not asked.wish.parts and above(TREES[table.id](asked.authority), code, asked.year)):
        yield f"{where}: {code} with {number} is missing"


def _blank(asked: Asked, table: Table, at: int, code: str) -> Value:
    """What stands where nothing was counted: 0, or nothing where nothing was collected."""
    year = asked.year - (at if table.id in YEARS else 0)
    measured = table.columns[at].code.startswith(("mean", "median"))
    if measured or table.id in ("activity", "monitoring-responses") or not has_figures(Column(asked, year)):
        return None
    if table.id in TREES:
        rows = [row for row in TREES[table.id](asked.authority).rows if row.code == code]
        if rows and not any(row.valid_in(year) for row in rows) and table.id in YEARS:
            return 0 if asked.quarter and _in_the_year(asked, table, year, code) else None
    return 0


def _in_the_year(asked: Asked, table: Table, year: int, code: str) -> bool:
    """Whether the whole year counts something in a row: then every quarter has the row too."""
    return bool(recounted(replace(asked, quarter=None), table).get(written(year), {}).get(code))


def same(one: Value, other: Value) -> bool:
    """Whether two cells say the same."""
    if one is None or other is None:
        return one is other
    return Decimal(str(one)) == Decimal(str(other))


def _total(asked: Asked, table: Table, at: int, where: str) -> Iterator[str]:
    if (table.total is None) != (table.id in WITHOUT_TOTAL):
        yield f"{where}: the total is {table.total}"
    if table.total is None:
        return
    column = Column(asked, asked.year - (at if table.id in YEARS else 0))
    numbers = [Decimal(str(row.values[at])) for row in table.rows if row.level == 0 and row.values[at] is not None]
    should: Value = float(sum(numbers)) if numbers else None
    if not has_figures(column):
        should = _printed_total(asked, table, at, column, should)
    if not same(table.total[at], should):
        yield f"{where}: the total is {table.total[at]}, should be {should}"
    if table.id in WHOLES and has_figures(column):
        whole = WHOLES[table.id](column)
        if table.total[at] != whole and asked.wish.not_known != "note":
            yield f"{where}: the total is {table.total[at]}, but there are {whole}"
    if has_figures(column):
        yield from _branches(table, at, where)


def _printed_total(asked: Asked, table: Table, at: int, column: Column, summed: Value) -> Value:
    """As it was printed; otherwise what the rows add up to, if there is a figure for every row of that year."""
    names = (None,) if table.id in YEARS else (table.columns[at].code, None)
    for row in asked.files["earlier_years"] if not asked.quarter else ():
        given = (row["table"], row["row"], row["year"]) == (table.id, "total", written(column.year))
        if given and row["column"] in names:
            return float(str(row["value"]))
    listed = TREES[table.id](asked.authority).rows if table.id in TREES else ()
    gone = {row.code for row in listed} - {row.code for row in listed if row.valid_in(column.year)}
    blank = [row for row in table.rows if row.level == 0 and row.values[at] is None and row.code not in gone]
    return None if blank else summed


def _branches(table: Table, at: int, where: str) -> Iterator[str]:
    """What lies below a row is part of it."""
    top, below = Decimal(0), Decimal(0)
    for row in table.rows if table.id in TREES and any(row.level for row in table.rows) else ():
        number = Decimal(str(row.values[at] or 0))
        top, below = (number, Decimal(0)) if row.level == 0 else (top, below + number)
        if below > top:
            yield f"{where}: {row.code} is the last of rows that are more than the one above them"


def _percent(asked: Asked, table: Table, at: int, where: str) -> Iterator[str]:
    for row in table.rows:
        if row.percent:
            should = percentage(row.values[at], whole_of(asked, table, at, row))
            if not same(row.percent[at], should):
                yield f"{where}: {row.code} with {row.values[at]} is {row.percent[at]} %, should be {should}"


def whole_of(asked: Asked, table: Table, at: int, row: Row) -> Value:
    """What a percentage is of: the total of the column, unless the contract names something else."""
    if table.id == "escalation":
        column = Column(asked, asked.year - at)
        return len(column.accepted) if column.has_cases else None
    if table.id == "timeliness":
        mates = [one for one in table.rows if one.code.split(":")[0] == row.code.split(":")[0]]
        if any(one.values[at] is None for one in mates):
            return None
        return float(sum(Decimal(str(one.values[at])) for one in mates))
    if table.id == "member-enquiries":
        return table.row("answered").values[at] if row.code == "in_time" else None
    if table.id == "monitoring-responses":
        return table.row("offered").values[at] if row.code == "answered" else None
    return None if table.total is None else table.total[at]
