"""The same figures stand in every format, as numbers where a program reads them and in words where people do."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup
from csvw import CSVW
from flask import Flask
from odf.opendocument import load as open_ods
from odf.table import Table as OdsTable
from odf.table import TableCell, TableRow
from odf.text import P
from openpyxl import load_workbook

from portal.domain.tables.shape import Column, Report, Row, Table
from portal.services.printing import FORMATS
from portal.services.printing.wording import beneath
from tests.councils.test_coventry_2018_19 import coventry

ROWS = (
    Row("south", "=1+1", (1234,), (90.1,)),
    Row("west", "@West", ("c",), ("c",), 1),
    Row("x", "X", (None,), (None,)),
)
SHAKY = Table(
    "by-team", '=HYPERLINK("http://evil.example")', "complaints", "accepted <complaints> & more",
    "received in the year", (Column("2018-19", "2018-19"),), ROWS, (1370,), ("+A note.",),
)  # fmt: skip
"""A table of everything that is hard: formulas, markup, what is kept back, what was not collected."""


@pytest.fixture(scope="module")
def report() -> Report:
    made = coventry().report()
    return Report(
        made.authority,
        made.year,
        made.as_at,
        made.edition,
        (*(one for one in made.tables if one.id != SHAKY.id), SHAKY),
    )


@pytest.fixture
def here(app: Flask) -> Iterator[Flask]:
    with app.test_request_context():
        yield app


def test_the_head_says_when_the_year_or_the_quarter_goes_on(report: Report) -> None:
    june = replace(report, as_at="2018-06-30", edition="public")
    assert beneath(june) == "Counted as things stood on 30 June 2018, while the year goes on."
    assert beneath(replace(june, quarter=1)) == "Counted as things stood on 30 June 2018, while the quarter goes on."
    assert beneath(replace(june, as_at="2019-04-01")) == "Counted as things stood on 1 April 2019."


def test_json_is_what_the_contract_says(here: Flask, report: Report) -> None:
    made = json.loads(FORMATS["json"][0](report))
    assert list(made) == ["authority", "year", "as_at", "edition", "tables"]
    method = next(table for table in made["tables"] if table["id"] == "received-by-method")
    assert list(method) == ["id", "title", "unit", "population", "date_basis", "columns", "rows", "total", "notes"]
    assert method["rows"][0] == {"code": "email", "label": "Email", "values": [94], "percent": [49.5], "level": 0}
    assert method["total"] == [190]


def test_a_workbook_has_a_sheet_a_table_and_real_numbers(here: Flask, report: Report) -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"][0](report)))
    assert len(book.sheetnames) == len(report.tables) + 1
    method = book[f"Table {[table.id for table in report.tables].index('received-by-method') + 1}"]
    cells = {row[0].value: [cell.value for cell in row[1:3]] for row in method.iter_rows()}
    assert cells["Email"] == [94, 49.5]
    assert cells["Total"] == [190, None]
    last = book[book.sheetnames[-1]]
    assert {cell.data_type for row in last.iter_rows() for cell in row} <= {"s", "n"}, "never a formula"
    assert [cell.hyperlink for row in last.iter_rows() for cell in row if cell.hyperlink] == []
    assert [last.cell(row, 2).value for row in range(last.max_row - 3, last.max_row + 1)] == [1234, "[c]", "[x]", 1370]


def test_an_open_document_has_the_same(here: Flask, report: Report) -> None:
    made = FORMATS["ods"][0](report)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    sheets = open_ods(io.BytesIO(made)).spreadsheet.getElementsByType(OdsTable)
    assert len(sheets) == len(report.tables) + 1
    rows = [_cells(row) for row in sheets[-1].getElementsByType(TableRow)][-4:]
    assert rows == [["=1+1", 1234.0, 90.1], ["@West", "[c]", "[c]"], ["X", "[x]", ""], ["Total", 1370.0, ""]]


def test_figures_in_spreadsheets_look_as_on_paper_and_the_contents_lead_to_the_sheets(
    here: Flask, report: Report
) -> None:
    money = replace(SHAKY, rows=(Row("a", "A", (158.5,), (12.0,)), Row("b", "B", (19074,), (8.5,))), total=None)
    made = replace(report, tables=(money,))
    book = load_workbook(io.BytesIO(FORMATS["xlsx"][0](made)))
    last = book["Table 1"]
    forms = [[cell.number_format for cell in row[1:3]] for row in last.iter_rows(min_row=last.max_row - 1)]
    assert forms == [["#,##0.00", "0.0"], ["#,##0", "0.0"]]
    links = [cell.hyperlink.location for row in book["Contents"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Table 1'!A1"]
    with zipfile.ZipFile(io.BytesIO(FORMATS["ods"][0](made))) as packed:
        content = BeautifulSoup(packed.read("content.xml"), "xml")
    sheet = content.find_all("table:table")[-1]
    cells = [cell["table:style-name"] for cell in sheet.find_all("table:table-cell", {"office:value-type": "float"})]
    assert cells == ["broken", "share", "whole", "share"]
    assert [column["table:style-name"] for column in sheet.find_all("table:table-column")] == ["labels", "figures"]
    widths = [one["style:column-width"] for one in content.find_all("style:table-column-properties")]
    assert widths == ["9cm", "2.9cm"]
    assert [link["xlink:href"] for link in content.find_all("text:a")] == ["#Table 1.A1"]


def _cells(row: object) -> list[object]:
    found: list[object] = []
    for cell in row.getElementsByType(TableCell):  # type: ignore[attr-defined]
        value = cell.getAttribute("value")
        found.append(float(value) if value is not None else "".join(str(p) for p in cell.getElementsByType(P)))
    return found


def rows(path: Path) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_csv_is_a_file_a_table_that_csvw_can_read(here: Flask, report: Report, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"][0](report))) as packed:
        packed.extractall(tmp_path)
    assert len(list(tmp_path.glob("*.csv"))) == len(report.tables)
    read = rows(tmp_path / "received-by-method.csv")
    assert read[:2] == [["code", "label", "level", "2018-19", "2018-19_percent"], ["email", "Email", "0", "94", "49.5"]]
    shaky = rows(tmp_path / "by-team.csv")
    assert [row[1] for row in shaky[1:3]] == ["'=1+1", "'@West"]
    assert rows(tmp_path / "compensation.csv")[0] == ["code", "label", "level", "amount"], "no column of nothing"
    for described in ("received-by-method", "duration", "concerns-by-category"):
        assert CSVW(str(tmp_path / f"{described}.csv-metadata.json"), validate=True).is_valid


def test_the_page_has_tables_with_heads_and_charts_in_words(here: Flask, report: Report) -> None:
    page = BeautifulSoup(FORMATS["html"][0](report), "html.parser")
    tables = page.find_all("table")
    assert len(tables) == len(report.tables)
    assert all(table.find("thead").find("th", scope="col") and table.find("th", scope="row") for table in tables)
    charts = page.find_all("svg")
    assert charts and all(chart.find("title").text and ":" in chart.find("desc").text for chart in charts)
    assert "not for publication" in page.text
    assert "accepted <complaints> & more" in page.text
    assert not page.find_all(["script", "link", "img"])


def test_the_pdf_is_tagged_has_a_title_and_its_tables(here: Flask, report: Report) -> None:
    with pikepdf.open(io.BytesIO(FORMATS["pdf"][0](report))) as made:
        assert made.Root.MarkInfo.Marked
        assert str(made.Root.Lang).startswith("en")
        assert made.open_metadata()["pdfuaid:part"] == "1"
        kinds = {str(tag) for tag in _kinds(made.Root.StructTreeRoot)}
    assert {"/Table", "/TR", "/TH", "/TD", "/H1"} <= kinds


def _kinds(node: pikepdf.Object) -> Iterator[object]:
    children = node.get("/K")
    if "/S" in node:
        yield node.S
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from _kinds(child)
