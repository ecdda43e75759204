"""Reports as money, on paper and in spreadsheets: pence, heads that are not cut off, parts that stand further in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from bs4 import BeautifulSoup
from docx import Document as opened_document
from docx.oxml.ns import qn
from flask import Flask
from openpyxl import load_workbook

from portal.domain.tables.shape import Chapter, Column, Report, Row, Table
from portal.services.printing import FORMATS
from tests.councils.test_coventry_2018_19 import coventry
from tests.services.printing.test_paper import of_kind, pages_of

MONEY = Table(
    "compensation", "Paid", "pounds", "payments", "paid in the year", (Column("amount", "Amount"),),
    (Row("allowances", "Allowances", (50,)), Row("cost_of_passport", "Passport", (1058.5,), level=1)), (50,),
)  # fmt: skip
LENGTHS = Table(
    "duration", "How long", "stage responses", "answers", "received in the year",
    (Column("responses", "Answers"), Column("mean_working_days", "Mean, working days")),
    (Row("1", "Stage 1", (3, 4.5)), Row("2", "Stage 2", (2, 9.25))), notes=("A note.",),
)  # fmt: skip


@pytest.fixture
def here(app: Flask) -> Iterator[Flask]:
    with app.test_request_context():
        yield app


@pytest.fixture(scope="module")
def report() -> Report:
    return replace(coventry().report(["outcomes"]), tables=(MONEY, LENGTHS), chapters=())


def test_pounds_have_their_pence_in_every_format_that_is_read(here: Flask, report: Report) -> None:
    page = BeautifulSoup(FORMATS["html"][0](report), "html.parser")
    figures = ["50.00", "1,058.50", "50.00"]
    assert [cell.text for cell in page.find_all("table")[0].find_all("td")] == figures
    assert [cell.text for cell in page.find_all("table")[1].find_all("td")] == ["3", "4.50", "2", "9.25"]
    document = opened_document(io.BytesIO(FORMATS["docx"][0](report)))
    assert [row.cells[1].text for row in document.tables[0].rows[1:]] == figures
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"][0](report)))["Table 1"]
    forms = [row[1].number_format for row in sheet.iter_rows(min_row=sheet.max_row - 2)]
    assert forms == ["#,##0.00"] * 3
    with zipfile.ZipFile(io.BytesIO(FORMATS["ods"][0](report))) as packed:
        content = BeautifulSoup(packed.read("content.xml"), "xml")
    cells = content.find_all("table:table")[1].find_all("table:table-cell", {"office:value-type": "float"})
    assert [(cell["table:style-name"], cell.text) for cell in cells] == [("broken", words) for words in figures]


def test_only_a_column_with_percentages_has_a_column_of_them(here: Flask, report: Report) -> None:
    years = Table(
        "outcomes", "Found", "complaints", "all", "received in the year",
        (Column("2018-19", "2018-19"), Column("2017-18", "2017-18")),
        (Row("upheld", "Upheld", (3, 5), (75.0, None)), Row("open", "Open", (1, None), (25.0, None))), (4, None),
    )  # fmt: skip
    made = replace(report, tables=(years,))
    page = BeautifulSoup(FORMATS["html"][0](made), "html.parser")
    assert [cell.text for cell in page.find_all("thead")[0].find_all("th")][1:] == ["2018-19", "2018-19, %", "2017-18"]
    rows = [[cell.text for cell in row.find_all("td")] for row in page.find_all("tbody")[0].find_all("tr")]
    assert rows == [["3", "75.0%", "5"], ["1", "25.0%", "[x]"], ["4", "", "[x]"]]
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"][0](made)))["Table 1"]
    values = [[cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=sheet.max_row - 2)]
    assert values == [[3, 75, 5], [1, 25, "[x]"], [4, None, "[x]"]]
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"][0](made))) as packed:
        lines = packed.read("outcomes.csv").decode().split()
    assert lines == [
        "code,label,level,2018-19,2018-19_percent,2017-18", "upheld,Upheld,0,3,75.0,5", "open,Open,0,1,25.0,",
        "total,Total,,4,,",
    ]  # fmt: skip


def test_in_a_workbook_heads_are_whole_over_their_figures_and_parts_stand_further_in(
    here: Flask, report: Report
) -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"][0](report)))
    lengths, money = book["Table 2"], book["Table 1"]
    top = next(cell.row for row in lengths.iter_rows() for cell in row if cell.value == "Mean, working days")
    head = lengths.cell(top, 3).alignment
    assert (head.wrap_text, head.horizontal) == (True, "right")
    assert lengths.row_dimensions[top].height == 30, "two lines"
    assert money.cell(money.max_row - 1, 1).alignment.indent == 1
    assert all(sheet.page_setup.fitToHeight == 0 for sheet in book.worksheets)


def test_an_open_document_is_printed_as_wide_as_its_page_and_says_that_it_is_not_for_publication(
    here: Flask, report: Report
) -> None:
    for edition, words in (("internal", "Contains small numbers - not for publication"), ("public", "")):
        with zipfile.ZipFile(io.BytesIO(FORMATS["ods"][0](replace(report, edition=edition)))) as packed:
            pages = BeautifulSoup(packed.read("styles.xml"), "xml")
            content = BeautifulSoup(packed.read("content.xml"), "xml")
            assert "styles.xml" in packed.read("META-INF/manifest.xml").decode()
        assert pages.find("style:page-layout-properties")["style:scale-to-X"] == "1"
        assert pages.find("style:header").text == words
        sheets = content.find_all("table:table")
        assert {sheet["table:style-name"] for sheet in sheets} == {"sheet"}
        assert content.find("style:style", {"style:name": "sheet"})["style:master-page-name"] == "Default"
        labels = [row.find("table:table-cell") for row in sheets[1].find_all("table:table-row")]
        assert [cell.text for cell in labels if cell.get("table:style-name") == "below"] == ["Passport"]


def test_in_a_document_a_chart_stays_with_its_table(here: Flask, report: Report) -> None:
    document = opened_document(io.BytesIO(FORMATS["docx"][0](report)))
    body = [part for part in document.element.body if part.tag in (qn("w:p"), qn("w:tbl"))]
    chart = next(at for at, part in enumerate(body) if part.find(".//" + qn("w:drawing")) is not None)
    first = max(at for at in range(chart) if body[at].tag == qn("w:tbl"))
    lines = [line for part in body[first:chart] for line in part.iter(qn("w:p"))]
    assert len(lines) > 5 and all(line.find(".//" + qn("w:keepNext")) is not None for line in lines)


def test_a_heading_without_words_turns_with_its_table(here: Flask, report: Report) -> None:
    heads = tuple(Column(f"c{at}", f"Outcome {at}") for at in range(7))
    wide = Table("concerns-by-category", "Wide", "concerns", "all", "received", heads, (Row("a", "A", (1,) * 7),))
    chapters = (Chapter("one", "One", ("Said.",), tables=("duration",)), Chapter("two", "Two", tables=(wide.id,)))
    made = replace(report, tables=(LENGTHS, wide), chapters=chapters)
    with pikepdf.open(io.BytesIO(FORMATS["pdf"][0](made))) as paper:
        tree = paper.Root.StructTreeRoot.K
        assert pages_of([*of_kind(tree, "/H2")][-1]) == pages_of([*of_kind(tree, "/Table")][-1])
    body = opened_document(io.BytesIO(FORMATS["docx"][0](made))).element.body
    turned = [at for at, part in enumerate(body) if part.find(".//" + qn("w:sectPr")) is not None]
    heading = max(at for at, part in enumerate(body) if "".join(part.itertext()).startswith("Two"))
    assert turned == [heading - 1], "no new page between the heading and its table"
