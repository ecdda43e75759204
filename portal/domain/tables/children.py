"""The children in complaints: each once per complaint, with every kind of missing answer a row of its own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from portal.domain.children import CareStatus, Ethnicity, Impairment, Missing, Religion, Sex, YesNo
from portal.domain.tables.facts import Fact
from portal.domain.tables.fields import WHO
from portal.domain.tables.making import IN_YEAR, Definition, Making
from portal.domain.tables.rows import MISSING, listing
from portal.domain.tables.shape import Column, Table, Value
from portal.domain.tables.trees import Line
from portal.domain.words import Worded
from portal.domain.years import ReportingYear

_WORDS: Mapping[str, type[Worded]] = {
    "disabled": YesNo, "ethnicity": Ethnicity, "religion": Religion, "care_status": CareStatus, "uasc": YesNo,
}  # fmt: skip
_REAL = frozenset(word.value for word in Impairment)
AGES = (5, 9, 14, 17)


def age_bands(making: Making) -> list[Line]:
    """The bands as rows: 0-5, 6-9, 10-14, 15-17, 18+."""
    limits = making.wish.bands.get("age", AGES)
    lower = (0, *(limit + 1 for limit in limits))
    found: list[Line] = [
        (f"{first}-{last}", f"{first} to {last}", 0) for first, last in zip(lower[:-1], limits, strict=True)
    ]
    return [*found, (f"{lower[-1]}+", f"{lower[-1]} and over", 0)]


def age_band(making: Making, age: object) -> str:
    """The band of an age, or the way in which it is missing."""
    if age is None:
        return Missing.NOT_RECORDED.value
    if not str(age).isdigit():
        return str(age)
    limits = making.wish.bands.get("age", AGES)
    lower = (0, *(limit + 1 for limit in limits))
    for first, last in zip(lower[:-1], limits, strict=True):
        if int(str(age)) <= last:
            return f"{first}-{last}"
    return f"{lower[-1]}+"


def _by_age(making: Making) -> Table:
    def codes(fact: Fact) -> Iterable[str]:
        return (age_band(making, fact["age"]),) if making.wanted(fact) else ()

    return making.over_years(
        [*age_bands(making), *MISSING], lambda year: making.sums("children", (*WHO, "age"), codes, year)
    )


def _by_age_and_sex(making: Making) -> Table:
    lines = [*age_bands(making), *MISSING]
    columns = [Column(word.value, word.label) for word in Sex] + [Column(code, label) for code, label, _ in MISSING]
    found: dict[tuple[str, str], int] = {}
    for fact, number in making.facts("children", (*WHO, "age", "sex"), making.year):
        if making.wanted(fact):
            cell = (age_band(making, fact["age"]), str(fact["sex"] or Missing.NOT_RECORDED.value))
            found[cell] = found.get(cell, 0) + number
    printed = making.printed(making.year)
    counted = making.has_cases(making.year)
    if counted:
        making.note_printed(making.year)
    lines = making.rows(lines, (code for code, _column in (found if counted else printed)))
    values: dict[str, list[Value]] = {
        code: [found.get((code, one.code), 0) if counted else printed.get((code, one.code)) for one in columns]
        for code, _label, _level in lines
    }
    return making.table(columns, lines, values, percent=False, printed=() if counted else [one.code for one in columns])


def _by(field: str, making: Making) -> Table:
    found = listing(making, _WORDS[field], field, more=MISSING)

    def codes(fact: Fact) -> Iterable[str]:
        return (found.row(fact[field] or Missing.NOT_RECORDED.value),) if making.wanted(fact) else ()

    return making.over_years(found.lines, lambda year: making.sums("children", (*WHO, field), codes, year))


def _impairments(making: Making) -> Table:
    found = listing(making, Impairment, "impairment")

    def codes(fact: Fact) -> Iterable[str]:
        listed = fact["impairments"]
        if making.wanted(fact) and isinstance(listed, tuple):
            yield from (found.row(code) for code in listed)

    def several(fact: Fact) -> Iterable[str]:
        return ("n",) if any(code in _REAL for code in codes(fact)) else ()

    children = making.sums("children", (*WHO, "impairments"), several, making.year).get("n", 0)
    some = f"{children or 'no'} {'child has' if children in (0, 1) else 'children have'} any."
    making.tell(f"A child may have several: {some}", "A child may have several.")
    made = making.over_years(found.lines, lambda year: making.sums("children", (*WHO, "impairments"), codes, year))
    bases = (_number(making, year) if making.has_cases(year) else None for year in making.years)
    return replace(made, bases=tuple(bases)[: len(made.columns)])


def _number(making: Making, year: ReportingYear) -> int:
    """How many children there were, with whatever answers."""
    return making.sums("children", WHO, lambda fact: ("n",) if making.wanted(fact) else (), year).get("n", 0)


def _making_by(field: str) -> Callable[[Making], Table]:
    return partial(_by, field)


def _table(id_: str, title: str, make: Callable[[Making], Table], unit: str = "children") -> Definition:
    return Definition(id_, title, unit, "children in accepted complaints, each once per complaint", IN_YEAR, make)


CHILDREN = (
    _table("children-by-age", "How old the children were", _by_age),
    _table("children-by-age-and-sex", "Age and sex of the children", _by_age_and_sex),
    _table("children-by-disability", "Whether the children were disabled", _making_by("disabled")),
    _table("impairments", "Impairments", _impairments, "codings"),
    _table("children-by-ethnicity", "Ethnic group of the children", _making_by("ethnicity")),
    _table("children-by-religion", "Religion of the children", _making_by("religion")),
    _table("children-by-care-status", "What the children were to us", _making_by("care_status")),
    _table("children-by-uasc", "Children who came alone and ask for asylum", _making_by("uasc")),
)
"""The chapter on children."""
