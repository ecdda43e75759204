"""The public edition: what a stranger could work out about one person is kept back, and with it what would tell it.

Which treatment a table gets is decided here (source: the conventions of the Department for Education and the health
service, as the notes on disclosure control sum them up); how figures are kept back is for `portal.domain.disclosure`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

from portal.domain.disclosure.grid import TOTAL as WHOLE
from portal.domain.disclosure.grid import Cell, Grid
from portal.domain.disclosure.money import Paid, merge_rare
from portal.domain.disclosure.pack import Link, Place, same
from portal.domain.disclosure.protection import protect_linked
from portal.domain.disclosure.risk_classes import RiskClass, Settings, average_may_be_shown
from portal.domain.tables.publishing_children import of_children, quiet
from portal.domain.tables.shape import CONFIDENTIAL, Report, Row, Table, Value
from portal.domain.tables.sums import REST, TOTAL, TOTAL_LEFT_OUT, Figures, Name, figures_of, named
from portal.domain.tables.timescales import stage_of
from portal.domain.wishes import Wish

_COLUMN = "n"
TOTAL_ALONE = "Told in the total alone: there were too few payments."
MERGED = "Headings with fewer than three payments are under “other”."
KEPT_BACK = "[c] stands for small figures and for those without which these could be worked out."


def risk_class(id_: str) -> RiskClass:
    """What a table is about: totals, the service, children, or money."""
    if id_ == "activity":
        return RiskClass.TOTALS
    if id_.startswith(("children-by-", "monitoring-")) or id_ == "impairments":
        return RiskClass.CHILDREN
    return RiskClass.MONEY if id_ in ("compensation", "expenditure") else RiskClass.SERVICE


def published(
    report: Report, wishes: Mapping[str, Wish], payments: Mapping[str, Mapping[str, int]], settings: Settings
) -> Report:
    """The report as it may be published. `payments` are how many there were under each heading of a table of money.

    Fails closed: what cannot be protected is not published. Raises nothing for small numbers.
    """
    service = [table.id for table in report.tables if risk_class(table.id) is RiskClass.SERVICE]
    figures = figures_of(report, wishes, service)
    secret = withheld(figures, settings)
    tables = tuple(_treated(table, wishes, secret, payments, settings) for table in report.tables)
    return replace(report, edition="public", tables=tables)


def withheld(figures: Figures, settings: Settings) -> frozenset[Name]:
    """The counts that may not be printed. Raises CannotBeProtected."""
    grids: dict[str, Grid] = {}
    found: dict[Name, list[Place]] = {}
    for at, one in enumerate(figures.sums):
        rows = [*one.parts, (REST,)] if one.open_ended else list(one.parts)
        rest = figures.values[one.whole] - sum(figures.values[part] for part in one.parts)
        counts = [figures.values[part] for part in one.parts] + ([rest] if one.open_ended else [])
        names = tuple(str(number) for number in range(len(rows)))
        hidden = frozenset({names[-1]}) if one.open_ended else frozenset()
        grids[str(at)] = Grid(names, (_COLUMN,), tuple((count,) for count in counts), unprinted=hidden)
        found.setdefault(one.whole, []).append(Place(str(at), Cell(WHOLE, _COLUMN)))
        for number, part in zip(names, one.parts, strict=False):
            found.setdefault(part, []).append(Place(str(at), Cell(number, _COLUMN)))
    links: list[Link] = [same(places[0], other) for places in found.values() for other in places[1:]]
    protected = protect_linked(grids, links, settings)
    kept = {
        name
        for name, places in found.items()
        if any(place.cell in protected[place.grid].suppressed for place in places)
    }
    alone = {name for name, value in figures.values.items() if name not in found and settings.is_small(value)}
    return frozenset(kept | alone)


def _treated(
    table: Table, wishes: Mapping[str, Wish], secret: Collection[Name],
    payments: Mapping[str, Mapping[str, int]], settings: Settings,
) -> Table:  # fmt: skip
    kind = risk_class(table.id)
    if kind is RiskClass.CHILDREN:
        return of_children(table)
    if kind is RiskClass.MONEY:
        return _of_money(table, payments.get(table.id, {}))
    if kind is RiskClass.TOTALS:
        return table
    return _of_service(table, wishes.get(table.id, Wish(table.id)), secret, settings)


def _of_service(table: Table, wish: Wish, secret: Collection[Name], settings: Settings) -> Table:
    averages = table.id.startswith("duration")

    def shown(row: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
        if averages:
            hidden = named(table, wish, row, 0) in secret
            number = 0 if hidden or not isinstance(values[0], int) else values[0]
            enough = average_may_be_shown(number, RiskClass.SERVICE)
            first: Value = CONFIDENTIAL if hidden else values[0]
            return (first, *(value if enough or value is None else CONFIDENTIAL for value in values[1:]))
        return tuple(
            CONFIDENTIAL if isinstance(value, int) and named(table, wish, row, at) in secret else value
            for at, value in enumerate(values)
        )

    total = None if table.total is None or table.id in TOTAL_LEFT_OUT else shown(TOTAL, table.total)
    rows = tuple(_row(row, shown(row.code, row.values), total) for row in table.rows)
    if table.id == "timeliness":
        rows = _whole_stages(rows)
    kept_back = any(CONFIDENTIAL in row.values for row in rows) or CONFIDENTIAL in (total or ())
    notes = (*(quiet(note, settings.threshold) for note in table.notes), *([KEPT_BACK] if kept_back else []))
    return replace(table, rows=rows, total=total, notes=notes)


def _whole_stages(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The percentages of a stage tell how many answers it had, so they are kept back with any of its figures."""
    hidden = {(stage_of(row), at) for row in rows for at, value in enumerate(row.values) if value == CONFIDENTIAL}
    return tuple(
        replace(
            row,
            percent=tuple(
                CONFIDENTIAL if share is not None and (stage_of(row), at) in hidden else share
                for at, share in enumerate(row.percent)
            ),
        )
        for row in rows
    )


def _row(row: Row, values: tuple[Value, ...], total: tuple[Value, ...] | None) -> Row:
    """A row with its percentages, kept back wherever the figure or the total they are made of is."""
    wholes = total or (None,) * len(values)
    shares = tuple(
        CONFIDENTIAL if share is not None and CONFIDENTIAL in (value, whole) else share
        for share, value, whole in zip(row.percent, values, wholes, strict=False)
    )
    return replace(row, values=values, percent=shares)


def _of_money(table: Table, payments: Mapping[str, int]) -> Table:
    """What fewer than three were paid for goes into "other"; what is still too little is told in the total alone."""
    details = {row.code: Paid(payments.get(row.code, 0), Decimal(str(row.values[0] or 0))) for row in table.rows}
    told = merge_rare(details).details
    if not told:
        rows = tuple(replace(row, values=(CONFIDENTIAL,)) for row in table.rows)
        return replace(table, rows=rows, notes=(*table.notes, TOTAL_ALONE))
    if set(told) == set(details) and all(told[code] == paid for code, paid in details.items()):
        return table
    labels = {row.code: row for row in table.rows}
    kept = (replace(labels[code], values=(_pounds(paid.amount),)) for code, paid in told.items() if code in labels)
    return replace(table, rows=tuple(kept), notes=(*table.notes, MERGED))


def _pounds(amount: Decimal) -> Value:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
