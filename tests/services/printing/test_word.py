"""The written report as a Word document: its headings and captions in order, every figure, and nothing beside them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document as opened_document
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from flask import Flask

from portal.domain.narrative import written
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import USUAL
from portal.domain.tables.report import report as counted
from portal.domain.tables.shape import Column, Report, Row, Table
from portal.services.printing import FORMATS
from portal.services.printing.wording import percentage, shown
from tests.councils.building import LATER
from tests.councils.test_coventry_2018_19 import coventry
from tests.services.printing.test_formats import SHAKY

WORDS = {"welcome": "Thank you <all>.\n\nWe listen & act.", "learning": "نحن نتعلم"}

WIDE = Table(
    "concerns-by-category", "Wide", "concerns", "all", "received",
    tuple(Column(f"c{n}", f"Long {n}") for n in range(12)),
    tuple(Row(f"r{n}", f"Row {n}", tuple(range(n, n + 12)), (50.5,) * 12) for n in range(3)), tuple(range(3, 37, 3)),
)  # fmt: skip
"""A table wider than any page."""


@pytest.fixture(scope="module")
def report() -> Report:
    """Every table there is, with words in two languages and one quote."""
    here = coventry()
    own = {wish.id for wish in here.authority.report}
    wishes = (*here.authority.report, *(wish for wish in USUAL if wish.id not in own))
    made = counted(here.authority, listed(here.files, LATER), here.year, LATER, wishes=wishes)
    replaced = {SHAKY.id: SHAKY, WIDE.id: WIDE}
    tables = tuple(replaced.get(table.id, table) for table in made.tables)
    return written(replace(made, tables=tables), WORDS, ["You heard me."])


@pytest.fixture
def here(app: Flask) -> Iterator[Flask]:
    with app.test_request_context():
        yield app


def opened(report: Report) -> Document:
    """The document as Word would read it."""
    return opened_document(io.BytesIO(FORMATS["docx"][0](report)))


def test_headings_and_captions_stand_in_order_and_the_words_between_them(here: Flask, report: Report) -> None:
    made = opened(report)
    names = [line.style.name for line in made.paragraphs if line.style is not None]
    deep = [3 if name == "Caption" else int(name[-1]) for name in names if name.startswith(("Heading", "Caption"))]
    assert deep[0] == 1 and deep.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(deep)), "no level is left out"
    said = [line.text for line in made.paragraphs]
    for words in ("Thank you <all>.", "We listen & act.", "You heard me."):
        assert words in said
    captions = [line.text for line in made.paragraphs if line.style is not None and line.style.name == "Caption"]
    assert [caption.split(":")[0] for caption in captions] == [f"Table {n}" for n in range(1, len(report.tables) + 1)]
    arabic = next(line for line in made.paragraphs if line.text == WORDS["learning"])
    assert arabic._p.find(".//" + qn("w:bidi")) is not None
    english = next(line for line in made.paragraphs if line.text == "We listen & act.")
    assert english._p.find(".//" + qn("w:bidi")) is None


def test_every_figure_of_the_report_stands_in_the_tables_of_its_caption(here: Flask, report: Report) -> None:
    found: dict[str, list[list[str]]] = {}
    for table in opened(report).tables:
        named = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert named is not None
        rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        title = str(named.get(qn("w:val"))).partition(": ")[2]
        found[title] = (
            [[*one, *more[1:]] for one, more in zip(found[title], rows, strict=True)] if title in found else rows
        )
    assert set(found) == {table.title for table in report.tables}
    for meant in report.tables:
        lines = [(row.label, row.values, row.percent or (None,) * len(row.values)) for row in meant.rows]
        lines += [("Total", meant.total, (None,) * len(meant.total))] if meant.total is not None else []
        for (label, values, shares), printed in zip(lines, found[meant.title], strict=True):
            told = zip(values, shares, strict=True)
            pairs = (f"{shown(value, meant.unit)} {percentage(share)}" for value, share in told)
            assert printed[0] == label
            assert re.split(r"[ ()]+", " ".join(printed[1:]).strip(" )")) == " ".join(pairs).split(), meant.id


def test_heads_are_repeated_and_what_is_wide_lies_on_its_side(here: Flask, report: Report) -> None:
    made = opened(report)
    for table in made.tables:
        assert table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None
        named = str(table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")))
        room = 261 if len(table.columns) > 6 or ", part " in named else 174
        wide = sum(column.width.mm for column in table.columns if column.width is not None)
        assert wide <= room + 1, "no column is cut off"
    assert {section.orientation for section in made.sections} == {WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE}


def test_it_says_what_it_is_in_which_language_and_its_charts_speak(here: Flask, report: Report) -> None:
    made = opened(report)
    about = made.core_properties
    assert (about.title, about.author, about.language) == (
        "Complaints and representations 2018-19", "Coventry City Council", "en-GB",
    )  # fmt: skip
    charts = list(made.element.iter(qn("wp:docPr")))
    assert len(charts) > 10
    assert any(chart.get("descr").endswith("Telephone: 4") for chart in charts)
    assert all(chart.get("title") and ":" in chart.get("descr") for chart in charts)


def test_nothing_is_smaller_than_eleven_points(here: Flask, report: Report) -> None:
    made = opened(report)
    used = {line.style.name for line in made.paragraphs if line.style is not None}
    sizes = [style.font.size.pt for style in made.styles if style.name in used and style.font.size is not None]
    assert min(sizes) == 11


@pytest.mark.parametrize("edition", ["internal", "public"])
def test_the_internal_edition_says_so_on_every_page_and_the_public_one_nowhere(
    here: Flask, report: Report, edition: str
) -> None:
    document = FORMATS["docx"][0](replace(report, edition=edition))
    heads = [section.header for section in opened_document(io.BytesIO(document)).sections]
    words = ["".join(line.text for line in head.paragraphs) for head in heads]
    assert ["not for publication" in one for one in words] == [edition == "internal"] * len(heads)
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        every = "".join(packed.read(name).decode(errors="ignore") for name in packed.namelist())
    assert ("Not for publication" in every) == (edition == "internal")


def test_what_is_kept_back_is_nowhere_in_the_file(here: Flask, report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"][0](report))) as packed:
        charts = {name: packed.read(name).decode() for name in packed.namelist() if "/charts/" in name}
    number = next(
        number for number, name in enumerate((table.title for table in _in_order(report)), 1) if name == SHAKY.title
    )
    assert f"word/charts/chart{number}.xml" not in charts, "one bar alone is no chart"
    for at, table in enumerate(_in_order(report), 1):
        drawn = charts.get(f"word/charts/chart{at}.xml", "")
        values = {float(value) for value in re.findall(r"<c:v>([\d.]+)</c:v>", drawn.partition("<c:val>")[2])}
        assert values <= {float(value) for row in table.rows for value in row.values if isinstance(value, int | float)}


def _in_order(report: Report) -> list[Table]:
    return [report.table(id_) for chapter in report.chapters for id_ in chapter.tables]
