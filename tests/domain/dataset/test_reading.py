"""Faults name the file, the line, the column, the value and what was expected."""

from __future__ import annotations

import io
from datetime import date

import pytest

from portal.domain.dataset.checking import Between
from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Codes, Fault, Row, rows_of
from tests.councils.inventing import blank

CODES = Codes(frozenset({"north"}), frozenset({"communication"}))
HEAD = "reference,kind,received_on"


def read(name: str, content: str | bytes) -> list[tuple[int, Row] | Fault]:
    """What comes out of one file."""
    raw = content.encode() if isinstance(content, str) else content
    lines = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="")
    return list(rows_of(FILES[name], lines, CODES))


def said(name: str, content: str | bytes) -> list[str]:
    """The faults of one file, as they are printed."""
    return [str(one) for one in read(name, content) if isinstance(one, Fault)]


def test_a_good_file_is_read_with_its_lines() -> None:
    rows = read("representations", f"{HEAD}\nA1,complaint,2018-04-12\n\nA2,comment,2018-04-13\n")
    assert [(one[0], one[1]["reference"]) for one in rows if not isinstance(one, Fault)] == [(2, "A1"), (4, "A2")]
    assert len(rows) == 2


def test_of_a_row_with_a_fault_the_rest_is_read_on_and_so_are_the_rows_after_it() -> None:
    found = read("representations", f"{HEAD}\nA1,fault,2018-04-12\nA1,comment,2018-04-13\n")
    assert [isinstance(one, Fault) for one in found] == [True, False, True, False]
    assert found[1] == (2, blank("representations", reference="A1", received_on=date(2018, 4, 12)))


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("", "representations.csv, line 1: should be a header row"),
        (f"{HEAD},name\n", "representations.csv, line 1, name: “name” should be a known column"),
        (f"{HEAD},kind\n", "representations.csv, line 1, kind: “kind” should be there once only"),
        ("reference,kind\n", "representations.csv, line 1, received_on: should be there: this column is needed"),
        (f"{HEAD}\nA1,complaint\n", "representations.csv, line 2: should be a row of 3 cells, not 2"),
        (f"{HEAD}\nA1,fault,2018-04-12\n", "representations.csv, line 2, kind: “fault” should be one of"),
        (f"{HEAD}\nA1,comment,2018-04-31\n", "representations.csv, line 2, received_on: “2018-04-31” should be a date"),
        (f"{HEAD}\nA1,comment,2018-04-12\nA1,comment,2018-04-12\n", "line 3, reference: “A1” should be there once"),
        (f'{HEAD}\n"A1,comment,2018-04-12\n', "should be a row of a CSV file"),
        (b"\xff\xfe", "representations.csv: should be text in UTF-8"),
    ],
)  # fmt: skip
def test_each_fault_says_where_and_what(content: str | bytes, wanted: str) -> None:
    found = said("representations", content)
    assert any(wanted in one for one in found), found


def test_of_a_file_with_a_wrong_column_the_others_are_read_on() -> None:
    found = said("representations", f"{HEAD},name\nA1,fault,2018-04-12,Ash\nA1,comment,2018-04-31,Ash\n")
    assert [fault.partition(":")[0] for fault in found] == [
        "representations.csv, line 1, name", "representations.csv, line 2, kind",
        "representations.csv, line 3, received_on", "representations.csv, line 3, reference",
    ]  # fmt: skip


def test_keys_that_could_not_be_read_are_not_twice_there() -> None:
    rows = "A 1,1,communication,true\nA 2,1,communication,true\n"
    found = said("concerns", f"reference,number,category,primary\n{rows}")
    assert [fault.partition(":")[0] for fault in found] == [
        "concerns.csv, line 2, reference", "concerns.csv, line 3, reference",
    ]  # fmt: skip


def test_codes_of_the_council_are_those_of_its_profile() -> None:
    content = f"{HEAD},teams\nA1,complaint,2018-04-12,north;south\n"
    assert said("representations", content) == [
        "representations.csv, line 2, teams: “north;south” should be one of north"
    ]


def test_rows_must_fit_together() -> None:
    case = blank("representations", reference="A1", kind="enquiry", procedure="statutory")
    two = blank("stages", reference="A1", stage=2)
    five = blank("stages", reference="A1", stage=5)
    other = blank("concerns", reference="B2", number=1, category="communication", primary=False)
    between = Between()
    rows = [("representations", 2, case), ("stages", 2, two), ("stages", 3, five), ("concerns", 2, other)]
    faults = [fault for row in rows for fault in between.take(*row)]
    found = {str(fault).partition(":")[0] for fault in (*faults, *between.end(frozenset()))}
    assert found == {
        "representations.csv, line 2, procedure", "stages.csv, line 2, stage", "stages.csv, line 3, stage",
        "concerns.csv, line 2, reference", "concerns.csv, line 2, primary",
    }  # fmt: skip
