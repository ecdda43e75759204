"""The public edition of a year or quarter, kept safe together with everything that is published beside it.

Each year is published by itself, and its figures stand in the reports of later years as they were printed in its own:
a reader who puts several reports together then has nothing new. The quarters are protected beside their year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from portal.domain.authority import Authority
from portal.domain.dates import in_full
from portal.domain.disclosure.register import Before, before, settled
from portal.domain.disclosure.risk_classes import CannotBeProtected, Settings
from portal.domain.tables.basis import basis
from portal.domain.tables.beside import beside
from portal.domain.tables.kept import Kept, of_period
from portal.domain.tables.laying_out import QUARTERS, WHOLE_YEAR
from portal.domain.tables.protecting import is_about_too_few, kept_back_in_quarter, kept_back_in_year
from portal.domain.tables.publishing import Edition, is_band, published, service_figures
from portal.domain.tables.report import NothingToReport, report
from portal.domain.tables.shape import Report, Value
from portal.domain.tables.sums import BY_QUARTER, Figures, name_of
from portal.domain.tables.sums_between import Name
from portal.domain.tables.tallying import Tally
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

ANOTHER_BASIS = "Not published: it was published before on another basis ({}), and both together could tell too much."
CANNOT = "The report of {} cannot be published safely{}. {}"
_MONEY = {"compensation": ("payments", "detail"), "expenditure": ("expenditure", "kind")}


@dataclass(frozen=True, slots=True)
class Made:
    """A report of one year or quarter by itself: every figure, and as it may be published."""

    whole: Report
    public: Report
    secret: frozenset[Name]


class Editions:
    """Makes public editions. `kept` are the public reports that are out, the newest first."""

    def __init__(self, authority: Authority, tally: Tally, day: date, kept: Sequence[Kept], settings: Settings) -> None:
        self._authority, self._tally, self._day, self._settings = authority, tally, day, settings
        self._kept = kept
        self._wishes = {wish.id: replace(wish, years=1) for wish in authority.report}
        self._families: dict[int, Family] = {}

    def public(self, year: ReportingYear, quarter: int | None) -> Report:
        """The report as it may be published now. Raises NothingToReport and CannotBeProtected."""
        made = report(self._authority, self._tally, year, self._day, wishes=self._authority.report, quarter=quarter)
        own = self._family(year).made(quarter)
        back = max((wish.years for wish in self._authority.report), default=1)
        earlier = {str(one): self._as_printed(one, quarter) for one in map(year.before, range(1, back))}
        return beside(made, own.whole, own.public, earlier)

    def _as_printed(self, year: ReportingYear, quarter: int | None) -> Report | None:
        """The figures of an earlier year as they were published, or else as they would be; None: there are none."""
        out = of_period(self._kept, year.starts, quarter)
        try:
            return out[0].report if out else self._family(year).made(quarter).public
        except NothingToReport:
            return None
        except CannotBeProtected:  # the report of that year has to wait; this one need not
            return self._family(year).kept_back(quarter).public

    def _family(self, year: ReportingYear) -> "Family":
        if year.starts not in self._families:
            self._families[year.starts] = Family(
                self._authority, self._tally, self._day, self._kept, self._settings, year, self._wishes
            )
        return self._families[year.starts]


class Family:
    """A year and its quarters, and what is out about them."""

    def __init__(
        self, authority: Authority, tally: Tally, day: date, kept: Sequence[Kept], settings: Settings,
        year: ReportingYear, wishes: Mapping[str, Wish],
    ) -> None:  # fmt: skip
        self._authority, self._tally, self._day, self._settings = authority, tally, day, settings
        self._kept, self._year, self._wishes = kept, year, wishes
        self._wholes: dict[int, Report] = {}
        self._counts: dict[int, Figures] = {}

    def made(self, quarter: int | None) -> Made:
        """The report of the year or of a quarter by itself."""
        secret = self._in_quarter(quarter) if quarter else self._in_year(self._out())
        return self._printed(quarter, secret)

    def kept_back(self, quarter: int | None) -> Made:
        """The same without any count of the service: nothing of it can be printed safely."""
        return self._printed(quarter, frozenset(self._figures(quarter or WHOLE_YEAR).values))

    def _printed(self, quarter: int | None, secret: frozenset[Name]) -> Made:
        period = quarter or WHOLE_YEAR
        edition = Edition(
            self._wishes, self._figures(period), secret, self._payments(), self._refused, self._settings, quarter,
            quarter is None and self._few_in_quarters(),
        )  # fmt: skip
        return Made(self._whole(period), published(self._whole(period), edition), secret)

    def _few_in_quarters(self) -> bool:
        if BY_QUARTER not in self._wishes:
            return False
        counts = ((name, number) for each in self._quarters().values() for name, number in each.values.items())
        return any(is_band(name, "1") and self._settings.is_small(number) for name, number in counts)

    def _in_quarter(self, quarter: int) -> frozenset[Name]:
        if is_about_too_few(self._figures(quarter)):
            return frozenset(self._figures(quarter).values)
        out = self._out()
        if not out:
            out[WHOLE_YEAR] = settled(self._figures(WHOLE_YEAR).printed, self._in_year(out))
        return kept_back_in_quarter(quarter, self._figures(WHOLE_YEAR), self._quarters(), out, self._settings)

    def _in_year(self, out: Mapping[int, Before[Name]]) -> frozenset[Name]:
        quarters = self._quarters() if set(out) & set(QUARTERS) else {}
        try:
            return kept_back_in_year(self._figures(WHOLE_YEAR), quarters, out, self._settings)
        except CannotBeProtected as unsafe:
            beside = " beside what is out already of this year" if out else ""
            raise CannotBeProtected(CANNOT.format(self._year, beside, unsafe)) from unsafe

    def _quarters(self) -> dict[int, Figures]:
        return {quarter: self._figures(quarter) for quarter in QUARTERS}

    def _whole(self, period: int) -> Report:
        if period not in self._wholes:
            self._wholes[period] = report(
                self._authority, self._tally, self._year, self._day, wishes=self._wishes.values(),
                quarter=period or None,
            )  # fmt: skip
        return self._wholes[period]

    def _figures(self, period: int) -> Figures:
        if period not in self._counts:
            self._counts[period] = service_figures(self._whole(period), self._wishes, self._refused)
        return self._counts[period]

    @cached_property
    def _refused(self) -> Mapping[str, str]:
        """Tables that were published of this year, or of a part of it, on another basis than would be used now."""
        found: dict[str, str] = {}
        for kept in self._kept:
            for id_, wish in self._wishes.items():
                then = kept.bases.get(id_, {}).get(str(self._year))
                if then is not None and then != basis(self._authority, wish, self._year.starts):
                    found[id_] = ANOTHER_BASIS.format(f"on {in_full(kept.kept_on)}")
        return found

    def _out(self) -> dict[int, Before[Name]]:
        shown: dict[int, dict[Name, list[Value]]] = {}
        for kept in self._kept:
            here = shown.setdefault(kept.report.quarter or WHOLE_YEAR, {})
            for table, row, at, value in kept.figures(str(self._year)):
                if table.id in self._wishes and table.id not in self._refused:
                    here.setdefault(name_of(self._wishes[table.id], row, table.columns[at].code), []).append(value)
        found = {
            period: before(values, self._figures(period).values, self._settings) for period, values in shown.items()
        }
        return {period: one for period, one in found.items() if one.known or one.changed}  # others told nothing

    def _payments(self) -> dict[str, dict[str, int]]:
        """How many payments there were under each heading."""
        counts = {id_: self._tally.count(grain, (field,), self._year.starts) for id_, (grain, field) in _MONEY.items()}
        return {id_: {str(code): number for (code,), number in found.items()} for id_, found in counts.items()}
