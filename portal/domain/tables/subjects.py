"""What complaints were about and whose work: concerns, the primary concern, teams."""

from collections.abc import Iterable

from portal.domain.findings import Outcome
from portal.domain.tables.facts import NOT_RECORDED, Fact
from portal.domain.tables.fields import WHO
from portal.domain.tables.making import IN_YEAR, Definition, Making
from portal.domain.tables.outcomes import outcome_row
from portal.domain.tables.rows import tree, with_rest
from portal.domain.tables.shape import Column, Table, Value
from portal.domain.tables.trees import Line, upwards, within
from portal.domain.years import ReportingYear

RAISED = "raised"
_CATEGORIES = ("category", "subcategory")
_NO_FINDINGS = frozenset({Outcome.OPEN.value, Outcome.WITHDRAWN.value, NOT_RECORDED})
"""What says how far a complaint came, not what was found about a concern."""


def _concerns(making: Making) -> Table:
    categories = making.authority.categories
    lines = _tops(tree(making, categories))
    into = outcome_row(making)
    found: dict[tuple[str, str], int] = {}
    finals = set[str]()
    for fact, number in making.facts("concerns", (*WHO, "category", "final"), making.year):
        if making.wanted(fact):
            row = upwards(categories, str(fact["category"]), making.year.starts)[-1]
            finals.add(str(fact["final"]))
            for column in (RAISED, into.row(fact["final"])):
                found[row, column] = found.get((row, column), 0) + number
    printed = making.printed(making.year)
    known = {code for code, _label, _level in into.lines}
    extra = sorted({code for _row, code in found} - known - {RAISED})
    columns = [Column(RAISED, "Raised"), *(Column(code, label) for code, label, _level in into.lines)]
    columns += [Column(code, making.named(code)) for code in extra]
    counted = making.has_cases(making.year)
    if counted and finals and finals <= _NO_FINDINGS:
        columns = columns[:1]
        making.notes.append("What was found about each concern is not recorded.")
    rows = making.rows(lines, (row for row, _column in (found if counted else printed)))
    if counted:
        making.note_printed(making.year)
        _note_several(making, sum(number for (_row, column), number in found.items() if column == RAISED))
    values: dict[str, list[Value]] = {
        code: [found.get((code, column.code), 0) if counted else printed.get((code, column.code)) for column in columns]
        for code, _label, _level in rows
    }
    return making.table(
        columns, rows, values, percent=False, printed=() if counted else [column.code for column in columns]
    )


def _note_several(making: Making, raised: int) -> None:
    """How many complaints the concerns are of: each has one that is the main one.

    It is told where none raises several too, so that the words without a count say nothing about the count.
    """

    def codes(fact: Fact) -> Iterable[str]:
        return ("n",) if making.wanted(fact) and fact["category"] != NOT_RECORDED else ()

    number = making.sums("representations", (*WHO, "category"), codes, making.year).get("n", 0)
    several = "A complaint may raise several concerns"
    complaints = "1 complaint" if number == 1 else f"{number} complaints"
    counted = (
        f"{several}: these {raised} are of {complaints}." if raised > number else "No complaint raises more than one."
    )
    making.tell(counted, f"{several}.")


def _primary(making: Making) -> Table:
    categories = making.authority.categories
    rows = tree(making, categories)

    def codes(fact: Fact) -> Iterable[str]:
        if making.wanted(fact):
            category, below = (within(categories, str(fact[name]), making.year.starts) for name in _CATEGORIES)
            yield from below if below[-1] == category[-1] else category

    def count(year: ReportingYear) -> dict[str, int]:
        return making.sums("representations", (*WHO, "category", "subcategory"), codes, year)

    return with_rest(making, making.over_years(rows, count))


def _teams(making: Making) -> Table:
    teams = making.authority.teams
    rows = tree(making, teams)

    def codes(fact: Fact) -> Iterable[str]:
        if making.wanted(fact):
            yield from within(teams, str(fact["team"]), making.year.starts)

    def count(year: ReportingYear) -> dict[str, int]:
        shared = making.sums(
            "representations", (*WHO, "shared"),
            lambda fact: ("n",) if fact["shared"] and making.wanted(fact) else (), year,
        ).get("n")  # fmt: skip
        if shared and year == making.year:
            one = "1 complaint is" if shared == 1 else f"{shared} complaints are"
            words = "shared by several teams and counted once, under the first of them."
            making.tell(f"{one} {words}", f"Some complaints are {words}")
        return making.sums("representations", (*WHO, "team"), codes, year)

    return with_rest(making, making.over_years(rows, count))


def _tops(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line[2] == 0]


SUBJECTS = (
    Definition("concerns-by-category", "What the concerns were", "concerns", "concerns of accepted complaints, as "
               "raised", IN_YEAR, _concerns),
    Definition("primary-concern", "What each complaint was mainly about", "complaints", "accepted complaints",
               IN_YEAR, _primary),
    Definition("by-team", "Whose work it was about", "complaints", "accepted complaints, each once under its first "
               "team", IN_YEAR, _teams),
)  # fmt: skip
"""The chapter on what complaints were about."""
