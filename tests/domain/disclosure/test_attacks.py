"""A stranger attacks what would be printed, and never places a small count in too narrow a range."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

import pytest

from portal.domain.disclosure.grid import Grid
from portal.domain.disclosure.pack import Place
from portal.domain.disclosure.protection import USUAL, Protected, protect, protect_linked
from portal.domain.disclosure.risk_classes import Settings
from tests.domain.disclosure import tables
from tests.domain.disclosure.attacker import caught

WIDTH = USUAL.width


def only_small_counts(page: Protected) -> Protected:
    """Protected as one might without thinking: what is small is crossed out, and nothing else."""
    return replace(page, suppressed=page.small)


def without_the_dearest(page: Protected) -> Protected:
    """All but one of the counts that shield the small ones."""
    shields = sorted(page.suppressed - page.small, key=lambda cell: (-(page.grid.counts[cell] or 0), cell))
    return replace(page, suppressed=page.suppressed - set(shields[:1]))


@pytest.mark.parametrize("batch", [0, *(pytest.param(batch, marks=pytest.mark.slow) for batch in range(1, 10))])
def test_no_small_count_of_a_thousand_tables_can_be_worked_out(batch: int) -> None:
    for seed in range(batch * 100, batch * 100 + 100):
        assert caught({"": protect(tables.any_table(Random(seed)))}, WIDTH) == {}, seed


def test_no_small_count_of_a_table_in_blocks_can_be_worked_out() -> None:
    for seed in range(150):
        assert caught({"": protect(tables.blocks(Random(seed)))}, WIDTH) == {}, seed


@pytest.mark.parametrize(
    "settings", [Settings(threshold=6), Settings(threshold=10, width=3), Settings(width=9)], ids=str
)
def test_other_thresholds_and_widths_are_kept_too(settings: Settings) -> None:
    for seed in range(40):
        assert caught({"": protect(tables.any_table(Random(seed)), settings)}, settings.width) == {}, seed


@pytest.mark.parametrize("breaking", [only_small_counts, without_the_dearest])
def test_the_attacker_catches_a_table_protected_badly(breaking: Callable[[Protected], Protected]) -> None:
    grids = [tables.table(Random(seed), 5, 3, (True, True, True)) for seed in range(40)]
    pages = [breaking(protect(grid)) for grid in grids]
    broken = [page for page in pages if caught({"": page}, WIDTH)]
    assert len(broken) >= 30


MAKERS: Mapping[str, Callable[[Random], tables.Linked]] = {
    "a list and its quarters": lambda random: tables.year_and_quarters(random, random.randint(2, 12), 1, tables.COUNTS),
    "a table and its quarters": lambda random: tables.year_and_quarters(random, 3, random.randint(2, 4), tables.COUNTS),
    "a sparse table and its quarters": lambda random: tables.year_and_quarters(random, 6, 4, tables.SPARSE),
    "ages, and ages by sex": tables.ages_and_ages_by_sex,
    "one population three ways": tables.one_population_three_ways,
}
ROUNDS = {"a sparse table and its quarters": 8}


@pytest.mark.parametrize("kind", MAKERS)
def test_tables_published_together_cannot_be_played_off_against_each_other(kind: str) -> None:
    for seed in range(ROUNDS.get(kind, 30)):
        grids, links = MAKERS[kind](Random(seed))
        pages = protect_linked(grids, links)
        assert caught(pages, WIDTH, links) == {}, seed


@pytest.mark.parametrize("kind", ["a list and its quarters", "a table and its quarters", "ages, and ages by sex"])
def test_protecting_each_table_by_itself_would_not_do(kind: str) -> None:
    def fell(seed: int) -> bool:
        grids, links = MAKERS[kind](Random(seed))
        return bool(caught({name: protect(grid) for name, grid in grids.items()}, WIDTH, links))

    assert any(fell(seed) for seed in range(30))


def test_what_was_published_before_does_not_help_the_attacker() -> None:
    for seed in range(60):
        random = Random(seed)
        grid = tables.table(random, random.randint(5, 8), random.randint(2, 4), (True, True, True))
        known = frozenset(random.sample(harmless(grid), 2))
        page = protect(grid, known=known)
        assert not known & page.suppressed
        assert caught({"": page}, WIDTH, known=[Place("", cell) for cell in known]) == {}, seed


def harmless(grid: Grid) -> list[tables.Cell]:
    return [
        cell for cell, count in grid.counts.items() if count and count >= USUAL.threshold and tables.TOTAL not in cell
    ]
