"""What was found: outcomes of the whole and of each stage, how far complaints went, and what was put right."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from portal.domain.findings import Outcome
from portal.domain.putting_right import Corrective, Resolution
from portal.domain.tables.facts import STAGES, Fact
from portal.domain.tables.fields import WHO
from portal.domain.tables.making import IN_YEAR, Definition, Making
from portal.domain.tables.rows import Listing, chosen, labels_of, listing
from portal.domain.tables.shape import Row, Table
from portal.domain.tables.shares import shares
from portal.domain.tables.trees import Line
from portal.domain.years import ReportingYear

_LAST = STAGES[-1]


def outcome_row(making: Making) -> Listing:
    """The outcomes as the council prints them: its own set in the order of the list, or the groups it asks for."""
    if making.wish.rows:
        return listing(making, Outcome)
    printed = making.authority.options.outcome_set
    making.words.update(labels_of(Outcome))
    lines = [(word.value, making.label("outcome", word.value, word.label), 0) for word in Outcome]
    two_ways = Outcome.PARTLY_UPHELD not in printed and Outcome.UPHELD in printed
    making.into = {Outcome.PARTLY_UPHELD.value: Outcome.UPHELD.value} if two_ways else {}
    return Listing([line for line in lines if line[0] in printed], making.into)


def _overall(making: Making) -> Table:
    found = outcome_row(making)

    def codes(fact: Fact) -> Iterable[str]:
        return (found.row(fact["overall"]),) if making.wanted(fact) else ()

    _explain(making, found)
    return making.over_years(found.lines, lambda year: making.sums("representations", (*WHO, "overall"), codes, year))


def _at_stage(stage: int, making: Making) -> Table:
    found = outcome_row(making)

    def codes(fact: Fact) -> Iterable[str]:
        if making.wanted(fact) and fact["stage"] == stage and not fact["declined"]:
            yield found.row(fact["found"])

    def count(year: ReportingYear) -> dict[str, int]:
        if year == making.year:
            _note_withdrawn(making, stage, year)
        return making.sums("stages", (*WHO, "stage", "declined", "found"), codes, year)

    _explain(making, found)
    return making.over_years(found.lines, count)


def _note_withdrawn(making: Making, stage: int, year: ReportingYear) -> None:
    def codes(fact: Fact) -> Iterable[str]:
        unanswered = fact["stage"] == stage and not fact["declined"] and fact["found"] == Outcome.OPEN
        return ("n",) if making.wanted(fact) and unanswered and fact["withdrawn"] else ()

    number = making.sums("stages", (*WHO, "stage", "declined", "found", "withdrawn"), codes, year).get("n")
    if number:
        was = "1 of the open ones was" if number == 1 else f"{number} of the open ones were"
        making.tell(
            f"{was} withdrawn before this stage was answered.",
            "Open ones may have been withdrawn before this stage was answered.",
        )


def _explain(making: Making, found: Listing) -> None:
    if found.row(Outcome.PARTLY_UPHELD) == Outcome.UPHELD:
        making.notes.append("What was upheld in part is counted as upheld.")


def _resolved(making: Making) -> Table:
    lines = [(str(stage), f"Stage {stage}", 0) for stage in STAGES]

    def codes(fact: Fact) -> Iterable[str]:
        return (str(fact["reached"]),) if making.wanted(fact) else ()

    return making.over_years(lines, lambda year: making.sums("representations", (*WHO, "reached"), codes, year))


_STEPS: tuple[Line, ...] = (
    ("stage_2_requested", "Stage 2 asked for", 0),
    ("stage_2_taken", "Stage 2 begun", 0),
    ("stage_2_declined", "Stage 2 refused", 0),
    ("stage_3_requested", "Stage 3 asked for", 0),
    ("stage_3_taken", "Stage 3 begun", 0),
)


def _escalation(making: Making) -> Table:
    def codes(fact: Fact) -> Iterable[str]:
        if not making.wanted(fact):
            return
        for field, number in (("second", 2), ("third", 3)):
            if fact[field] != "no":
                yield f"stage_{number}_requested"
                if number < _LAST or fact[field] == "taken":
                    yield f"stage_{number}_{fact[field]}"

    fields = (*WHO, "second", "third")
    lines = chosen(making, _STEPS)
    bare = making.over_years(
        lines, lambda year: making.sums("representations", fields, codes, year), total=False, percent=False
    )
    wholes = [_accepted(making, year) if making.has_cases(year) else None for year in making.years]
    making.notes.append("Percentages are of all accepted complaints.")
    rows = tuple(_with_shares(row, wholes) for row in bare.rows)
    return replace(bare, rows=rows, notes=tuple(making.notes))


def _with_shares(row: Row, wholes: list[int | None]) -> Row:
    return replace(row, percent=shares(row.values, wholes[: len(row.values)]))


def _accepted(making: Making, year: ReportingYear) -> int:
    return making.sums("representations", WHO, lambda fact: ("n",) if making.wanted(fact) else (), year).get("n", 0)


def _resolutions(making: Making) -> Table:
    found = listing(making, Resolution)

    def codes(fact: Fact) -> Iterable[str]:
        return (found.row(fact["resolution"]),) if making.wanted(fact) else ()

    making.notes.append("A complaint may be put right in several ways.")
    return making.over_years(found.lines, lambda year: making.sums("resolutions", (*WHO, "resolution"), codes, year))


def _learning(making: Making) -> Table:
    lines = chosen(making, [(word.value, word.label, 0) for word in Corrective])

    def codes(fact: Fact) -> Iterable[str]:
        return (str(fact["corrective"]),) if making.wanted(fact) and fact["answered"] else ()

    return making.over_years(lines, lambda year: making.sums("stages", (*WHO, "answered", "corrective"), codes, year))


def _of_stage(stage: int) -> Callable[[Making], Table]:
    return partial(_at_stage, stage)


OUTCOMES = (
    Definition("outcomes", "What was found", "complaints", "accepted complaints", IN_YEAR, _overall),
    *(
        Definition(f"outcomes-stage-{stage}", f"What Stage {stage} found", "complaints",
                   f"accepted complaints that reached Stage {stage}", IN_YEAR, _of_stage(stage))
        for stage in STAGES
    ),
    Definition("resolved-by-stage", "How far complaints went", "complaints", "accepted complaints, each under the "
               "highest stage it reached", IN_YEAR, _resolved),
    Definition("escalation", "Going to the next stage", "complaints", "accepted complaints", IN_YEAR, _escalation),
    Definition("resolutions", "How complaints were put right", "resolutions", "resolutions of accepted complaints",
               IN_YEAR, _resolutions),
    Definition("learning", "Whether answers named something to put right", "stage responses", "stage responses sent "
               "to accepted complaints", IN_YEAR, _learning),
)  # fmt: skip
"""The chapter on what was found."""
