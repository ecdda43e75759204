"""Which figures of a report add up to which, and which are the same figure printed twice: what a stranger would use.

Every count gets a name that says what it counts; two places with one name must always print the same number. The
sums are looked at together before anything is published.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.domain.disclosure.grid import TOTAL
from portal.domain.tables.shape import Report, Table, Value
from portal.domain.tables.sums_between import (
    METHOD_LEFT_OUT,
    METHODS_TOLD,
    PROCEDURES,
    Name,
    Sum,
    added_up,
    left_out_of,
    with_answers,
)
from portal.domain.wishes import Wish

BY_QUARTER = "duration-by-quarter"
_WHOLE_POPULATION = frozenset(
    {"received-by-point", "received-by-complainant", "primary-concern", "by-team", "outcomes", "resolved-by-stage"}
)
_NESTED: Mapping[str, tuple[tuple[str, tuple[str, ...], bool], ...]] = {
    "children-and-advocacy": (
        ("from_children", ("child_alone", "with_advocate"), False),
        ("from_children", ("from_children_withdrawn",), True),
    ),
    "escalation": (
        ("stage_2_requested", ("stage_2_taken", "stage_2_declined"), False),
        ("stage_3_requested", ("stage_3_taken",), True),
    ),
    "member-enquiries": (("received", ("answered",), True), ("answered", ("in_time",), True)),
}
"""Tables whose rows lie within each other: the whole, its parts, and whether the parts leave something over."""
_BESIDE: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]] = {
    "ombudsman": ((("investigated",), True), (("childrens_social_care", "education", "other"), False)),
}
"""Rows that divide the total of their table a second time, and whether they leave something over."""
TOTAL_LEFT_OUT = frozenset({"timeliness"})
"""Tables whose total is not published: it adds up things that are not alike, and would cost other figures."""
_YEAR = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A place of the report: the table, the row (TOTAL for its total) and the column."""

    table: str
    row: str
    column: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of a report by name, where each is printed, and the sums between them.

    `unprinted` are those that stand nowhere and that readers can add up.
    """

    values: Mapping[Name, int]
    places: Mapping[Name, tuple[Printed, ...]]
    sums: tuple[Sum, ...]
    unprinted: frozenset[Name] = frozenset()

    @property
    def printed(self) -> frozenset[Name]:
        """The counts that the pages tell, in a table or in a note."""
        return frozenset(self.values) - self.unprinted


def figures_of(report: Report, wishes: Mapping[str, Wish], ids: Sequence[str]) -> Figures:
    """The counts of these tables of a report. Counts that were not collected are left out."""
    values: dict[Name, int] = {}
    places: dict[Name, list[Printed]] = {}
    sums: list[Sum] = []
    for id_ in ids:
        table, wish = report.table(id_), wishes.get(id_, Wish(id_))
        for row, column, value in _cells(table):
            if isinstance(value, int):
                name = named(table, wish, row, column)
                values[name] = value
                places.setdefault(name, []).append(Printed(id_, row, column))
        for at in _counted_columns(table):
            sums += _sums_in(table, wish, at)
    printed = dict(values)
    unprinted = added_up(values, sums)
    values |= unprinted
    left_out = left_out_of(values)
    values |= {part: values[one.whole] - values[told] for one in left_out for told, part in [one.parts]}
    sums += [*left_out, *with_answers(printed, values, sums)]
    known = dict.fromkeys(_known(one, values) for one in sums if one.whole in values)
    where = {name: tuple(found) for name, found in places.items()}
    return Figures(values, where, tuple(one for one in known if one), frozenset(unprinted))


_FIXED: Mapping[tuple[str, str], Name] = {
    **{("received-by-kind", code): ("accepted", (code, False)) for code in PROCEDURES},
    ("complaints-by-triage", "accepted"): ("accepted", ("all", False)),
    ("received-by-kind", "compliment"): ("compliments",),
    ("compliments-by-source", TOTAL): ("compliments",),
    ("compliments-by-team", TOTAL): ("compliments",),
    ("received-by-kind", "member_enquiry"): ("members",),
    ("member-enquiries", "received"): ("members",),
}
"""Places whose count has another name, whatever complaints the council's table is narrowed to."""
_NARROWED: Mapping[tuple[str, str], Name] = {
    **{(id_, TOTAL): ("accepted",) for id_ in _WHOLE_POPULATION},
    ("received-by-method", TOTAL): ("accepted",),
    **{(f"outcomes-stage-{stage}", TOTAL): ("reached", stage) for stage in (1, 2, 3)},
    **{(f"outcomes-stage-{stage}", code): (code, stage) for stage in (1, 2, 3) for code in ("open", "withdrawn")},
    ("escalation", "stage_2_requested"): ("asked-for", 2),
    ("escalation", "stage_2_taken"): ("reached", 2),
    ("escalation", "stage_3_taken"): ("reached", 3),
    ("resolved-by-stage", "3"): ("reached", 3),
    ("learning", TOTAL): ("answers",),
    ("children-and-advocacy", "from_children"): ("from-children",),
}
"""Places whose count has another name within the complaints that the council's table is narrowed to."""


def named(table: Table, wish: Wish, row: str, column: int) -> Name:
    """What the count at a place of a table counts, in words that other tables use for the same count."""
    return name_of(wish, row, table.columns[column].code)


def name_of(wish: Wish, row: str, column: str) -> Name:
    """The same, by the code of the column.

    A name says nothing of the year or the quarter: all counts of a report of one year have the same.
    """
    id_ = wish.id
    if (id_, row) in _FIXED:
        return _FIXED[id_, row]
    if id_ == "duration" and row != TOTAL:
        return timed(int(row), wish)
    if (id_, row) == ("received-by-method", TOTAL) and wish.not_known != "row":
        return (METHODS_TOLD, population(wish))
    if (id_, row) in _NARROWED:
        return (*_NARROWED[id_, row], population(wish))
    return (id_, row) if is_year(column) else (id_, row, column)


def is_year(column: str) -> bool:
    """Whether a column is that of a year."""
    return bool(_YEAR.fullmatch(column))


def method_left_out(wish: Wish) -> Name:
    """The complaints whose method is not known, where the council has them told in a note."""
    return (METHOD_LEFT_OUT, population(wish))


def timed(stage: int, wish: Wish) -> Name:
    """The answers of a stage whose days are known."""
    return ("timed", stage, population(wish), wish.by_highest_stage)


def population(wish: Wish) -> tuple[str, bool]:
    """Which complaints a table is about: of which procedures, and whether enquiries are counted with them."""
    return "+".join(wish.procedures) or "all", wish.with_enquiries


def _cells(table: Table) -> Iterator[tuple[str, int, Value]]:
    for at in _counted_columns(table):
        for row in table.rows:
            yield row.code, at, row.values[at]
        if table.total is not None and table.id not in TOTAL_LEFT_OUT:
            yield TOTAL, at, table.total[at]


def _counted_columns(table: Table) -> range:
    """The columns that count something; of a table of averages only the first does."""
    return range(1) if table.id.startswith("duration") else range(len(table.columns))


def _sums_in(table: Table, wish: Wish, column: int) -> Iterator[Sum]:
    def name(row: str) -> Name:
        return named(table, wish, row, column)

    for whole, parts, open_ended in _NESTED.get(table.id, ()):
        yield Sum(name(whole), tuple(name(part) for part in parts), open_ended)
    if table.id == BY_QUARTER:
        yield Sum(timed(1, wish), tuple(name(row.code) for row in table.rows))
    if table.id == "timeliness":
        yield from _by_stage(table, wish, column)
    if table.total is None or table.id in TOTAL_LEFT_OUT:
        return
    tops = [row.code for row in table.rows if row.level == 0]
    yield Sum(name(TOTAL), tuple(name(code) for code in tops))
    beside = _BESIDE.get(table.id, ())
    for parts, open_ended in beside:
        yield Sum(name(TOTAL), tuple(name(part) for part in parts), open_ended)
    if table.id == "concerns-by-category":
        others = tuple(range(1, len(table.columns)))
        for row in (*(one.code for one in table.rows), TOTAL) if column == 0 else ():
            yield Sum(name(row), tuple(named(table, wish, row, at) for at in others))
    if not beside:
        yield from (Sum(name(top), tuple(map(name, below)), True) for top, below in _blocks(table) if below)


def _by_stage(table: Table, wish: Wish, column: int) -> Iterator[Sum]:
    """The bands of a stage add up to its answers, which the table of averages prints."""
    for stage in (1, 2, 3):
        rows = [row.code for row in table.rows if row.code.startswith(f"stage-{stage}:")]
        yield Sum(timed(stage, wish), tuple(named(table, wish, row, column) for row in rows))


def _blocks(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    below: list[str] = []
    top = ""
    for row in table.rows:
        if row.level == 0:
            yield top, tuple(below)
            top, below = row.code, []
        else:
            below.append(row.code)
    yield top, tuple(below)


def _known(one: Sum, values: Mapping[Name, int]) -> Sum | None:
    """A sum as far as its parts are printed; None where it does not hold, because the data do not divide like that.

    One that leaves nothing over is taken to be known to be whole: notes and rows would tell if it were not.
    """
    parts = tuple(part for part in one.parts if part in values)
    rest = values[one.whole] - sum(values[part] for part in parts)
    complete = len(parts) == len(one.parts)
    if not parts or rest < 0 or (rest and not one.open_ended and complete):
        return None
    return Sum(one.whole, parts, not complete or rest > 0)
