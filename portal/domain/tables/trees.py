"""Trees of teams and categories as rows: which row is above which, and where rows of other years belong."""

from collections.abc import Sequence

from portal.domain.taxonomy import Terms

Line = tuple[str, str, int]
"""A row to come: its code, its label, its level."""


def upwards(terms: Terms, code: str, year: int) -> tuple[str, ...]:
    """A code and all it lies below in the tree of a year; what was not there that year lies where it last did."""
    rows = [row for row in terms.rows if row.code == code]
    then = [row for row in rows if row.valid_in(year)] or rows[-1:]
    return (code, *upwards(terms, then[0].parent, year)) if then and then[0].parent else (code,)


def within(terms: Terms, code: str, year: int) -> tuple[str, ...]:
    """The rows that count a code: the one at the top of its branch, and the one next below it unless it is the top."""
    return upwards(terms, code, year)[-2:]


def there(terms: Terms, code: str, year: int) -> bool:
    """Whether a code was on the list in a year; what is on no list at all may occur in any."""
    rows = [row for row in terms.rows if row.code == code]
    return not rows or any(row.valid_in(year) for row in rows)


def placed(lines: Sequence[Line], more: Sequence[Line], terms: Terms, year: int) -> list[Line]:
    """The rows with those of other years among them: below the top of their branch where that has a row."""
    every = list(lines)
    known = {code for code, _label, _level in (*lines, *more)}
    tops = [(code, label, 0) for code, label, _level in more if _top(terms, code, year, known) == code]
    every += tops
    for code, label, _level in more:
        top = _top(terms, code, year, known)
        if top != code:
            at = next(at for at, line in enumerate(every) if line[0] == top) + 1
            while at < len(every) and every[at][2]:
                at += 1
            every.insert(at, (code, label, 1))
    return every


def _top(terms: Terms, code: str, year: int, known: set[str]) -> str:
    top = upwards(terms, code, year)[-1]
    return top if top in known else code
