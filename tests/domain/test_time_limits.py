"""Whether a time limit was met: the due day itself counts, being late is never forgiven, taking it back is neither."""

from __future__ import annotations

from datetime import date

import pytest

from portal.domain.clock_events import Agreed, Extended, Started, Stopped
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_rules import ClockId
from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.time_limits import Met, of_clock, of_stage, verdict

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
    closed = row("representations", closed_on=BEFORE)
    assert of_stage(row("stages", stage=2, due_on=DUE), closed, AFTER).met is Met.ENDED
    answered = of_stage(row("stages", stage=1, started_on=BEFORE, due_on=DUE, responded_on=BEFORE), closed, AFTER)
    assert (answered.met, answered.started, answered.source) == (Met.YES, BEFORE, "")
    open_still = row("representations")
    assert of_stage(row("stages", stage=1, due_on=DUE), open_still, DUE).met is Met.RUNNING
    assert of_stage(row("stages", stage=1, due_on=DUE), open_still, AFTER).met is Met.LATE
    assert of_stage(row("stages", stage=2), whole, AFTER).met is Met.UNKNOWN


def test_a_clock_of_the_desk_says_what_it_is_when_it_ran_and_whether_more_time_was_agreed() -> None:
    started, new = date(2026, 11, 30), date(2026, 12, 18)
    more = Extended(date(2026, 12, 3), new, "A witness is away.", Agreed.NO)
    ledger = Ledger.replay(ClockId.STAGE_1, [Started(started), more, Stopped(date(2026, 12, 17))])
    told = of_clock(ledger.reading(AFTER), None, AFTER)
    assert (told.title, told.source) == (ledger.rule.title, ledger.rule.source)
    assert (told.started, told.due, told.done, told.met) == (started, new, None, Met.RUNNING)
    later = of_clock(ledger.reading(date(2026, 12, 20)), None, date(2026, 12, 20))
    assert (later.done, later.met, later.extended, later.agreed) == (date(2026, 12, 17), Met.YES, True, "no")


def test_a_clock_that_was_never_extended_says_nothing_of_agreement_and_one_taken_back_was_not_kept() -> None:
    ledger = Ledger.replay(ClockId.STAGE_1, [Started(date(2026, 11, 30)), Stopped(BEFORE)])
    told = of_clock(ledger.reading(AFTER), BEFORE, AFTER)
    assert (told.due, told.met, told.extended, told.agreed) == (DUE, Met.ENDED, False, "")
    assert of_clock(ledger.reading(AFTER), None, AFTER).met is Met.YES
    running = Ledger.replay(ClockId.STAGE_1, [Started(date(2026, 11, 30))])
    assert of_clock(running.reading(AFTER), None, AFTER).met is Met.LATE
