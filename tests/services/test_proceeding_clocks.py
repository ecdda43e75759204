"""The clocks of real cases: more time, pauses, mistakes, and what the case remembers of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.clock_events import Agreed, ExtensionBeyondMaximum, NothingToUndo, OutOfOrder, PauseNotAllowed
from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.rag import Band, band
from portal.records.timeline import messages_of, timeline_of
from portal.services import handling
from portal.services import proceeding_clocks as clocks
from portal.services.proceeding_clocks import NotOpenAnyMore
from tests import makers as make
from tests.application import NOON

ADVOCATE = PauseReason.AWAITING_ADVOCATE
WORDS = "We need more time."


@pytest.fixture(autouse=True)
def _context(either_app: Flask, at):
    at(NOON)  # Thursday 3 December 2026
    with either_app.app_context():
        yield


def dates(made: make.Made) -> tuple[date, date]:
    return made.case.due_on, made.case.due_max_on


def answer_clock(made: make.Made, as_at: date):
    return next(one for one in clocks.readings(made.id, as_at) if one.explanation.rule.clock is ClockId.STAGE_1)


def test_a_case_promises_what_its_clocks_say() -> None:
    made = make.case()
    reading = answer_clock(made, date(2026, 12, 3))
    assert dates(made) == (reading.due, reading.latest) == (date(2026, 12, 17), date(2027, 1, 5))


def test_more_time_moves_the_day_tells_the_person_and_is_kept_with_its_reason() -> None:
    made = make.case(contact_way="email", email="ann@home.example")
    clocks.extend(made.id, make.officer().id, date(2026, 12, 30), "Records are in another town.", Agreed.YES, WORDS)
    assert dates(made) == (date(2026, 12, 30), date(2027, 1, 5)) and made.case.extended
    assert messages_of(made.id)[-1].text["words"] == WORDS
    line = next(line for line in timeline_of(made.id) if line.happening == "extended")
    assert line.note == "17 Dec 2026 → 30 Dec 2026: Records are in another town."


def test_nobody_takes_longer_than_the_law_allows_and_nothing_is_kept_of_the_attempt() -> None:
    made = make.case()
    with pytest.raises(ExtensionBeyondMaximum) as refused:
        clocks.extend(made.id, make.officer().id, date(2027, 1, 6), "Busy.", Agreed.YES, WORDS)
    assert refused.value.latest == date(2027, 1, 5)
    assert dates(made) == (date(2026, 12, 17), date(2027, 1, 5)) and not messages_of(made.id)


def test_a_pause_takes_its_days_out_once_the_clock_runs_again(at) -> None:
    made, officer = make.case(), make.officer().id
    clocks.pause(made.id, officer, ADVOCATE, "", "We wait for your advocate.")
    assert made.case.paused and band(answer_clock(made, date(2026, 12, 4))) is Band.PAUSED
    at(datetime(2026, 12, 10, 12, tzinfo=UTC))
    clocks.resume(made.id, officer, "We go on.")
    assert not made.case.paused and dates(made)[0] == date(2026, 12, 24)  # five working days later


def test_leave_or_a_second_pause_is_no_reason() -> None:
    made, officer = make.case(), make.officer().id
    with pytest.raises(PauseNotAllowed):
        clocks.pause(made.id, officer, PauseReason.AWAITING_CONSENT, "", WORDS)
    clocks.pause(made.id, officer, ADVOCATE, "", WORDS)
    with pytest.raises(OutOfOrder):
        clocks.pause(made.id, officer, ADVOCATE, "", WORDS)


def test_a_mistake_is_undone_by_an_entry_of_its_own() -> None:
    made, officer = make.case(), make.officer().id
    clocks.extend(made.id, officer, date(2026, 12, 30), "Wrong case.", Agreed.NO, WORDS)
    clocks.undo(made.id, officer, 1, "I meant another case.")
    assert dates(made)[0] == date(2026, 12, 17) and not made.case.extended
    with pytest.raises(NothingToUndo):
        clocks.undo(made.id, officer, 0, "The start is not a mistake.")
    with pytest.raises(NothingToUndo):
        clocks.undo(made.id, officer, 1, "Twice.")


def test_an_answer_stops_the_clocks_and_its_dates_stay() -> None:
    made, officer = make.case(), make.officer().id
    handling.answer(made.id, officer, "We agree.")
    ours = [one for one in clocks.readings(made.id, date(2027, 2, 1)) if one.explanation.rule.clock in clocks.FIRST]
    assert [band(one) for one in ours] == [None, None, None]
    with pytest.raises(NotOpenAnyMore):
        clocks.extend(made.id, officer, date(2026, 12, 30), "Late thought.", Agreed.NO, WORDS)


@pytest.mark.parametrize("day", range(3, 32))
def test_the_day_from_which_it_is_amber_is_the_day_the_band_says_so(day: int) -> None:
    made, when = make.case(), date(2026, 12, day)
    said = band(answer_clock(made, when))
    green = made.case.amber_on is not None and when < made.case.amber_on
    assert (said is Band.GREEN) == green


def test_a_council_says_itself_from_when_a_date_is_amber(either_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = make.case().case.amber_on
    council = either_app.extensions["portal.authority"]
    own = replace(council, options=replace(council.options, amber_pct=10, amber_days=1))
    monkeypatch.setitem(either_app.extensions, "portal.authority", own)
    assert usual == date(2026, 12, 10), "half of ten working days are left"
    assert make.case().case.amber_on == date(2026, 12, 16), "one is left"


def test_it_can_be_asked_as_it_stood_on_any_day(at) -> None:
    made, officer = make.case(), make.officer().id
    at(datetime(2026, 12, 8, 12, tzinfo=UTC))
    clocks.extend(made.id, officer, date(2026, 12, 30), "Records.", Agreed.YES, WORDS)
    assert answer_clock(made, date(2026, 12, 7)).due == date(2026, 12, 17)
    assert answer_clock(made, date(2026, 12, 8)).due == date(2026, 12, 30)
    assert clocks.readings(made.id, date(2026, 12, 2)) == []
