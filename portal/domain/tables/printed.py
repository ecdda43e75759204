"""What can be said of the whole of figures that were printed at the time, when their cases are not here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.domain.dataset.codes import DatasetProcedure
from portal.domain.tables.shape import Value
from portal.domain.tables.tallying import Tally
from portal.domain.wishes import Wish
from portal.domain.words import Kind
from portal.domain.years import ReportingYear

PRINTED_TOTAL = "total"
"""The row of `earlier_years.csv` that holds the total as it was printed, where not every row was."""
_OF, _PARTIAL = "Of ", " only some rows are known: where not all are, there is no total and no percentage."
_EACH_ONCE = frozenset(
    {"received-by-method", "received-by-point", "received-by-complainant", "primary-concern", "by-team", "outcomes",
     "resolved-by-stage"}
)  # fmt: skip
"""Tables that count each complaint received once."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A column of printed figures: those of its rows that were on the list of that year."""

    tally: Tally
    wish: Wish
    year: ReportingYear
    rows: Mapping[str, Value]
    given: Value  # the total as it was printed

    @property
    def total(self) -> Value:
        """As it was printed; else what all rows add up to; None where some of them are not known."""
        if self.given is not None:
            return self.given
        return added(self.rows.values()) if self._complete else None

    def notes(self) -> Iterator[tuple[str, str]]:
        """What a reader has to know of the total, with its counts and without them."""
        summed, received = added(self.rows.values()), self._received
        if not isinstance(summed, int | float):
            return
        if self.total is None:
            note = f"{_OF}{self.year}{_PARTIAL}"
            yield note, note
        elif self._complete and self.total != summed:
            yield self._differ(f"the rows printed add up to {summed:g}, not to the total printed, {self.total}")
        whole = self.total if isinstance(self.total, int | float) else summed
        if received is not None and (whole > received or (self.total is not None and whole != received)):
            yield self._differ(f"the figures printed here add up to {whole:g}, but {received:g} were received")

    def _differ(self, words: str) -> tuple[str, str]:
        return f"{self.year}: {words}.", f"{self.year}: the figures printed do not add up."

    @property
    def _complete(self) -> bool:
        return all(value is not None for value in self.rows.values())

    @property
    def _received(self) -> float | None:
        """How many were received by the figures printed for that, if it is known and is the same population."""
        other = self.year.starts in self.wish.populations or self.wish.not_known == "note"
        if self.wish.id not in _EACH_ONCE or other:
            return None
        printed = self.tally.earlier("received-by-kind", self.year.starts)
        kinds = [*(self.wish.procedures or DatasetProcedure), *([Kind.ENQUIRY] if self.wish.with_enquiries else [])]
        numbers = [printed.get((str(kind), "")) for kind in kinds]
        known = [number for number in numbers if number is not None]
        return sum(known) if len(known) == len(numbers) else None


def not_compared(wish: Wish, years: Sequence[ReportingYear]) -> list[str]:
    """The years among these that the council's profile says were counted over others."""
    return [
        f"Break in series: {year} counts {wish.populations[year.starts]}, and does not compare with other years."
        for year in years
        if year.starts in wish.populations
    ]


def merged(notes: Iterable[str]) -> tuple[str, ...]:
    """The notes, each once, and the years of which only some rows are known in one of them."""
    each = list(dict.fromkeys(notes))
    partial = [note for note in each if note.startswith(_OF) and note.endswith(_PARTIAL)]
    *years, last = [note.removeprefix(_OF).removesuffix(_PARTIAL) for note in partial] or [""]
    one = f"{_OF}{', '.join(years)} and {last}{_PARTIAL}" if years else f"{_OF}{last}{_PARTIAL}"
    return tuple(one if note in partial[:1] else note for note in each if note not in partial[1:])


def added(values: Iterable[Value]) -> Value:
    """The sum of what was collected; None if nothing was."""
    numbers = [value for value in values if isinstance(value, int | float)]
    if not numbers:
        return None
    whole = sum((Decimal(str(number)) for number in numbers), Decimal(0))
    return int(whole) if whole == whole.to_integral_value() else float(whole)
