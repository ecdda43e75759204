"""An authority's teams and kinds of concern, as trees whose branches are valid for given years.

A year is a reporting year named by the calendar year in which it starts: 2018 is 1 April 2018 to 31 March 2019.
"""

from dataclasses import dataclass


class UnknownTerm(LookupError):
    """The list has no term with this code, in any year."""


class TermNotValid(LookupError):
    """The list knows this code, but not in this year."""


class TermsDisagree(ValueError):
    """A list contradicts itself: one code twice in a year, a link to a term that is not there, or a ring of links."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a list: what a code is called in the years it is valid for (source: data dictionary, chapter 3)."""

    code: str
    label: str
    valid_from: int | None = None  # first reporting year; None: always was
    valid_to: int | None = None  # last reporting year; None: still is
    parent: str = ""
    canonical: str = ""  # the code shared by all councils, by which figures are compared
    successors: tuple[str, ...] = ()  # what it was renamed to, merged into or split into

    def valid_in(self, year: int) -> bool:
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of terms in printing order; a code stands in several rows when its label changed over the years."""

    rows: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        _refuse_contradictions(self.rows)

    def valid_in(self, year: int) -> tuple[Term, ...]:
        """The terms of this reporting year, in printing order."""
        return tuple(row for row in self.rows if row.valid_in(year))

    def codes(self) -> tuple[str, ...]:
        """Every code of every year, once, in printing order."""
        return tuple(dict.fromkeys(row.code for row in self.rows))

    def term(self, code: str, year: int) -> Term:
        """The row for this code in this reporting year; raises UnknownTerm or TermNotValid."""
        rows = [row for row in self.rows if row.code == code]
        if not rows:
            raise UnknownTerm(code)
        for row in rows:
            if row.valid_in(year):
                return row
        raise TermNotValid(f"{code} in {year}")

    def label(self, code: str, year: int) -> str:
        """What this council calls it in that year; raises UnknownTerm or TermNotValid."""
        return self.term(code, year).label

    def children(self, code: str, year: int) -> tuple[Term, ...]:
        """The terms directly below this one in that year; "" gives the top of the tree."""
        return tuple(row for row in self.valid_in(year) if row.parent == code)

    def path(self, code: str, year: int) -> tuple[Term, ...]:
        """From the top of the tree down to this term; raises UnknownTerm or TermNotValid."""
        term = self.term(code, year)
        above = self.path(term.parent, year) if term.parent else ()
        return (*above, term)

    def canonical(self, code: str, year: int) -> str:
        """The shared code this term counts under: its own, or the nearest one above it; "" when there is none."""
        return next((term.canonical for term in reversed(self.path(code, year)) if term.canonical), "")

    def successors(self, code: str) -> tuple[str, ...]:
        """What this code became, followed to the end; a code that is still itself gives (code,). Raises UnknownTerm."""
        rows = [row for row in self.rows if row.code == code]
        if not rows:
            raise UnknownTerm(code)
        following = dict.fromkeys(after for row in rows for after in row.successors)
        if not following:
            return (code,)
        return tuple(dict.fromkeys(last for after in following for last in self.successors(after)))

    def within(self, code: str, other: str) -> bool:
        """Whether `code` is `other` or lies below it, in any year."""
        above = {row.parent for row in self.rows if row.code == code and row.parent}
        return code == other or any(self.within(parent, other) for parent in above)


def _refuse_contradictions(rows: tuple[Term, ...]) -> None:
    known = {row.code for row in rows}
    for row in rows:
        if row.valid_from is not None and row.valid_to is not None and row.valid_to < row.valid_from:
            raise TermsDisagree(f"{row.code} ends in {row.valid_to}, before it starts in {row.valid_from}")
        for linked in (row.parent, *row.successors):
            if linked and linked not in known:
                raise TermsDisagree(f"{row.code} names {linked}, which is not in the list")
    for index, row in enumerate(rows):
        for other in rows[index + 1 :]:
            if row.code == other.code and _overlap(row, other):
                raise TermsDisagree(f"{row.code} stands twice in the same year")
    _refuse_rings(rows)


def _overlap(one: Term, other: Term) -> bool:
    first = max(one.valid_from or 0, other.valid_from or 0)
    last = min(one.valid_to or 9999, other.valid_to or 9999)
    return first <= last


def _refuse_rings(rows: tuple[Term, ...]) -> None:
    links = {
        "parents": {row.code: {r.parent for r in rows if r.code == row.code and r.parent} for row in rows},
        "successors": {row.code: {s for r in rows if r.code == row.code for s in r.successors} for row in rows},
    }
    for name, graph in links.items():
        for code in graph:
            reached, waiting = set[str](), set(graph[code])
            while waiting:
                here = waiting.pop()
                reached.add(here)
                waiting |= graph[here] - reached
            if code in reached:
                raise TermsDisagree(f"{code} is among its own {name}")
