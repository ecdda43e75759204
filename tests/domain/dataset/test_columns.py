"""Each value of the dataset has exactly one spelling, and everything else is refused with what was expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.dataset.columns import KINDS, Column, NotThat, read, write

CODES = frozenset({"email", "letter", "not_asked"})


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("code", "email"), ("codes", "letter;email"), ("keys", "7KQM3W9T;R-1"), ("date", "2018-04-12"),
        ("flag", "true"), ("flag", "false"), ("whole", "0"), ("whole", "12"), ("pence", "58.50"), ("pence", "0.00"),
        ("key", "child-1"), ("text", "Late, “again”;\nand twice"), ("text", "'=1+1"), ("year", "2018-19"),
        ("year", "1999-00"), ("age", "12"), ("age", "not_asked"), ("decimal", "12.7"), ("decimal", "0"),
        ("place", "stage-1:within-10"), ("place", "18+"),
    ],
)  # fmt: skip
def test_what_is_read_is_written_the_same(kind: str, cell: str) -> None:
    column = Column("x", kind, CODES)
    assert write(column, read(column, cell, CODES)) == cell


@pytest.mark.parametrize(
    ("kind", "cell", "wanted"),
    [
        ("code", "pigeon", "one of email, letter, not_asked"), ("codes", "email;email", "each code once"),
        ("codes", "email; letter", "one of email"), ("keys", "a;a", "each reference once"),
        ("date", "12/04/2018", "2018-04-12"), ("date", "2018-02-30", "2018-04-12"), ("date", "20180412", "2018-04-12"),
        ("flag", "yes", "true or false"), ("whole", "012", "whole number"), ("whole", "-1", "whole number"),
        ("whole", "9999999999", "whole number"), ("pence", "58.5", "two decimals"), ("pence", "058.50", "two decimals"),
        ("pence", "999999999.00", "21 million"), ("key", "Ash Field", "letters"), ("key", "x" * 41, "letters"),
        ("text", "a\x00b", "plain text"), ("text", "x" * 12_001, "plain text"),
        ("text", "=1+1", "no formula"), ("text", "- a\nb", "no formula"),
        ("key", "-A1", "dash first"), ("place", "+1", "code of a row"), ("year", "2018-20", "2018-19"),
        ("year", "2018", "2018-19"), ("age", "121", "whole years up to 120"), ("age", "young", "whole years"),
        ("decimal", "1e5", "12.7"), ("decimal", "1.234", "12.7"),
        ("place", "over 18", "code of a row"), ("place", "x" * 61, "code of a row"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_what_was_expected(kind: str, cell: str, wanted: str) -> None:
    with pytest.raises(NotThat, match=wanted.replace("(", r"\(").replace(".", r"\.")):
        read(Column("x", kind, CODES), cell, CODES)


def test_an_empty_cell_is_not_recorded_unless_the_column_is_needed() -> None:
    assert read(Column("x", "date"), "", frozenset()) is None
    assert write(Column("x", "date"), None) == ""
    with pytest.raises(NotThat, match="may not be empty"):
        read(Column("x", "date", required=True), "", frozenset())


DIGITS = "01289٠١٢۵६𝟐２²"
"""Our own and those of other scripts."""
CELLS = st.text(max_size=20) | st.text(st.sampled_from(DIGITS + "-.:; +"), max_size=12)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("whole", "1٢"), ("pence", "٥٨.٥٠"), ("date", "2018-04-١٢"), ("age", "١٢"), ("decimal", "12.٧"),
        ("year", "2018-١٩"), ("year", " 2018-19"),
    ],
)  # fmt: skip
def test_digits_of_other_scripts_are_another_spelling(kind: str, cell: str) -> None:
    with pytest.raises(NotThat):
        read(Column("x", kind, CODES), cell, CODES)


@given(st.sampled_from(sorted(KINDS)), CELLS)
def test_no_value_has_two_spellings(kind: str, cell: str) -> None:
    column = Column("x", kind, CODES)
    try:
        value = read(column, cell, CODES)
    except NotThat:
        return
    assert write(column, value) == cell and (kind == "text" or cell.isascii())
