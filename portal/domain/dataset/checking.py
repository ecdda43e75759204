"""What must hold between the rows of a package: references that exist, days in order, one primary concern."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from portal.domain.bank_holidays import FIRST_SURE_DAY, LAST_SURE_DAY
from portal.domain.dataset.files import BELONGING, FILES, REFERRING
from portal.domain.dataset.reading import Fault, Row
from portal.domain.words import Kind

LISTED = 100
COMPLAINT_ONLY = ("procedure",)
_STAGES = {1, 2, 3}
_ONE_STAGE = {Kind.ENQUIRY, Kind.MEMBER_ENQUIRY}


_COME: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "representations": ("received_on", "acknowledged_on", "closed_on", "withdrawn_on"),
        "stages": ("requested_on", "responded_on"),
        "payments": ("paid_on",), "expenditure": ("incurred_on",), "ombudsman": ("received_on", "decided_on"),
    }
)  # fmt: skip
"""Days on which something happened: they cannot lie ahead."""


class Between:
    """What is wrong although each cell is right. It is shown every row once, those of `representations` first."""

    def __init__(self, today: date = date.max) -> None:
        self.today = today
        self.kinds: dict[str, object] = {}
        self.sought: dict[str, list[Fault]] = {}
        """References that the package does not have, and what is wrong if they are not kept already either."""
        self._received: dict[str, object] = {}
        self._primary: dict[str, tuple[int, int]] = {}
        self._unread: set[str] = set()
        """Complaints one of whose concerns could not be read."""
        self.all_known = True
        """Whether every reference of `representations` could be read; if not, nothing is said to be missing there."""

    def skip(self, name: str, line: int, row: Row) -> Iterator[Fault]:
        """The faults of a row of which not every cell could be read; what it is can still be referred to."""
        reference = row.get("reference")
        if name == "representations" and reference is None:
            self.all_known = False
        elif name == "representations":
            self.kinds[str(reference)] = row["kind"]
        elif name == "concerns":
            self._unread.add(str(reference))
        yield from self._readable(name, line, row)

    def take(self, name: str, line: int, row: Row) -> Iterator[Fault]:
        """The faults of a row beside those that came before it."""
        if name == "representations":
            self.kinds[str(row["reference"])] = row["kind"]
            self._received[str(row["reference"])] = row["received_on"]
        yield from self._readable(name, line, row)
        if name == "stages":
            yield from _timed(line, row, self._received.get(str(row["reference"])))
        elif name == "concerns":
            yield from self._concern(line, row)

    def _readable(self, name: str, line: int, row: Row) -> Iterator[Fault]:
        """What can be seen from the cells that could be read, whatever stands in the others."""
        yield from self._ahead(name, line, row)
        if name == "representations":
            yield from _representation(line, row)
        elif name in REFERRING:
            yield from self._dangling(name, line, row["reference"])
        if name == "stages":
            yield from self._stage(line, row)
        elif name == "monitoring" and row["quarter"] not in (None, 1, 2, 3, 4):
            yield Fault("monitoring.csv", line, "quarter", str(row["quarter"]), "1, 2, 3 or 4")
        elif name == "actions":
            listed = row["references"]
            for reference in listed if isinstance(listed, tuple) else ():
                self._seek(name, line, reference, "references")

    def end(self, known: frozenset[str]) -> Iterator[Fault]:
        """What is wrong with the whole. `known` are those of the sought references that are kept already."""
        for one, (line, number) in self._primary.items():
            if number != 1 and one not in self._unread:
                wanted = f"true for exactly one concern of {one}, not {number}"
                yield Fault("concerns.csv", line, "primary", "", wanted)
        for reference, faults in self.sought.items() if self.all_known else ():
            yield from () if reference in known or reference in self.kinds else faults

    def _ahead(self, name: str, line: int, row: Row) -> Iterator[Fault]:
        for column in _COME.get(name, ()):
            day = row[column]
            if isinstance(day, date) and day > self.today:
                expected = f"a day that has come: today is {self.today.isoformat()}"
                yield Fault(FILES[name].path, line, column, day.isoformat(), expected)

    def _dangling(self, name: str, line: int, reference: object) -> Iterator[Fault]:
        """References to nothing. What belongs to a representation comes in one package with it."""
        if name not in BELONGING and reference is not None:
            self._seek(name, line, str(reference), "reference")
        elif reference is not None and reference not in self.kinds and self.all_known:
            yield Fault(FILES[name].path, line, "reference", str(reference), _REFERENCE)

    def _seek(self, name: str, line: int, reference: str, column: str) -> None:
        if reference not in self.kinds:
            fault = Fault(FILES[name].path, line, column, reference, _REFERENCE)
            self.sought.setdefault(reference, []).append(fault)

    def _stage(self, line: int, row: Row) -> Iterator[Fault]:
        stage, reference = row["stage"], str(row["reference"])
        if stage is not None and stage not in _STAGES:
            yield Fault("stages.csv", line, "stage", str(stage), "1, 2 or 3")
        elif self.kinds.get(reference) in _ONE_STAGE and stage not in (None, 1):
            yield Fault("stages.csv", line, "stage", str(stage), "1: an enquiry has no other stage")

    def _concern(self, line: int, row: Row) -> Iterator[Fault]:
        reference = str(row["reference"])
        first, number = self._primary.get(reference, (line, 0))
        self._primary[reference] = (first, number + (row["primary"] is True))
        if self.kinds.get(reference) not in (Kind.COMPLAINT, None):
            yield Fault("concerns.csv", line, "reference", reference, "a complaint: only complaints have concerns")


_REFERENCE = "the reference of a row of representations.csv"
_KNOWN = f"between {FIRST_SURE_DAY.isoformat()} and {LAST_SURE_DAY.isoformat()}, the days we can count"


def _representation(line: int, row: Row) -> Iterator[Fault]:
    path = "representations.csv"
    if row["kind"] is not None and row["kind"] != Kind.COMPLAINT:
        for name in COMPLAINT_ONLY:
            if row[name] is not None:
                yield Fault(path, line, name, str(row[name]), "empty: only a complaint has one")
    received = row["received_on"]
    if isinstance(received, date) and received < FIRST_SURE_DAY:
        yield Fault(path, line, "received_on", received.isoformat(), _KNOWN)
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
    named = "started_on" if row["started_on"] else "requested_on" if row["stage"] != 1 else ""
    for day, column in ((start, named), (answered, "responded_on")):
        if column and not FIRST_SURE_DAY <= day <= LAST_SURE_DAY:
            yield Fault("stages.csv", line, column, day.isoformat(), _KNOWN)


def _in_order(path: str, line: int, row: Row, earlier: str, later: str) -> Iterator[Fault]:
    before, after = row[earlier], row[later]
    if isinstance(before, date) and isinstance(after, date) and after < before:
        yield Fault(path, line, later, after.isoformat(), f"on or after {earlier}, which is {before.isoformat()}")
