"""The public edition: what a stranger could work out about one person is kept back, and with it what would tell it.

Which treatment a table gets is decided here (source: the conventions of the Department for Education and the health
service, as the notes on disclosure control sum them up); how figures are kept back is for `portal.domain.disclosure`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from portal.domain.disclosure.grid import TOTAL
from portal.domain.disclosure.money import OTHER, Paid, merge_rare
from portal.domain.disclosure.risk_classes import RiskClass, Settings, average_may_be_shown
from portal.domain.tables.publishing_children import of_children
from portal.domain.tables.received import RATE
from portal.domain.tables.shape import CONFIDENTIAL, Report, Row, Table, Value
from portal.domain.tables.sums import (
    BY_QUARTER,
    TOTAL_LEFT_OUT,
    Figures,
    figures_of,
    method_left_out,
    named,
    population,
)
from portal.domain.tables.sums_between import Name
from portal.domain.tables.timescales import stage_of
from portal.domain.wishes import Wish

TOTAL_ALONE = "Told in the total alone: there were too few payments."
MERGED = "Headings with fewer than three payments are under “{}”."
KEPT_BACK = "[c] stands for small figures and for those without which these could be worked out."
KEPT_BACK_IN_QUARTER = f"{KEPT_BACK} In a quarter these may also be noughts."
WHOLE_YEARS_ONLY = "Published for whole years only: a quarter would be about too few."
FOUND_IN_YEARS_ONLY = "What was found is published for whole years only: a quarter would be about too few."
CONCERNS = "concerns-by-category"
_WHOLES = {"escalation": "accepted", "member-enquiries": "answered"}


def risk_class(id_: str) -> RiskClass:
    """What a table is about: totals, the service, children, or money."""
    if id_ == "activity":
        return RiskClass.TOTALS
    if id_.startswith(("children-by-", "monitoring-")) or id_ == "impairments":
        return RiskClass.CHILDREN
    return RiskClass.MONEY if id_ in ("compensation", "expenditure") else RiskClass.SERVICE


@dataclass(frozen=True, slots=True)
class Edition:
    """What decides how the tables of one year, or of one quarter, are printed in public.

    `secret` are the counts about the service that may not be told; `refused` are tables that may not be printed at all,
    each with the reason; `payments` are how many there were under each heading of a table of money; `few_in_quarters`
    says whether a quarter has a small count of answers within a time.
    """

    wishes: Mapping[str, Wish]
    figures: Figures
    secret: Collection[Name]
    payments: Mapping[str, Mapping[str, int]]
    refused: Mapping[str, str]
    settings: Settings
    quarter: int | None = None
    few_in_quarters: bool = False

    def may_tell(self, name: Name) -> bool:
        """Whether a count may be printed: it was looked at with all others, and need not be kept back."""
        return name in self.figures.values and name not in self.secret

    def may_average(self, table: Table, row: str) -> bool:
        """Whether averages may stand there: with a band kept back, they would tell how many are in it."""
        stage = "1" if table.id == BY_QUARTER else row
        by_quarter = table.id == BY_QUARTER and self.few_in_quarters
        return not by_quarter and not any(is_band(name, stage) for name in self.secret)

    def wish(self, table: Table) -> Wish:
        """What the council wants of a table."""
        return self.wishes.get(table.id, Wish(table.id))


def service_figures(report: Report, wishes: Mapping[str, Wish], refused: Collection[str] = ()) -> Figures:
    """The counts about the service in a report of one year, or of one quarter, that are protected together."""
    tables = [table for table in report.tables if risk_class(table.id) is RiskClass.SERVICE and table.id not in refused]
    if report.quarter:
        tables = [_raised(table) for table in tables if table.id != BY_QUARTER]
    return figures_of(replace(report, tables=tuple(tables)), wishes, [table.id for table in tables])


def _raised(table: Table) -> Table:
    """A table of concerns without what was found about them, which is published for whole years only."""
    if table.id != CONCERNS:
        return table
    rows = tuple(replace(row, values=row.values[:1]) for row in table.rows)
    notes = (*table.notes, FOUND_IN_YEARS_ONLY) if len(table.columns) > 1 else table.notes
    return replace(table, columns=table.columns[:1], rows=rows, total=table.total and table.total[:1], notes=notes)


def is_band(name: Name, stage: str) -> bool:
    """Whether a count is that of the answers of a stage within a time."""
    return name[0] == "timeliness" and str(name[1]).startswith(f"stage-{stage}:")


def published(report: Report, edition: Edition) -> Report:
    """The report as it may be published. Raises nothing for small numbers."""
    return replace(report, edition="public", tables=tuple(_treated(table, edition) for table in report.tables))


def _treated(table: Table, edition: Edition) -> Table:
    kind = risk_class(table.id)
    if table.id in edition.refused:
        return _hidden(table, edition.refused[table.id])
    if kind is RiskClass.TOTALS:
        return _activity(table, edition)
    if kind is RiskClass.SERVICE and not (table.id == BY_QUARTER and edition.quarter):
        return _of_service(_raised(table) if edition.quarter else table, edition)
    if edition.quarter:
        return _hidden(table, WHOLE_YEARS_ONLY)
    if kind is RiskClass.CHILDREN:
        return of_children(table)
    return _of_money(table, edition.payments.get(table.id, {}))


def _hidden(table: Table, why: str) -> Table:
    """A table of which nothing is told: nor where there is nothing to share or to average, which is said of nobody."""
    collected = [any(row.values[at] is not None for row in table.rows) for at in range(len(table.columns))]

    def none(values: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(CONFIDENTIAL if known else None for _value, known in zip(values, collected, strict=False))

    rows = tuple(replace(row, values=none(row.values), percent=none(row.percent)) for row in table.rows)
    return replace(table, rows=rows, total=None if table.total is None else none(table.total), notes=(why,))


def _activity(table: Table, edition: Edition) -> Table:
    """Figures that were typed in, and a rate which must not tell of how many complaints it is."""
    name: Name = ("accepted", population(edition.wish(table)))
    if edition.may_tell(name):
        return table
    few = name in edition.figures.values or _is_of_few(table, edition)
    rows = (
        replace(row, values=tuple(CONFIDENTIAL if few and value is not None else value for value in row.values))
        if row.code == RATE else row for row in table.rows
    )  # fmt: skip
    return replace(table, rows=tuple(rows))


def _is_of_few(table: Table, edition: Edition) -> bool:
    """Whether a rate is of fewer than would be printed, as far as it can be worked out from the rate itself."""
    whole = next((row.values[0] for row in table.rows if row.code == edition.wish(table).denominator), None)
    rate = next((row.values[0] for row in table.rows if row.code == RATE), None)
    if not isinstance(whole, int | float) or not isinstance(rate, int | float):
        return True
    return 0 < whole * rate / 100 < edition.settings.threshold


def _of_service(table: Table, edition: Edition) -> Table:
    wish, secret = edition.wish(table), edition.secret
    averages = table.id.startswith("duration")

    def shown(row: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
        if averages:
            if values[0] is not None and not edition.may_tell(named(table, wish, row, 0)):
                return (CONFIDENTIAL,) * len(values)
            enough = isinstance(values[0], int) and average_may_be_shown(values[0], RiskClass.SERVICE)
            enough = enough and edition.may_average(table, row)
            return (values[0], *(value if enough or value is None else CONFIDENTIAL for value in values[1:]))
        return tuple(
            CONFIDENTIAL if isinstance(value, int) and not edition.may_tell(named(table, wish, row, at)) else value
            for at, value in enumerate(values)
        )

    total = None if table.total is None or table.id in TOTAL_LEFT_OUT else shown(TOTAL, table.total)
    wholes = total or tuple(_whole_of(table, wish, at, secret) for at in range(len(table.columns)))
    rows = tuple(_row(row, shown(row.code, row.values), wholes) for row in table.rows)
    if table.id == "timeliness":
        rows = _whole_stages(rows)
    kept_back = any(CONFIDENTIAL in row.values for row in rows) or CONFIDENTIAL in (total or ())
    why = KEPT_BACK_IN_QUARTER if edition.quarter else KEPT_BACK
    return replace(table, rows=rows, total=total, notes=(*_told(table, edition), *([why] if kept_back else [])))


def _whole_of(table: Table, wish: Wish, column: int, secret: Collection[Name]) -> Value:
    """ "c" where percentages are of a count that is printed elsewhere, or in another row, and is kept back there."""
    of = _WHOLES.get(table.id)
    if of is None:
        return None
    whole = ("accepted", population(wish)) if of == "accepted" else named(table, wish, of, column)
    return CONFIDENTIAL if whole in secret else None


def _told(table: Table, edition: Edition) -> Iterator[str]:
    """The notes without counts; the number of those left out is told where it was looked at with all others."""
    safe = edition.may_tell(method_left_out(edition.wish(table)))
    for note in table.notes:
        yield note if safe and table.id == "received-by-method" else table.uncounted.get(note, note)


def _whole_stages(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The percentages of a stage tell how many answers it had, so they are kept back with any of its figures."""
    hidden = {(stage_of(row), at) for row in rows for at, value in enumerate(row.values) if value == CONFIDENTIAL}
    return tuple(
        replace(
            row,
            percent=tuple(
                CONFIDENTIAL if (stage_of(row), at) in hidden else share for at, share in enumerate(row.percent)
            ),
        )
        for row in rows
    )


def _row(row: Row, values: tuple[Value, ...], wholes: tuple[Value, ...]) -> Row:
    """A row with its percentages, kept back wherever the figure or the whole they are made of is."""
    shares = tuple(
        CONFIDENTIAL if CONFIDENTIAL in (value, whole) else share
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
    labels = {OTHER: Row(OTHER, "Other", ()), **{row.code: row for row in table.rows}}
    kept = (replace(labels[code], values=(_pounds(paid.amount),)) for code, paid in told.items())
    return replace(table, rows=tuple(kept), notes=(*table.notes, MERGED.format(labels[OTHER].label)))


def _pounds(amount: Decimal) -> Value:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
