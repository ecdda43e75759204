"""A clock says what is due on any day, whatever was paused, extended or undone, and never lets the law be bent."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain import clock_events as happened
from portal.domain.calendar import add_working_days, elapsed
from portal.domain.clock_events import Agreed, Event, Extended, Paused, Resumed, Retargeted, Started, Stopped, Undone
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_reading import Extension, Pause, Reading
from portal.domain.clock_rules import DEFAULT_LIMITS, LIMITS, RULES, ClockId, Measure, PauseReason, Standing

# Friday 12 April 2019: Good Friday on the 19th, Easter Monday on the 22nd, early May on 6 May.
START = date(2019, 4, 12)
DUE, LATEST = date(2019, 4, 30), date(2019, 5, 15)
ADVOCATE = PauseReason.AWAITING_ADVOCATE


def read(as_at: date, *events: Event, clock: ClockId = ClockId.STAGE_1, **limits: int) -> Reading:
    return Ledger.replay(clock, events, limits).reading(as_at)


def april(day: int) -> date:
    return date(2019, 4, day)


def may(day: int) -> date:
    return date(2019, 5, day)


def with_limits() -> list[dict[str, str]]:
    with (Path(__file__).parent / "clock_limits.csv").open(newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", with_limits(), ids=lambda row: row["why"])
def test_each_clock_is_due_when_the_table_says(row: dict[str, str]) -> None:
    reading = read(START, Started(START), clock=ClockId(row["clock"]))
    assert reading.due == date.fromisoformat(row["due"])
    assert reading.latest == (date.fromisoformat(row["latest"]) if row["latest"] else None)


def test_the_table_of_limits_names_every_clock_that_has_no_date_typed_in() -> None:
    typed = {ClockId.PANEL_PAPERS, ClockId.OMBUDSMAN_ENQUIRY, ClockId.ACTION}
    assert {row["clock"] for row in with_limits()} == set(RULES) - typed == set(ClockId) - typed


def test_papers_go_out_ten_working_days_before_the_panel() -> None:
    reading = read(april(1), Started(april(1), given=date(2019, 5, 7)), clock=ClockId.PANEL_PAPERS)
    assert reading.due == april(18)
    assert (reading.limit, reading.left, reading.explanation.counted) == (17, 17, ())


@pytest.mark.parametrize("clock", [ClockId.PANEL_PAPERS, ClockId.OMBUDSMAN_ENQUIRY, ClockId.ACTION])
def test_a_clock_with_a_date_of_its_own_needs_it(clock: ClockId) -> None:
    with pytest.raises(happened.DateMissing, match="typed in"):
        read(START, Started(START), clock=clock)


def test_an_action_may_be_planned_anew_with_a_reason_and_on_any_day() -> None:
    plan = (Started(START, given=april(20)), Extended(april(15), april(28), "builder ill", Agreed.NOT_ASKED))
    reading = read(april(16), *plan, clock=ClockId.ACTION)
    assert (reading.due, reading.limit, reading.elapsed, reading.left, reading.latest) == (april(28), 16, 4, 12, None)
    assert reading.explanation.holidays == ()


def test_days_are_counted_from_the_day_after_the_start() -> None:
    reading = read(april(23), Started(START))
    assert (reading.started, reading.limit, reading.elapsed, reading.left) == (START, 10, 5, 5)
    assert not reading.late and not reading.beyond and not reading.paused and reading.stopped is None


def test_the_due_day_itself_is_in_time_and_the_next_is_late() -> None:
    assert not read(DUE, Started(START)).late
    late = read(may(1), Started(START))
    assert (late.late, late.beyond, late.left) == (True, False, -1)
    assert not read(LATEST, Started(START)).beyond
    assert read(may(16), Started(START)).beyond


def test_a_stopped_clock_says_for_ever_whether_it_was_in_time() -> None:
    in_time = read(date(2020, 1, 6), Started(START), Stopped(DUE))
    assert (in_time.late, in_time.elapsed, in_time.stopped, in_time.as_at) == (False, 10, DUE, date(2020, 1, 6))
    late = read(date(2020, 1, 6), Started(START), Stopped(may(1)))
    assert (late.late, late.beyond, late.elapsed) == (True, False, 11)


def test_a_pause_takes_out_the_working_days_after_it_begins_up_to_the_day_it_ends() -> None:
    # Paused on Tuesday 16 April until Wednesday 24: 17, 18, 23 and 24 April do not count; Easter never did.
    reading = read(may(1), Started(START), Paused(april(16), ADVOCATE), Resumed(april(24)))
    assert reading.due == date(2019, 5, 7)
    assert (reading.elapsed, reading.left, reading.explanation.days_paused) == (11 - 4, 3, 4)
    assert reading.latest == date(2019, 5, 21)
    assert not reading.paused


def test_while_a_clock_is_paused_no_day_is_lost() -> None:
    events = (Started(START), Paused(april(16), ADVOCATE))
    before, after = read(april(16), *events), read(april(24), *events)
    assert before.paused and after.paused
    assert (before.left, after.left) == (8, 8)
    assert (before.due, after.due) == (DUE, date(2019, 5, 7))


def test_a_pause_that_begins_after_the_due_day_mends_nothing() -> None:
    reading = read(may(10), Started(START), Paused(may(2), ADVOCATE), Resumed(may(9)))
    assert reading.due == DUE
    assert reading.late


def test_stopping_a_paused_clock_ends_its_pause() -> None:
    reading = read(may(10), Started(START), Paused(april(16), ADVOCATE), Stopped(april(24)))
    assert not reading.paused
    assert (reading.elapsed, reading.explanation.pauses[0].end) == (2, april(24))


@given(st.integers(0, 9), st.integers(0, 30))
def test_a_pause_moves_the_due_date_by_just_the_working_days_it_takes_out(begins: int, lasts: int) -> None:
    start = add_working_days(START, begins)
    end = start + timedelta(days=lasts)
    reading = read(end, Started(START), Paused(start, ADVOCATE), Resumed(end))
    assert elapsed(START, reading.due) == 10 + elapsed(start, end)
    assert reading.elapsed == begins


@pytest.mark.parametrize("clock", list(RULES))
def test_a_clock_is_paused_only_for_the_reasons_on_its_list(clock: ClockId) -> None:
    allowed = {
        ClockId.STAGE_1: {"awaiting_advocate", "concurrent_proceedings"},
        ClockId.STAGE_1_LAPSE: {"awaiting_advocate", "concurrent_proceedings"},
        ClockId.STAGE_2: {"concurrent_proceedings", "complainant_request"},
        ClockId.ELIGIBILITY: {"awaiting_consent"},
    }.get(clock, set())
    for reason in PauseReason:
        events = (Started(START, given=may(1)), Paused(START, reason, evidence="their e-mail of 12 April"))
        if reason in allowed:
            assert read(START, *events, clock=clock).paused
        else:
            with pytest.raises(happened.PauseNotAllowed, match=reason):
                read(START, *events, clock=clock)


def test_a_pause_the_complainant_asked_for_needs_to_say_where_they_did() -> None:
    with pytest.raises(happened.EvidenceMissing):
        read(START, Started(START), Paused(START, PauseReason.COMPLAINANT_REQUEST, " "), clock=ClockId.STAGE_2)
    assert read(START, Started(START), Paused(START, PauseReason.CONCURRENT_PROCEEDINGS), clock=ClockId.STAGE_2).paused


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


@pytest.mark.parametrize("to", [april(29), DUE, may(4), may(6)], ids=["earlier", "the same", "Saturday", "holiday"])
def test_an_extension_must_be_to_a_later_working_day(to: date) -> None:
    with pytest.raises(happened.ExtensionNotLater):
        read(DUE, Started(START), Extended(april(26), to, "complex", Agreed.YES))


def test_an_extension_told_after_the_due_day_is_a_breach() -> None:
    with pytest.raises(happened.ExtensionTooLate):
        read(may(1), Started(START), Extended(may(1), may(8), "we forgot", Agreed.YES))


def test_an_extension_needs_its_reason() -> None:
    with pytest.raises(happened.ExtensionNotAllowed, match="reason"):
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
    with pytest.raises(happened.NothingToUndo):
        Ledger.replay(ClockId.STAGE_1, events)


@pytest.mark.parametrize(
    ("events", "refusal"),
    [
        ((Stopped(START),), happened.NotStarted),
        ((Started(START), Started(START)), happened.OutOfOrder),
        ((Started(START), Resumed(START)), happened.OutOfOrder),
        ((Started(START), Paused(START, ADVOCATE), Paused(START, ADVOCATE)), happened.OutOfOrder),
        ((Started(START), Paused(START, ADVOCATE), Resumed(START), Resumed(START)), happened.OutOfOrder),
        ((Started(START), Stopped(START), Stopped(START)), happened.OutOfOrder),
        ((Started(START), Stopped(april(11))), happened.OutOfOrder),
        ((Started(START), Paused(april(16), ADVOCATE), Undone(april(17), 0)), happened.NotStarted),
    ],
)
def test_what_cannot_follow_is_refused(events: tuple[Event, ...], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        Ledger.replay(ClockId.STAGE_1, events)


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
