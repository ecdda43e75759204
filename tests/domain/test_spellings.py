"""Names, addresses and numbers are found again in whatever spelling they were typed."""

from __future__ import annotations

import pytest

from portal.domain.spellings import email_spelling, name_spelling, phone_spelling


@pytest.mark.parametrize(
    "typed",
    [
        "07911 123456", "+44 7911 123456", "0044 7911 123456", "+44 (0)7911 123456", "447911123456", "07911-123-456",
        "(07911) 123456", "+447911123456", "Mum: 07911 123456", "after 4, 07911 123456", "٠٧٩١١ ١٢٣٤٥٦",
        "+0044 7911 123456", "0044 (0) 7911 123456", "07911 123456 or 07700 900982",
        "０７９１１ １２３４５６", "07911\u2011123456",
    ],
)  # fmt: skip
def test_one_british_number_has_one_spelling(typed: str) -> None:
    assert phone_spelling(typed) == "07911123456"


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("+48 501 234 567", "0048501234567"),
        ("0048 501 234 567", "0048501234567"),
        ("020 7946 0018", "02079460018"),
        ("44 1234", "441234"),
        ("4479111234567", "4479111234567"),
        ("12345", ""),
        ("no phone", ""),
        ("", ""),
    ],
)
def test_other_numbers_stay_what_they_are(typed: str, spelled: str) -> None:
    assert phone_spelling(typed) == spelled


@pytest.mark.parametrize("typed", ["Zoë O’Neill", "zoe o'neill", "ZOE  ONEILL", " Zoe\u0308 O Neill "])
def test_a_name_is_one_with_or_without_accents_and_marks(typed: str) -> None:
    assert name_spelling(typed) == "zoeoneill"


def test_names_of_other_alphabets_stay_names() -> None:
    assert name_spelling("أحمد") and name_spelling("أحمد") != name_spelling("محمد")
    assert name_spelling("İnci Ştraße") == name_spelling("inci strasse")
    assert name_spelling("??") == ""


@pytest.mark.parametrize("typed", ["Ann@Home.Example", " ann@home.example ", "ANN@HOME.EXAMPLE", "ann @ home.example"])
def test_an_address_is_one_in_capitals_and_small_letters(typed: str) -> None:
    assert email_spelling(typed) == "ann@home.example"


def test_what_has_no_at_sign_is_no_address() -> None:
    assert email_spelling("Ann Home") == ""
