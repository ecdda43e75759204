"""What must hold between the rows of a package: references that exist, days in order, one primary concern."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from portal.domain.bank_holidays import FIRST_SURE_DAY, LAST_SURE_DAY
from portal.domain.dataset.files import BELONGING, FILES, REFERRING
from portal.domain.dataset.reading import Fault, Row
from portal.domain.words import Kind

Rows = Mapping[str, Sequence[tuple[int, Row]]]
"""The rows of each file, with their lines."""

LISTED = 100
COMPLAINT_ONLY = ("procedure",)
_STAGES = {1, 2, 3}
_ONE_STAGE = {Kind.ENQUIRY, Kind.MEMBER_ENQUIRY}


def faults_between(rows: Rows, known: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Everything that is wrong although each cell is right. `known` are references that are kept already."""
    kinds: dict[object, object] = {row["reference"]: row["kind"] for _line, row in rows.get("representations", ())}
    yield from _dangling(rows, {str(reference) for reference in kinds}, known)
    yield from _representations(rows)
    yield from _stages(rows, kinds)
    yield from _concerns(rows, kinds)
    for line, row in rows.get("monitoring", ()):
        if row["quarter"] not in (None, 1, 2, 3, 4):
            yield Fault("monitoring.csv", line, "quarter", str(row["quarter"]), "1, 2, 3 or 4")


def _dangling(rows: Rows, here: set[str], known: frozenset[str]) -> Iterator[Fault]:
    """References to nothing. What belongs to a representation comes in one package with it."""
    wanted = "the reference of a row of representations.csv"
    for name in REFERRING:
        allowed = here if name in BELONGING else here | known
        for line, row in rows.get(name, ()):
            reference = row["reference"]
            if reference is not None and reference not in allowed:
                yield Fault(FILES[name].path, line, "reference", str(reference), wanted)
    for line, row in rows.get("actions", ()):
        listed = row["references"]
        for reference in listed if isinstance(listed, tuple) else ():
            if reference not in here | known:
                yield Fault("actions.csv", line, "references", reference, wanted)


def _representations(rows: Rows) -> Iterator[Fault]:
    for line, row in rows.get("representations", ()):
        path = "representations.csv"
        if row["kind"] is not None and row["kind"] != Kind.COMPLAINT:
            for name in COMPLAINT_ONLY:
                if row[name] is not None:
                    yield Fault(path, line, name, str(row[name]), "empty: only a complaint has one")
        for name in ("acknowledged_on", "closed_on", "withdrawn_on"):
            yield from _in_order(path, line, row, "received_on", name)


def start_of(stage: Row, received: object) -> date | None:
    """The day from which a stage's days are counted: its start, else the receipt or the request; None if unknown."""
    day = stage["started_on"] or (received if stage["stage"] == 1 else stage["requested_on"])
    return day if isinstance(day, date) else None


def _timed(line: int, row: Row, received: object) -> Iterator[Fault]:
    """An answer cannot come before its start, and both must lie in years whose holidays are known."""
    start, answered = start_of(row, received), row["responded_on"]
    if start is None or not isinstance(answered, date):
        return
    if answered < start:
        expected = f"on or after the start of the stage, which is {start.isoformat()}"
        yield Fault("stages.csv", line, "responded_on", answered.isoformat(), expected)
    for day in (start, answered):
        if not FIRST_SURE_DAY <= day <= LAST_SURE_DAY:
            known = f"between {FIRST_SURE_DAY.isoformat()} and {LAST_SURE_DAY.isoformat()}, the days we can count"
            yield Fault("stages.csv", line, "responded_on", day.isoformat(), known)


def _stages(rows: Rows, kinds: Mapping[object, object]) -> Iterator[Fault]:
    received = {row["reference"]: row["received_on"] for _line, row in rows.get("representations", ())}
    for line, row in rows.get("stages", ()):
        stage = row["stage"]
        if stage is not None and stage not in _STAGES:
            yield Fault("stages.csv", line, "stage", str(stage), "1, 2 or 3")
        elif kinds.get(row["reference"]) in _ONE_STAGE and stage != 1:
            yield Fault("stages.csv", line, "stage", str(stage), "1: an enquiry has no other stage")
        yield from _timed(line, row, received.get(row["reference"]))


def _concerns(rows: Rows, kinds: Mapping[object, object]) -> Iterator[Fault]:
    primary: Counter[object] = Counter()
    first: dict[object, int] = {}
    for line, row in rows.get("concerns", ()):
        reference: object = row["reference"]
        first.setdefault(reference, line)
        primary[reference] += row["primary"] is True
        if reference in kinds and kinds[reference] not in (Kind.COMPLAINT, None):
            yield Fault("concerns.csv", line, "reference", str(reference), "a complaint: only complaints have concerns")
    for one, line in first.items():
        if primary[one] != 1:
            wanted = f"true for exactly one concern of {one}, not {primary[one]}"
            yield Fault("concerns.csv", line, "primary", "", wanted)


def _in_order(path: str, line: int, row: Row, earlier: str, later: str) -> Iterator[Fault]:
    before, after = row[earlier], row[later]
    if isinstance(before, date) and isinstance(after, date) and after < before:
        yield Fault(path, line, later, after.isoformat(), f"on or after {earlier}, which is {before.isoformat()}")
