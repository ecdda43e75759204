"""How long answers took: bands, means and medians of working days, by stage and by quarter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from portal.domain.authority import Authority
from portal.domain.clock_rules import DEFAULT_LIMITS
from portal.domain.tables.facts import STAGES, Fact
from portal.domain.tables.fields import WHO
from portal.domain.tables.making import IN_YEAR, Definition, Making
from portal.domain.tables.printed import added
from portal.domain.tables.rows import chosen
from portal.domain.tables.shape import Column, Row, Table, Value
from portal.domain.tables.shares import rounded, shares
from portal.domain.tables.trees import Line
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

_ANSWERS = (*WHO, "stage", "answered", "highest")
_READ = (*_ANSWERS, "working_days")
_THIRD = (30,)
_MEASURES = (
    Column("responses", "Answers"), Column("mean_working_days", "Mean, working days"),
    Column("median_working_days", "Median, working days"), Column("mean_calendar_days", "Mean, calendar days"),
)  # fmt: skip
QUARTERS = (1, 2, 3, 4)
Lengths = Mapping[int, int]
"""How many answers took so many days."""
Rows = Mapping[str, tuple[Lengths, Lengths]]
"""The lengths counted in each row, in working and in calendar days."""


def bands(making: Making, stage: int) -> tuple[int, ...]:
    """The upper limits in working days by which answers of a stage are grouped."""
    return limits_of(making.authority, making.wish, stage)


def limits_of(authority: Authority, wish: Wish, stage: int) -> tuple[int, ...]:
    """The same, of a council's table."""
    options = authority.options
    usual = {1: options.s1_report_bands, 2: options.s2_report_bands}.get(stage, _THIRD)
    return wish.bands.get(str(stage), usual)


def band(days: int, limits: Sequence[int]) -> str:
    """The band in which a number of days falls: within-10, 11-20, over-20."""
    below = 0
    for limit in limits:
        if days <= limit:
            return f"within-{limit}" if not below else f"{below + 1}-{limit}"
        below = limit
    return f"over-{below}"


def _lines(making: Making) -> list[Line]:
    found: list[Line] = []
    for stage in STAGES:
        limits = bands(making, stage)
        codes = dict.fromkeys(band(days, limits) for days in (*limits, limits[-1] + 1))
        found += [(f"stage-{stage}:{code}", f"Stage {stage}: {_words(code)}", 0) for code in codes]
    return found


def in_words(row: Row) -> str:
    """What a row counts, without its stage: in our own words where it is a band, whatever the council calls it."""
    band_ = row.code.partition(":")[2]
    return _words(band_) if band_ else row.label.rpartition(": ")[2]


def _words(code: str) -> str:
    kind, _, days = code.partition("-")
    said = {"within": f"{days} working days or less", "over": f"more than {days} working days"}
    return said.get(kind, f"{kind} to {days} working days")


def _sent(making: Making, fact: Fact, days: str = "working_days") -> bool:
    counted = making.wanted(fact) and bool(fact["answered"]) and fact[days] is not None
    return counted and (not making.wish.by_highest_stage or bool(fact["highest"]))


def _timeliness(making: Making) -> Table:
    def codes(fact: Fact) -> Iterable[str]:
        if _sent(making, fact):
            stage = int(str(fact["stage"]))
            yield f"stage-{stage}:{band(int(str(fact['working_days'])), bands(making, stage))}"

    def count(year: ReportingYear) -> dict[str, int]:
        _note_untimed(making, year, STAGES)
        return making.sums("stages", _READ, codes, year)

    _note_highest(making)
    making.notes.append(_policy(making.authority.limits))
    if target := making.authority.options.response_target_pct:
        making.notes.append(f"The council’s own target is that {target}% of Stage 1 answers come in time.")
    return _shares_of_stages(making.over_years(chosen(making, _lines(making)), count))


def _policy(limits: Mapping[str, int]) -> str:
    """The council's time limits, as its report states them."""
    days = {name: limits.get(name, usual) for name, usual in DEFAULT_LIMITS.items()}
    first, second = (f"{days[f's{stage}_base']}, at most {days[f's{stage}_max']}" for stage in (1, 2))
    return f"Time limits in working days: Stage 1 {first}; Stage 2 {second}; Stage 3 {days['s3_convene']} to the panel."


def _shares_of_stages(table: Table) -> Table:
    """Percentages of the answers of each stage: those of all stages together would say nothing."""
    rows = tuple(replace(row, percent=_of_stage(table, row)) for row in table.rows)
    return replace(table, rows=rows, notes=(*table.notes, "Percentages are of the answers of each stage."))


def _of_stage(table: Table, row: Row) -> tuple[Value, ...]:
    mates = [one for one in table.rows if stage_of(one) == stage_of(row)]
    columns = [[one.values[at] for one in mates] for at in range(len(table.columns))]
    return shares(row.values, [None if None in column else added(column) for column in columns])


def stage_of(row: Row) -> str:
    """The stage whose answers a row of the table of bands counts."""
    return row.code.partition(":")[0]


def _note_untimed(making: Making, year: ReportingYear, stages: Sequence[int]) -> None:
    def codes(fact: Fact) -> Iterable[str]:
        asked = fact["stage"] in stages and (not making.wish.by_highest_stage or fact["highest"])
        return ("n",) if making.wanted(fact) and asked and fact["answered"] and fact["working_days"] is None else ()

    number = making.sums("stages", _READ, codes, year).get("n")
    if number:
        which = "" if year == making.year else f"{year}: "
        answers = "1 answer" if number == 1 else f"{number} answers"
        words = "whose start is not recorded cannot be timed and are left out."
        making.tell(f"{which}{answers} {words}", f"Answers {words}")


def _note_highest(making: Making) -> None:
    if making.wish.by_highest_stage:
        making.notes.append("Each complaint is counted once, under the highest stage it reached.")


def _duration(making: Making) -> Table:
    _note_highest(making)
    lines = [(str(stage), f"Stage {stage}", 0) for stage in STAGES]
    lengths = _lengths(making, lines, _ANSWERS, lambda fact: str(fact["stage"]))
    _note_untimed(making, making.year, STAGES)
    return _measured(making, lines, lengths)


def _by_quarter(making: Making) -> Table:
    _note_highest(making)
    lines = [(f"Q{quarter}", f"Quarter {quarter}", 0) for quarter in QUARTERS]
    first, fields = STAGES[0], (*_ANSWERS, "quarter")
    lengths = _lengths(making, lines, fields, lambda fact: f"Q{fact['quarter']}" if fact["stage"] == first else "")
    return _measured(making, lines, lengths)


def _lengths(making: Making, lines: Sequence[Line], fields: Sequence[str], row: Callable[[Fact], str]) -> Rows:
    found: dict[str, tuple[dict[int, int], dict[int, int]]] = {code: ({}, {}) for code, _label, _level in lines}
    for at, unit in enumerate(("working_days", "calendar_days")):
        for fact, number in making.facts("stages", (*fields, unit), making.year):
            code = row(fact)
            if code and _sent(making, fact, unit):
                lengths, days = found[code][at], int(str(fact[unit]))
                lengths[days] = lengths.get(days, 0) + number
    return found


def _measured(making: Making, lines: Sequence[Line], lengths: Rows) -> Table:
    if making.has_cases(making.year):
        making.note_printed(making.year)
        values: Mapping[str, Sequence[Value]] = {code: measures(*lengths[code]) for code, _label, _level in lines}
    else:
        printed = making.printed(making.year)
        values = {code: [printed.get((code, one.code)) for one in _MEASURES] for code, _label, _level in lines}
    return making.table(_MEASURES, lines, values, total=False, percent=False)


def measures(working: Lengths, calendar: Lengths) -> tuple[Value, ...]:
    """How many answers, their mean and median in working days and their mean in calendar days, two decimals."""
    number = sum(working.values())
    if not number:
        return (0, None, None, None)
    return (number, _mean(working, number), _median(working, number), _mean(calendar, number))


def _mean(lengths: Lengths, number: int) -> float:
    return rounded(Decimal(sum(days * times for days, times in lengths.items())) / Decimal(number))


def _median(lengths: Lengths, number: int) -> float:
    return rounded(Decimal(_nth(lengths, (number - 1) // 2) + _nth(lengths, number // 2)) / 2)


def _nth(days: Mapping[int, int], index: int) -> int:
    seen = 0
    for length in sorted(days):
        seen += days[length]
        if seen > index:
            return length
    raise IndexError(index)


TIMESCALES = (
    Definition("timeliness", "How long answers took", "stage responses", "answers sent to accepted complaints",
               IN_YEAR, _timeliness),
    Definition("duration", "How long answers took on average", "stage responses", "answers sent to accepted "
               "complaints", IN_YEAR, _duration),
    Definition("duration-by-quarter", "How long Stage 1 answers took, by quarter", "stage responses", "Stage 1 answers "
               "sent to accepted complaints", "received in the quarter", _by_quarter),
)  # fmt: skip
"""The chapter on time."""
