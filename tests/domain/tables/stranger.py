"""A stranger who reads everything that is published, adds and subtracts, and asks a linear programme what is left.

It knows the tables as any reader would and shares nothing with the code that protects them but their ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from portal.domain.tables.shape import CONFIDENTIAL, Report, Table

WHOLE_YEAR, QUARTERS = 0, (1, 2, 3, 4)
ENOUGH = 4
FAR = 10_000
CHILDLIKE = ("children-by-", "monitoring-", "impairments")
_BESIDES = ("activity", "compensation", "expenditure")
_ALL_ACCEPTED = (
    "received-by-method", "received-by-point", "received-by-complainant", "by-team", "primary-concern",
    "resolved-by-stage",
)  # fmt: skip
Key = tuple[int, str, str]
Rule = tuple[Key, list[Key], bool]


def counts(made: Report, period: int = WHOLE_YEAR, year: str = "") -> dict[Key, int | None]:
    """Every count of the tables about the service in a column of a report, None where it is kept back."""
    found: dict[Key, int | None] = {}
    for table in made.tables:
        if table.id.startswith(CHILDLIKE) or table.id in _BESIDES or (period and table.id == "duration-by-quarter"):
            continue
        at = next((at for at, column in enumerate(table.columns) if column.code == (year or made.year)), 0)
        if year and table.columns[at].code != year:
            continue
        for row in table.rows:
            found[period, table.id, row.code] = _count(row.values[at])
        if table.total is not None and table.id != "timeliness":
            found[period, table.id, "*"] = _count(table.total[at])
    return found


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None


def rules(made: Report, period: int = WHOLE_YEAR) -> Iterator[Rule]:
    """What adds up on the pages of one report: a whole, its parts, and whether they are all of it."""

    def key(table: str, row: str) -> Key:
        return period, table, row

    all_ = key("outcomes", "*")
    for table in made.tables:
        if table.total is not None and table.id != "timeliness":
            yield key(table.id, "*"), [key(table.id, row.code) for row in table.rows if row.level == 0], True
        yield from _blocks(table, period)
    yield from ((all_, [key(table_id, "*")], True) for table_id in _ALL_ACCEPTED)
    yield key("complaints-by-triage", "accepted"), [all_], True
    yield all_, [key("received-by-kind", one) for one in ("statutory", "corporate", "informal")], False
    kinds = [key("received-by-kind", one) for one in ("statutory", "corporate", "informal", "not_recorded")]
    yield all_, kinds, True
    yield key("received-by-kind", "compliment"), [key("compliments-by-source", "*")], True
    yield key("received-by-kind", "compliment"), [key("compliments-by-team", "*")], True
    taken = [key("escalation", "stage_2_taken"), key("escalation", "stage_2_declined")]
    yield key("escalation", "stage_2_requested"), taken, True
    for stage in (2, 3):
        yield key(f"outcomes-stage-{stage}", "*"), [key("escalation", f"stage_{stage}_taken")], True
    yield key("escalation", "stage_3_taken"), [key("resolved-by-stage", "3")], True
    children = [key("children-and-advocacy", one) for one in ("child_alone", "with_advocate")]
    yield key("children-and-advocacy", "from_children"), children, True
    yield key("member-enquiries", "received"), [key("member-enquiries", "answered")], False
    yield key("member-enquiries", "answered"), [key("member-enquiries", "in_time")], False
    services = [key("ombudsman", one) for one in ("childrens_social_care", "education", "other")]
    yield key("ombudsman", "*"), services, True
    bands = [row.code for row in made.table("timeliness").rows]
    for number in ("1", "2", "3"):
        mine = [key("timeliness", code) for code in bands if code.startswith(f"stage-{number}:")]
        yield key("duration", number), mine, True
        for answered in ([key("duration", number)], mine):
            yield from _waiting(made, period, number, answered)
    stages = [f"outcomes-stage-{stage}" for stage in ("1", "2", "3")]
    yield key("stages", "*"), [key(stage, "*") for stage in stages], True
    yield key("stages", "*"), [key("learning", "*"), *(key(stage, "open") for stage in stages)], False
    if not period:
        quarters = [key("duration-by-quarter", f"Q{quarter}") for quarter in QUARTERS]
        yield key("duration", "1"), quarters, True


def _waiting(made: Report, period: int, stage: str, answered: list[Key]) -> Iterator[Rule]:
    """Who was not answered waits or withdrew, among all who reached a stage or among those who went no further."""
    outcomes = f"outcomes-stage-{stage}"
    highest = any("highest stage" in note for note in made.table("timeliness").notes)
    for whole in ((period, outcomes, "*"), *([(period, "resolved-by-stage", stage)] if highest else [])):
        for others in ((), ("open",), ("open", "withdrawn")):
            yield whole, [*answered, *((period, outcomes, code) for code in others)], False


def _blocks(table: Table, period: int) -> Iterator[Rule]:
    if table.id == "ombudsman" or table.total is None:
        return
    for at, top in enumerate(table.rows):
        below = []
        for row in table.rows[at + 1 :]:
            if row.level == 0:
                break
            below.append((period, table.id, row.code))
        if top.level == 0 and below:
            yield (period, table.id, top.code), below, False


def across(pages: Mapping[int, Report]) -> Iterator[Rule]:
    """What adds up between a year's report and those of its quarters."""
    quarters = {quarter: counts(pages[quarter], quarter) for quarter in QUARTERS}
    for _period, table, row in counts(pages[WHOLE_YEAR]):
        parts: list[Key] = [(quarter, table, row) for quarter in QUARTERS if (quarter, table, row) in quarters[quarter]]
        if table != "duration-by-quarter":
            yield (WHOLE_YEAR, table, row), parts, True
    yield from (((0, "duration-by-quarter", f"Q{one}"), [(one, "duration", "1")], True) for one in QUARTERS)


def found_out(true: Mapping[Key, int], pages: Mapping[int, Report], most: int = FAR) -> list[tuple[Key, float, float]]:
    """The small counts that can be placed in a range narrower than four, of the first so many that are kept back.

    `true` are all counts; a rule that the true counts do not keep is none that a reader could know, and that something
    cannot be more than something else is known of all periods or of none.
    """
    shown = {
        key: value for period, page in pages.items() for key, value in counts(page, period).items() if value is not None
    }
    known = [rule for period, page in pages.items() for rule in rules(page, period)]
    known += across(pages) if len(pages) > 1 else []
    added = {**true, **_stages_reached(true)}
    broken = {_template(rule) for rule in known if not rule[2] and not _keeps(rule, added)}
    stranger = _Stranger(
        added, shown, [rule for rule in known if _keeps(rule, added) and _template(rule) not in broken]
    )
    secret = [key for key, value in true.items() if 0 < value < ENOUGH + 1 and key not in shown]
    assert not [key for key, value in shown.items() if 0 < value < ENOUGH + 1], "no small count is printed"
    assert all(true[key] == value for key, value in shown.items()), "what is printed is true"
    ranges = ((key, *stranger.range_of(key)) for key in secret[:most])
    return [(key, low, high) for key, low, high in ranges if high - low < ENOUGH - 1e-6]


def _template(rule: Rule) -> tuple[object, ...]:
    """What a rule says, of whichever period."""
    whole, parts, complete = rule
    return whole[1:], tuple(part[1:] for part in parts), complete


def _stages_reached(true: Mapping[Key, int]) -> dict[Key, int]:
    """How many stages complaints reached together, which is printed nowhere."""
    stages = {
        period: [true.get((period, f"outcomes-stage-{stage}", "*")) for stage in (1, 2, 3)] for period, *_ in true
    }
    return {
        (period, "stages", "*"): sum(value for value in values if value is not None)
        for period, values in stages.items() if None not in values
    }  # fmt: skip


def _keeps(rule: Rule, true: Mapping[Key, int]) -> bool:
    whole, parts, complete = rule
    if whole not in true or any(part not in true for part in parts):
        return False
    rest = true[whole] - sum(true[part] for part in parts)
    return rest == 0 if complete else rest >= 0


class _Stranger:
    def __init__(self, true: Mapping[Key, int], shown: Mapping[Key, int], known: list[Rule]) -> None:
        self.place = {key: at for at, key in enumerate(sorted(key for key in true if key not in shown))}
        self.seen = {key: (float(true[key]), float(true[key])) for key in self.place}
        self.lines = {complete: _lines([one for one in known if one[2] is complete], self.place, shown)
                      for complete in (True, False)}  # fmt: skip

    def range_of(self, key: Key) -> tuple[float, float]:
        """The least and the most a count could be, or some range that is wide enough."""
        for sign in (1, -1):
            low, high = self.seen[key]
            if high - low < ENOUGH:
                self._solve(key, sign)
        return self.seen[key]

    def _solve(self, key: Key, sign: int) -> None:
        aim = np.zeros(len(self.place))
        aim[self.place[key]] = sign
        (equal, equal_to), (most, most_to) = self.lines[True], self.lines[False]
        end = linprog(aim, A_eq=equal, b_eq=equal_to, A_ub=most, b_ub=most_to, bounds=(0, FAR), method="highs")
        assert end.status == 0, end.message
        for each, value in zip(self.place, end.x.tolist(), strict=True):
            low, high = self.seen[each]
            self.seen[each] = min(low, value), max(high, value)


def _lines(
    known: list[Rule], place: Mapping[Key, int], shown: Mapping[Key, int]
) -> tuple[coo_array | None, list[float] | None]:
    """The rules as lines of a matrix: parts less the whole are nought, or at most nought."""
    entries: list[tuple[int, int, int]] = []
    bounds: list[float] = []
    for whole, parts, _complete in known:
        line, constant = len(bounds), 0
        for key, sign in ((whole, -1), *((part, 1) for part in parts)):
            if key in place:
                entries.append((line, place[key], sign))
            else:
                constant -= sign * shown[key]
        bounds.append(float(constant))
    if not entries:
        return None, None
    rows, columns, signs = zip(*entries, strict=True)
    return coo_array((signs, (rows, columns)), shape=(len(bounds), len(place))), bounds


def loose_percentages(page: Report) -> list[tuple[str, str]]:
    """Rows whose figure is kept back while a percentage of it is printed."""
    return [
        (table.id, row.code)
        for table in page.tables
        for row in table.rows
        for value, share in zip(row.values, row.percent, strict=False)
        if value == CONFIDENTIAL and isinstance(share, int | float)
    ]
