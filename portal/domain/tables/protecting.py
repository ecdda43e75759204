"""Which counts of a year's report, and of those of its quarters, may not be printed: all of them looked at together."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from portal.domain.disclosure.pack import Place
from portal.domain.disclosure.protection import protect_linked
from portal.domain.disclosure.register import Before
from portal.domain.disclosure.risk_classes import CannotBeProtected, Settings
from portal.domain.tables.laying_out import QUARTERS, WHOLE_YEAR, Figured, Sheets, laid
from portal.domain.tables.sums import Figures
from portal.domain.tables.sums_between import Name

QUARTERLY = 1_500_000
"""The effort for the quarters of a year: where it is not enough there is hardly a figure that could be printed."""
LEAST_IN_QUARTER = 40
"""A quarter none of whose counts is so great would show next to nothing, and hinder the year."""
Out = Mapping[int, Before[Name]]
"""What is out of a year (0) and of its quarters (1 to 4)."""
UNHEARD: Before[Name] = Before()


def kept_back_in_year(year: Figures, quarters: Mapping[int, Figures], out: Out, settings: Settings) -> frozenset[Name]:
    """The counts of a year's report that may not be printed, given the quarters (and the year) that are out.

    A quarter that is not out is kept safe with them: it is what is left of the year. Where there is no other way,
    noughts are kept back as well. Raises CannotBeProtected.
    """
    if not any(quarter in out for quarter in QUARTERS):
        return _protected(laid({WHOLE_YEAR: year}, {WHOLE_YEAR}), out, WHOLE_YEAR, settings)[WHOLE_YEAR]
    figures, printed = {WHOLE_YEAR: year, **quarters}, {WHOLE_YEAR, *out}
    try:
        return _protected(laid(figures, printed), out, WHOLE_YEAR, settings)[WHOLE_YEAR]
    except CannotBeProtected:
        return _protected(laid(figures, printed, veiled=True), out, WHOLE_YEAR, settings)[WHOLE_YEAR]


def kept_back_in_quarter(
    quarter: int, year: Figures, quarters: Mapping[int, Figures], out: Out, settings: Settings
) -> frozenset[Name]:
    """The counts of a quarter's report that may not be printed beside that of the year, if that is among `out`.

    If not, they are kept safe by themselves, and the year beside them when it is published. All quarters that are not
    out are looked at together, so that their reports can be made one by one. Where no way is found, no count of the
    service is printed of a quarter: that adds nothing to what is out.
    """
    if WHOLE_YEAR in out:
        sheets = laid({WHOLE_YEAR: year, **quarters}, {WHOLE_YEAR, *QUARTERS})
    else:
        sheets = laid({quarter: quarters[quarter]}, {quarter})
        out = {period: before for period, before in out.items() if period == quarter}
    try:
        return _protected(sheets, out, quarter, replace(settings, effort=QUARTERLY))[quarter]
    except CannotBeProtected:
        return frozenset(quarters[quarter].values)


def is_about_too_few(quarter: Figures) -> bool:
    """Whether no count of the service is printed of a quarter at all."""
    return max((quarter.values[name] for name in quarter.printed), default=0) < LEAST_IN_QUARTER


def _protected(sheets: Sheets, out: Out, printing: int, settings: Settings) -> dict[int, frozenset[Name]]:
    fixed = {period: before for period, before in out.items() if period != printing}
    known = {(period, name) for period, before in out.items() for name in before.known} | sheets.unlisted()
    known |= {(period, name) for period, name in sheets.places if _is_known_to_be_none(sheets, known, name)}
    changed = {(period, name) for period, before in out.items() for name in before.changed}
    withheld = {(period, name) for period, before in out.items() for name in before.withheld}
    withheld |= {(period, name) for period, name in sheets.places if period in fixed}
    small = {
        (period, name) for period, name in sheets.places
        if period not in sheets.printed and settings.is_small(sheets.value(period, name))
    }  # fmt: skip
    protected = protect_linked(
        sheets.grids, sheets.links(), settings, _places(sheets, known), _places(sheets, withheld - known | changed),
        _places(sheets, changed | small),
    )  # fmt: skip
    found = {period: _alone(sheets, period, out.get(period, UNHEARD), settings) for period in sheets.figures}
    for (period, name), places in sheets.places.items():
        if any(place.cell in protected[place.grid].suppressed for place in places):
            found[period].add(name)
    return {period: frozenset(names) for period, names in found.items()}


def _is_known_to_be_none(sheets: Sheets, known: Collection[Figured], name: Name) -> bool:
    """Whether the year is known to have none of these: then no quarter has any."""
    return (WHOLE_YEAR, name) in known and sheets.value(WHOLE_YEAR, name) == 0


def _alone(sheets: Sheets, period: int, before: Before[Name], settings: Settings) -> set[Name]:
    """The counts in no sum that have to be kept back for their own sake."""
    return {
        name for name, value in sheets.figures[period].values.items()
        if (period, name) not in sheets.places and name not in before.known
        and (settings.is_small(value) or name in before.withheld | before.changed)
    }  # fmt: skip


def _places(sheets: Sheets, figured: Collection[Figured]) -> frozenset[Place]:
    return frozenset(place for one in figured for place in sheets.places.get(one, ()))
