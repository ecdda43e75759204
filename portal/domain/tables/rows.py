"""The rows of a table: from a list of codes as the council prints it, or from its tree of teams or categories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from portal.domain.children import Missing
from portal.domain.tables.making import Making, readable
from portal.domain.tables.shape import Table
from portal.domain.tables.trees import Line
from portal.domain.taxonomy import Terms
from portal.domain.words import Worded

MISSING: tuple[Line, ...] = tuple((word.value, word.label, 0) for word in Missing)
"""The three ways of having no answer, each a row of its own."""


class Listing:
    """The rows of a list of codes, and into which of them each code is counted."""

    def __init__(self, lines: Sequence[Line], into: Mapping[str, str]) -> None:
        self.lines = lines
        self._into = into

    def row(self, code: object) -> str:
        """The row in which a code is counted: its own, where the council's list has none for it."""
        return self._into.get(str(code), str(code))


def listing(making: Making, words: type[Worded], list_: str = "", more: Iterable[Line] = ()) -> Listing:
    """The codes of a vocabulary in their order, or the groups the council prints instead."""
    groups = making.wish.rows
    making.words.update(labels_of(words))
    if groups:
        making.into = {code: group.code for group in groups for code in group.codes}
        return Listing([(group.code, group.label, 0) for group in groups], making.into)
    lines = [(word.value, making.label(list_, word.value, word.label), 0) for word in words]
    return Listing([*lines, *more], {})


def chosen(making: Making, lines: Sequence[Line]) -> list[Line]:
    """The rows of a table that always has the same: all, or those that the council prints, in its order and words."""
    if not making.wish.rows:
        return list(lines)
    making.fixed = True
    levels = {code: level for code, _label, level in lines}
    return [(group.code, group.label, levels[group.code]) for group in making.wish.rows if group.code in levels]


def tree(making: Making, terms: Terms) -> list[Line]:
    """A tree as rows: what stands at the top has level 0, what lies below it level 1.

    Of a tree of which the council prints some branches alone, another has rows only where it is counted.
    """
    making.terms = terms
    year, printed = making.year.starts, {group.code: group.label for group in making.wish.rows}
    found: list[Line] = []
    for top in terms.children("", year):
        if printed and top.code not in printed:
            continue
        found.append((top.code, printed.get(top.code, top.label), 0))
        if making.wish.parts:
            found.extend((below.code, below.label, 1) for below in terms.children(top.code, year))
    return found


def with_rest(making: Making, table: Table) -> Table:
    """The table of a tree with a note on how many stand under a heading and under none of its parts, this year.

    It is told of nobody too, so that the words without a count say nothing about the count.
    """
    if not any(row.level for row in table.rows) or not making.has_cases(making.year):
        return table
    rest, under = 0, False
    for row in reversed(table.rows):  # the parts of a heading come before it
        value = row.values[0]
        number = value if isinstance(value, int) else 0
        if row.level or under:
            rest += -number if row.level else number
        under = bool(row.level)
    unit = table.unit.removesuffix("s") if rest == 1 else table.unit
    note = f"Under a heading and under none of its parts: {rest or 'no'} {unit}."
    making.tell(note, f"Some {table.unit} may stand under a heading and under none of its parts.")
    return replace(table, notes=(*table.notes, note))


def labels_of(words: type[StrEnum]) -> dict[str, str]:
    """Every code of a vocabulary with its words."""
    return {word.value: getattr(word, "label", readable(word.value)) for word in words}
