"""A table as it is printed beside its recount: every cell, percentage and total, and whether the rows add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from portal.domain.tables.shape import Row, Table, Value
from tests.councils.recount.asked import Asked, Column, Counts, written
from tests.councils.recount.tables import NOT_RECORDED, WITHIN, WITHOUT_TOTAL, YEARS

_FILES = {
    "compensation": ("payments", "paid_on"), "expenditure": ("expenditure", "incurred_on"),
    "ombudsman": ("ombudsman", "received_on"),
}  # fmt: skip


def columns(asked: Asked) -> list[Counts]:
    """What stands in each column of the table, by row; empty where nothing was collected."""
    id_ = asked.wish.id
    if id_ in YEARS:
        years = [Column(asked, asked.year - back) for back in range(asked.wish.years)]
        return [
            YEARS[id_](one) if has_cases(one) or id_ == "activity" else earlier(asked, one.year, None) for one in years
        ]
    column = Column(asked, asked.year)
    return list(WITHIN[id_](column).values())


def has_cases(column: Column) -> bool:
    """Whether anything of the year is in the files that the table is made from."""
    file, on = _FILES.get(column.asked.wish.id, ("representations", "received_on"))
    if column.asked.wish.id.startswith("monitoring"):
        return any(row["year"] == written(column.year) for row in column.asked.files.get("monitoring", []))
    whole = Column(Asked(column.asked.authority, column.asked.files, column.asked.year, column.asked.as_at,
                         column.asked.wish), column.year)  # fmt: skip
    if any(whole.within(case["received_on"]) for case in column.asked.all_cases):
        return True
    return any(whole.within(row[on]) for row in column.asked.files.get(file, []))  # type: ignore[arg-type]


def earlier(asked: Asked, year: int, column: str | None) -> Counts:
    """The printed figures of a year without cases."""
    found: Counts = {}
    if asked.quarter is not None:
        return found
    for row in asked.files.get("earlier_years", []):
        if (row["table"], row["year"], row["column"]) == (asked.wish.id, written(year), column):
            found[str(row["row"])] = float(str(row["value"]))
    return found


def differences(asked: Asked, table: Table) -> Iterator[str]:
    """Everything in which the table is not what it should be, in words."""
    id_ = asked.wish.id
    if id_ in YEARS:
        counted = {written(asked.year - at): counts for at, counts in enumerate(columns(asked))}
    else:
        counted = WITHIN[id_](Column(asked, asked.year))
    printed = [column.code for column in table.columns]
    for code in counted:
        if code not in printed and any(counted[code].values()):
            yield f"{id_}: column {code} is missing"
    for at, code in enumerate(printed):
        yield from _column(asked, table, at, counted.get(code, {}))


def _column(asked: Asked, table: Table, at: int, counts: Counts) -> Iterator[str]:
    where = f"{table.id} {table.columns[at].code}"
    collected = _collected(asked, table, at)
    groups = {group.code: {group.code, *group.codes} for group in asked.wish.rows}
    shown = set[str]()
    for row in table.rows:
        codes = groups.get(row.code, {row.code})
        shown |= codes
        numbers = [counts[code] for code in codes if counts.get(code) is not None]
        should: Value = sum(numbers) if numbers else (0 if collected and counts.get(row.code, 0) is not None else None)  # type: ignore[arg-type]
        if not same(row.values[at], should):
            yield f"{where}: {row.code} is {row.values[at]}, should be {should}"
    for code, number in counts.items():
        left_out = asked.wish.not_known == "note" and code in NOT_RECORDED
        if number and code not in shown and not left_out:
            yield f"{where}: {code} with {number} is missing"
        if number and left_out and not any(f"{number:g}" in note for note in table.notes):
            yield f"{where}: no note says that {number} are {code}"
    yield from _total(table, at, where)
    yield from _percent(asked, table, at, counts, where)


def _collected(asked: Asked, table: Table, at: int) -> bool:
    if table.id in YEARS:
        return table.id != "activity" and has_cases(Column(asked, asked.year - at))
    return not table.columns[at].code.startswith(("mean", "median"))


def same(one: Value, other: Value) -> bool:
    """Whether two cells say the same."""
    if one is None or other is None:
        return one is other
    return Decimal(str(one)) == Decimal(str(other))


def _total(table: Table, at: int, where: str) -> Iterator[str]:
    if (table.total is None) != (table.id in WITHOUT_TOTAL):
        yield f"{where}: the total is {table.total}"
    if table.total is None:
        return
    numbers = [row.values[at] for row in table.rows if row.level == 0 and row.values[at] is not None]
    should = sum(Decimal(str(number)) for number in numbers) if numbers else None
    if not same(table.total[at], None if should is None else float(should)):
        yield f"{where}: the total is {table.total[at]}, the rows add up to {should}"


def _percent(asked: Asked, table: Table, at: int, counts: Counts, where: str) -> Iterator[str]:
    for row in table.rows:
        if not row.percent:
            continue
        value, whole = row.values[at], whole_of(asked, table, at, row)
        should = None
        if value is not None and whole:
            exact = Decimal(100) * Decimal(str(value)) / Decimal(str(whole))
            should = float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
        if not same(row.percent[at], should):
            yield f"{where}: {row.code} is {row.percent[at]} %, should be {should} ({value} of {whole})"


def whole_of(asked: Asked, table: Table, at: int, row: Row) -> Value:
    """What a percentage is of: the total of the column, unless the contract names something else."""
    if table.id == "escalation":
        column = Column(asked, asked.year - at)
        return len(column.accepted) if has_cases(column) else None
    if table.id == "timeliness":
        stage = row.code.split(":")[0]
        return sum(Decimal(str(one.values[at] or 0)) for one in table.rows if one.code.startswith(stage))  # type: ignore[return-value]
    if table.id == "member-enquiries":
        return table.row("answered").values[at] if row.code == "in_time" else None
    if table.id == "monitoring-responses":
        return table.row("offered").values[at]
    return None if table.total is None else table.total[at]
