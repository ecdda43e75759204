"""The table itself: what is outside its bound, or was not measured, is missed; the worst of many tellings counts."""

from __future__ import annotations

import pytest

from tests.people.bounds import Target, count, each, least, most, none
from tests.people.table import Held, row, table
from tests.people.targets import TARGETS

LOOKS = Target("looks", "Looks", "Everything", (
    most("grade", 3), least("ring", 2, " px"), none("faults"), count("views"), each("ways", "key", "touch"),
))  # fmt: skip
GOOD = {"grade": [1.0, 3.0], "ring": [4, 2], "faults": [0, 0], "views": [5, 6], "ways": [["key"], ["touch"]]}


def test_a_row_tells_the_worst_of_what_was_told_and_counts_the_rest() -> None:
    assert row(LOOKS, GOOD) == (
        "Looks",
        "Everything: grade at most 3; ring at least 2 px; no faults; ways: key, touch",
        "grade 3; ring 2 px; 0 faults; 11 views; 2 ways",
        "met",
    )


@pytest.mark.parametrize(
    ("figure", "told", "shown"),
    [
        ("grade", [1.0, 3.1], "grade 3.1"),
        ("ring", [2, 1.5], "ring 1.5 px"),
        ("faults", [0, 1], "1 faults"),
        ("views", [0], "0 views"),
        ("ways", [["key"]], "only key"),
    ],
)
def test_one_figure_outside_its_bound_misses_the_target(figure: str, told: list[object], shown: str) -> None:
    *_, measured, state = row(LOOKS, {**GOOD, figure: told})  # type: ignore[dict-item]
    assert shown in measured.split("; ") and state == "missed"


def test_what_nobody_measured_is_missed() -> None:
    *_, measured, state = row(LOOKS, {name: told for name, told in GOOD.items() if name != "ring"})  # type: ignore[misc]
    assert "ring not measured" in measured and state == "missed"
    assert row(LOOKS, {})[-1] == "missed"


def test_a_test_whose_figure_is_outside_fails() -> None:
    kept: list[tuple[str, object]] = []
    held = Held(lambda name, value: kept.append((name, value)))
    with pytest.raises(AssertionError, match="at most 13"):
        held("steps.y", steps=14)
    with pytest.raises(AssertionError, match="no such figure"):
        held("steps.y", steps=3, jumps=1)
    with pytest.raises(AssertionError, match="1 found"):
        held.nothing_wrong("zoom", ["y/1: the page scrolls sideways"], views=1)
    assert len(kept) == 3, "what failed is in the table too"


def test_every_target_has_an_area_and_a_bound() -> None:
    areas = [target.area for target in TARGETS.values()]
    assert [area for number, area in enumerate(areas) if area != areas[number - 1] and area in areas[:number]] == []
    assert [target.key for target in TARGETS.values() if not target.bounds] == []
    assert table([("A", "b", "c", "met"), ("A", "d", "e", "met")]).splitlines()[-1] == "|  | d | e | met |"
