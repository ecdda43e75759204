"""Extending, undoing and refusing: a clock never lets the law be bent."""

from dataclasses import replace
from datetime import date

import pytest

from portal.domain import clock_events as happened
from portal.domain.clock_events import Agreed, Event, Extended, Paused, Resumed, Retargeted, Started, Stopped, Undone
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_reading import Extension, Pause
from portal.domain.clock_rules import DEFAULT_LIMITS, LIMITS, RULES, ClockId, Measure, Standing
from tests.domain.test_clock_ledger import ADVOCATE, DUE, LATEST, START, april, may, read

UNSTARTED = "Something happened to a clock that had not started."
RUNNING = "A clock that is running cannot be resumed."
PAUSED = "A clock that is paused cannot be paused again."
STOPPED = "Nothing can happen to a clock that has stopped; undo the stop first."


def test_an_extension_moves_the_due_date_and_is_remembered_with_who_agreed() -> None:
    reading = read(may(1), Started(START), Extended(april(29), may(8), "two schools", Agreed.NO))
    assert (reading.due, reading.limit, reading.left, reading.late) == (may(8), 15, 4, False)
    assert reading.explanation.extensions == (Extension(april(29), DUE, may(8), "two schools", Agreed.NO),)
    assert reading.latest == LATEST
    assert read(april(28), Started(START), Extended(april(29), may(8), "two schools", Agreed.NO)).due == DUE


def test_an_extension_may_reach_the_last_lawful_day_and_not_one_more() -> None:
    assert read(DUE, Started(START), Extended(DUE, LATEST, "complex", Agreed.YES)).due == LATEST
    with pytest.raises(happened.ExtensionBeyondMaximum, match="2019-05-15") as refused:
        read(DUE, Started(START), Extended(DUE, may(16), "complex", Agreed.YES))
    assert refused.value.latest == LATEST


def test_two_extensions_together_stay_within_the_maximum() -> None:
    once = (Started(START), Extended(april(29), may(8), "complex", Agreed.YES))
    assert read(may(8), *once, Extended(may(8), LATEST, "more so", Agreed.YES)).due == LATEST
    with pytest.raises(happened.ExtensionBeyondMaximum):
        read(may(8), *once, Extended(may(8), may(16), "more so", Agreed.YES))


def test_a_pause_before_or_after_an_extension_moves_the_new_date_too() -> None:
    paused = (Started(START), Paused(april(16), ADVOCATE), Resumed(april(24)))
    extended = (*paused, Extended(april(29), may(21), "complex", Agreed.YES))
    assert read(april(29), *extended).due == may(21)
    again = (*extended, Paused(may(1), ADVOCATE), Resumed(may(3)))
    assert read(may(3), *again).due == date(2019, 5, 23)
    with pytest.raises(happened.ExtensionBeyondMaximum):
        read(may(7), *paused, Extended(april(29), may(22), "complex", Agreed.YES))


def test_a_clock_may_be_extended_while_it_stands_still() -> None:
    # On 24 April four working days are taken out, so the longest time allowed ends on 21 May.
    paused = (Started(START), Paused(april(16), ADVOCATE))
    assert read(april(24), *paused, Extended(april(24), may(14), "complex", Agreed.YES)).due == may(14)
    assert read(april(24), *paused, Extended(april(24), may(21), "complex", Agreed.YES)).due == may(21)
    with pytest.raises(happened.ExtensionBeyondMaximum, match="2019-05-21"):
        read(april(24), *paused, Extended(april(24), may(22), "complex", Agreed.YES))


@pytest.mark.parametrize("to", [april(29), DUE, may(4), may(6)], ids=["earlier", "the same", "Saturday", "holiday"])
def test_an_extension_must_be_to_a_later_working_day(to: date) -> None:
    with pytest.raises(happened.ExtensionNotLater, match="to a later day, and to a working day"):
        read(DUE, Started(START), Extended(april(26), to, "complex", Agreed.YES))


def test_an_extension_told_after_the_due_day_is_a_breach() -> None:
    with pytest.raises(happened.ExtensionTooLate, match="that is a breach"):
        read(may(1), Started(START), Extended(may(1), may(8), "we forgot", Agreed.YES))


def test_an_extension_needs_its_reason() -> None:
    with pytest.raises(happened.ExtensionNotAllowed, match=r"^An extension needs its reason\.$"):
        read(DUE, Started(START), Extended(DUE, may(8), " ", Agreed.YES))


@pytest.mark.parametrize(
    "clock", [ClockId.ACKNOWLEDGEMENT, ClockId.STAGE_1_LAPSE, ClockId.ONE_YEAR, ClockId.SAFEGUARDING]
)
def test_some_clocks_are_never_extended(clock: ClockId) -> None:
    with pytest.raises(happened.ExtensionNotAllowed, match=clock):
        read(START, Started(START), Extended(START, date(2021, 1, 4), "complex", Agreed.YES), clock=clock)


def test_a_panel_is_put_off_only_if_the_complainant_agrees() -> None:
    later = Extended(may(1), date(2019, 6, 14), "their exam", Agreed.YES)
    assert read(may(1), Started(START), later, clock=ClockId.PANEL).due == date(2019, 6, 14)
    for answer in (Agreed.NO, Agreed.NOT_ASKED):
        with pytest.raises(happened.ExtensionNotAllowed, match="agrees"):
            read(may(1), Started(START), replace(later, agreed=answer), clock=ClockId.PANEL)


def test_a_new_target_is_kept_and_mends_no_lateness() -> None:
    events = (Started(START), Retargeted(may(16), date(2019, 5, 24), "apology sent"))
    reading = read(may(17), *events)
    assert (reading.target, reading.due, reading.beyond) == (date(2019, 5, 24), DUE, True)
    assert read(may(15), *events).target is None


def test_what_was_undone_never_happened_on_any_day() -> None:
    events = (Started(START), Stopped(april(16)), Undone(april(18), 1), Stopped(april(24)))
    assert read(april(17), *events).stopped is None
    assert read(april(24), *events).stopped == april(24)


def test_several_mistakes_are_each_undone_and_stay_undone() -> None:
    events = (
        Started(START), Stopped(april(15)), Undone(april(16), 1), Paused(april(17), ADVOCATE), Undone(april(18), 3),
    )  # fmt: skip
    reading = read(april(18), *events)
    assert (reading.stopped, reading.paused, reading.due) == (None, False, DUE)


@pytest.mark.parametrize(
    "events",
    [
        (Undone(START, 0),),
        (Started(START), Undone(START, 1)),
        (Started(START), Undone(START, -1)),
        (Started(START), Stopped(START), Undone(START, 1), Undone(START, 1)),
        (Started(START), Stopped(START), Undone(START, 1), Undone(START, 2)),
    ],
    ids=["nothing", "itself", "before the first", "twice", "an undoing"],
)
def test_only_a_real_earlier_event_can_be_undone_and_only_once(events: tuple[Event, ...]) -> None:
    with pytest.raises(happened.NothingToUndo, match=r"^Event -?\d cannot be undone by event \d\.$"):
        Ledger.replay(ClockId.STAGE_1, events)


@pytest.mark.parametrize(
    ("events", "refusal", "sentence"),
    [
        ((Stopped(START),), happened.NotStarted, UNSTARTED),
        ((Started(START), Started(START)), happened.OutOfOrder, "A clock starts once."),
        ((Started(START), Resumed(START)), happened.OutOfOrder, RUNNING),
        ((Started(START), Paused(START, ADVOCATE), Paused(START, ADVOCATE)), happened.OutOfOrder, PAUSED),
        ((Started(START), Paused(START, ADVOCATE), Resumed(START), Resumed(START)), happened.OutOfOrder, RUNNING),
        ((Started(START), Stopped(START), Stopped(START)), happened.OutOfOrder, STOPPED),
        ((Started(START), Stopped(april(11))), happened.OutOfOrder, "2019-04-11 comes before 2019-04-12."),
        ((Started(START), Paused(april(16), ADVOCATE), Undone(april(17), 0)), happened.NotStarted, UNSTARTED),
    ],
)
def test_what_cannot_follow_is_refused_with_a_sentence_that_says_why(
    events: tuple[Event, ...], refusal: type[Exception], sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        Ledger.replay(ClockId.STAGE_1, events)
    assert str(refused.value) == sentence


def test_a_clock_cannot_be_read_before_it_started() -> None:
    ledger = Ledger.replay(ClockId.STAGE_1, [Started(START)])
    assert ledger.reading(START).elapsed == 0
    with pytest.raises(happened.NotStarted, match="2019-04-11"):
        ledger.reading(april(11))
    with pytest.raises(happened.NotStarted):
        Ledger.replay(ClockId.STAGE_1, []).reading(START)


def test_the_explanation_shows_the_rule_the_days_and_the_holidays() -> None:
    why = read(april(24), Started(START), Paused(april(16), ADVOCATE), Resumed(april(24))).explanation
    assert why.rule is RULES[ClockId.STAGE_1]
    assert why.counted == (
        april(15), april(16), april(25), april(26), april(29), april(30), may(1), may(2), may(3), may(7)
    )  # fmt: skip
    assert [name for _, name in why.holidays] == ["Good Friday", "Easter Monday", "Early May bank holiday"]
    assert why.pauses == (Pause(ADVOCATE, april(16), april(24)),)


def test_a_council_may_set_its_own_limits() -> None:
    reading = read(START, Started(START), s1_base=5)
    assert (reading.due, reading.limit, reading.latest) == (date(2019, 4, 23), 5, LATEST)


def test_every_limit_a_rule_names_exists_and_keeps_within_its_bounds() -> None:
    for rule in RULES.values():
        assert {rule.limit, rule.maximum} - {None} <= set(LIMITS)
        assert (rule.limit is None) == (rule.measure in (Measure.TYPED_DATE, Measure.SAME_DAY))
    for name, limit in LIMITS.items():
        assert (limit.least or 1) <= DEFAULT_LIMITS[name] <= (limit.most or 65)


def test_what_is_only_recalled_is_marked_so_that_nobody_quotes_it_as_law() -> None:
    recalled = {clock for clock, rule in RULES.items() if rule.standing is Standing.RECALLED}
    assert recalled == {
        ClockId.STAGE_3_ACKNOWLEDGEMENT,
        ClockId.PANEL_PAPERS,
        ClockId.OMBUDSMAN,
        ClockId.RESUBMISSION,
    }
    assert all(rule.standing is not Standing.LOCAL for rule in RULES.values() if "reg" in rule.source)
