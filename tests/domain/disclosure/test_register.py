"""What earlier publications printed binds the next one."""

from portal.domain.disclosure.grid import Cell, Grid
from portal.domain.disclosure.pack import Place
from portal.domain.disclosure.protection import protect_linked
from portal.domain.disclosure.register import before, settled
from portal.domain.disclosure.risk_classes import Settings

SETTINGS = Settings()


def test_what_was_printed_is_known_and_what_was_kept_back_stays_so() -> None:
    out = before({"north": [9], "south": ["c"], "west": [20, "c"]}, {"north": 9, "south": 3, "west": 20}, SETTINGS)
    assert out.known == {"north", "west"}
    assert out.withheld == {"south"}
    assert out.changed == frozenset()


def test_a_figure_that_changed_by_a_few_would_show_these_few() -> None:
    now = {"north": 11, "south": 30, "west": 9}
    out = before({"north": [9], "south": [9], "west": [12, 9]}, now, SETTINGS)
    assert out.changed == {"north"}
    assert out.known == {"west"}
    assert out.withheld == frozenset()


def test_only_the_last_figure_is_compared_with() -> None:
    assert before({"north": [30, 9]}, {"north": 11}, SETTINGS).changed == frozenset()
    assert before({"north": ["c", 9]}, {"north": 11}, SETTINGS).changed == {"north"}


def test_what_is_no_longer_counted_is_forgotten() -> None:
    out = before({"north": [9], "south": ["c"], "west": [None]}, {}, SETTINGS)
    assert (out.known, out.withheld, out.changed) == (frozenset(), frozenset(), frozenset())


def test_what_is_taken_to_be_out_is_known_but_for_what_is_secret() -> None:
    out = settled({"north": 9, "south": 3}, {"south"})
    assert (out.known, out.withheld) == ({"north"}, {"south"})


def test_the_next_tables_are_kept_safe_with_what_is_out() -> None:
    grid = Grid(("a", "b", "c"), ("n",), ((3,), (6,), (7,)))
    places = {name: Place("", Cell(name, "n")) for name in grid.rows}
    out = before({"b": [6]}, {"a": 3, "b": 6, "c": 7}, SETTINGS)
    done = protect_linked({"": grid}, (), SETTINGS, {places[name] for name in out.known})[""]
    assert {cell.row for cell in done.suppressed} == {"a", "c"}
