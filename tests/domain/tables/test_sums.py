"""The sums between tables, of which a stranger would make use, hold for the year they are about."""

from __future__ import annotations

from datetime import date

from portal.domain.tables.assembling import listed
from portal.domain.tables.report import report
from portal.domain.tables.sums import Figures, figures_of
from portal.domain.tables.sums_between import Sum
from portal.domain.wishes import Wish
from tests.domain.tables.by_hand import HERE, LATER, YEAR, files


def test_the_answers_of_all_stages_are_set_against_the_times_of_each() -> None:
    stages = [{"reference": str(at), "stage": 1, "responded_on": date(2018, 5, 9)} for at in range(3)]
    given = files({}, {}, {}, stages=stages)
    wishes = {id_: Wish(id_) for id_ in ("learning", "duration", "timeliness")}
    made = report(HERE, listed(given, LATER), YEAR, LATER, wishes=wishes.values())
    sums = figures_of(made, wishes, tuple(wishes)).sums
    wholes = {one.whole for one in sums if ("timed", 1, ("all", False), False) in one.parts}
    assert wholes == {("answers", ("all", False))}


def test_a_population_is_the_sum_of_those_it_is_made_of() -> None:
    given = files({"method": "email"}, {"procedure": "corporate"}, {"kind": "enquiry", "procedure": None})
    both = Wish("received-by-point", procedures=("statutory", "corporate"), with_enquiries=True)
    methods = Wish("received-by-method", not_known="note")
    wishes = {wish.id: wish for wish in (Wish("received-by-kind"), both, methods, Wish("outcomes"))}
    made = report(HERE, listed(given, LATER), YEAR, LATER, wishes=wishes.values())
    figures = figures_of(made, wishes, tuple(wishes))
    by_whole = {one.whole: one.parts for one in figures.sums if one.parts[0][0] in ("accepted", "methods-told")}
    assert by_whole["accepted", ("statutory+corporate", True)] == (
        ("accepted", ("statutory", False)), ("accepted", ("corporate", False)), ("received-by-kind", "enquiry"),
    )  # fmt: skip
    assert figures.values["method-left-out", ("all", False)] == 1
    told_and_not = ("methods-told", ("all", False)), ("method-left-out", ("all", False))
    assert told_and_not in [one.parts for one in figures.sums]


def _figures(*ids: str) -> Figures:
    """Of four complaints three were answered, each on another day; the fourth waits."""
    stages = [
        {"reference": str(at), "stage": 1, "started_on": date(2018, 4, 3), "responded_on": date(2018, 4 + at, 20)}
        for at in range(3)
    ]
    given = files({}, {}, {}, {}, stages=[*stages, {"reference": "3", "stage": 1, "outcome": None}])
    wishes = {id_: Wish(id_) for id_ in ids}
    return figures_of(report(HERE, listed(given, LATER), YEAR, LATER, wishes=wishes.values()), wishes, tuple(wishes))


WAITING = ("open", 1, ("all", False))


def test_who_waits_is_what_is_left_of_those_who_were_answered() -> None:
    figures = _figures("outcomes-stage-1", "duration")
    answered = ("timed", 1, ("all", False), False)
    assert Sum(("reached", 1, ("all", False)), (answered, WAITING), False) in figures.sums
    assert figures.unprinted == frozenset()


def test_the_bands_stand_for_the_answers_where_nothing_prints_how_many_there_were() -> None:
    figures = _figures("outcomes-stage-1", "timeliness")
    mixed = [{name[0] for name in one.parts} for one in figures.sums if WAITING in one.parts]
    assert {"timeliness", "open"} in mixed
    assert figures.unprinted == frozenset()


def test_what_readers_add_up_in_two_ways_is_the_same_though_it_is_not_printed() -> None:
    figures = _figures("timeliness", "duration-by-quarter")
    answered = ("timed", 1, ("all", False), False)
    assert figures.unprinted == {answered}
    assert (figures.values[answered], len([one for one in figures.sums if one.whole == answered])) == (3, 2)
    assert answered not in figures.printed


def test_answers_of_all_stages_are_set_against_all_stages_reached() -> None:
    figures = _figures("outcomes-stage-1", "outcomes-stage-2", "outcomes-stage-3", "learning")
    everywhere = ("reached-in-all", ("all", False))
    assert figures.unprinted == {everywhere}
    assert Sum(everywhere, (("answers", ("all", False)), WAITING), False) in figures.sums
