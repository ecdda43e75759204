"""A name that is left in kind words is found before they are quoted."""

from __future__ import annotations

import pytest

from portal.domain.compliments import names_left


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Jo was kind to us.", {"jo"}),
        ("JO SMITH, thank you!", {"jo", "smith"}),
        ("My worker was kind to us.", set()),
        ("A joke in the smithy.", set()),
        ("Thank you, J.", set()),
        ("Ann's time", {"ann"}),
        ("", set()),
    ],
)
def test_every_part_of_a_name_that_stands_as_a_word_of_its_own_is_found(words: str, left: set[str]) -> None:
    assert names_left(words, ["Jo J. Smith", "Ann"]) == left


def test_without_names_nothing_can_be_left() -> None:
    assert names_left("Jo was kind to us.", []) == frozenset()
