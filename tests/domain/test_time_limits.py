"""Whether a time limit was met: the due day itself counts, being late is never forgiven, taking it back is neither."""

from __future__ import annotations

from datetime import date

import pytest

from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.time_limits import Met, of_stage, verdict

DUE = date(2026, 12, 14)
BEFORE, AFTER = date(2026, 12, 11), date(2026, 12, 15)


@pytest.mark.parametrize(
    ("due", "done", "ended", "today", "expected"),
    [
        (DUE, DUE, None, AFTER, Met.YES),
        (DUE, AFTER, None, AFTER, Met.NO),
        (DUE, None, None, DUE, Met.RUNNING),
        (DUE, None, None, AFTER, Met.LATE),
        (DUE, None, DUE, AFTER, Met.ENDED),
        (DUE, BEFORE, BEFORE, AFTER, Met.ENDED),
        (DUE, BEFORE, AFTER, AFTER, Met.YES),
        (DUE, None, AFTER, AFTER, Met.NO),
        (DUE, AFTER, AFTER, AFTER, Met.NO),
        (None, DUE, None, AFTER, Met.UNKNOWN),
    ],
)
def test_every_end_of_a_limit_has_its_word(
    due: date | None, done: date | None, ended: date | None, today: date, expected: Met
) -> None:
    assert verdict(due, done, ended, today) is expected


def row(name: str, **cells: object) -> Row:
    return dict.fromkeys((column.name for column in FILES[name].columns), None) | cells  # type: ignore[return-value]


def test_a_stage_of_the_dataset_is_due_when_it_was_extended_to() -> None:
    whole = row("representations", withdrawn_on=AFTER)
    limit = of_stage(row("stages", stage=1, due_on=BEFORE, extended_to=DUE, responded_on=DUE), whole, AFTER)
    assert (limit.title, limit.due, limit.done, limit.met, limit.extended) == (
        "Stage 1 answer",
        DUE,
        DUE,
        Met.YES,
        True,
    )
    assert of_stage(row("stages", stage=2, due_on=DUE), whole, AFTER).met is Met.NO
    assert of_stage(row("stages", stage=2), whole, AFTER).met is Met.UNKNOWN
