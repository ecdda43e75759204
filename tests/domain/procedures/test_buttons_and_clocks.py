"""What the button of each step says and what the step does to the clocks, as `steps.csv` beside this file says."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from portal.domain.procedures import TABLES
from portal.domain.procedures.safety import SAFETY
from portal.domain.stages import Effect

STEPS = Path(__file__).with_name("steps.csv")
HEADER = ("procedure", "what happens", "what the button says", "what it does to the clocks")


def does(effect: Effect) -> str:
    """One effect in words: "start stage 1 from receipt", "stop all"."""
    words = [effect.doing.value, effect.clock.name.lower().replace("_", " ") if effect.clock else "all"]
    if effect.reason:
        words.append("for " + effect.reason.value.replace("_", " "))
    if effect.from_receipt:
        words.append("from receipt")
    return " ".join(words)


def as_built() -> list[tuple[str, ...]]:
    """A line for every step of every procedure, in the order of the tables."""
    return [
        (table.code, step.event, step.label, " + ".join(map(does, step.clocks)))
        for table in (*TABLES.values(), SAFETY)
        for step in table.steps
    ]


def written(lines: Iterable[tuple[str, ...]]) -> str:
    """Lines as they stand in the file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def test_every_button_and_clock_is_as_the_table_says() -> None:
    with STEPS.open(encoding="utf-8", newline="") as file:
        header, *expected = csv.reader(file)
    assert tuple(header) == HEADER
    built, said = Counter(as_built()), Counter(map(tuple, expected))
    new, gone = (written(lines.elements()) for lines in (built - said, said - built))
    assert built == said, f"Not in the table yet:\n{new}No longer so:\n{gone}"
