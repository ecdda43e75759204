"""What stands on paper: charts that help, tables that fit, and that the internal edition is not to be published."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from flask import Flask

from portal.domain.tables.shape import Column, Row, Table, Value
from portal.services.printing import FORMATS
from portal.services.printing.charts import chart, charted
from portal.services.printing.laying_out import LYING, UPRIGHT, laid_out
from portal.services.printing.wording import headers, marks, percentage
from tests.councils.test_coventry_2018_19 import coventry


def table(*columns: tuple[Value, ...], names: tuple[str, ...] = (), percent: bool = False) -> Table:
    """A table with these columns of figures."""
    heads = tuple(Column(name, name.capitalize()) for name in names or [f"c{n}" for n in range(len(columns))])
    shares = (50.5,) * len(columns) if percent else ()
    rows = tuple(Row(f"r{at}", f"Row {at}", values, shares) for at, values in enumerate(zip(*columns, strict=True)))
    return Table("by-team", "By team", "complaints", "all", "received", heads, rows)


@pytest.mark.parametrize("figures", [(5,), (0, 0, 0), (7, 0, 0), ("c", "c", 4), (None, None)])
def test_no_bars_are_drawn_where_nothing_can_be_compared(figures: tuple[Value, ...]) -> None:
    assert charted(table(figures)) is None and chart(table(figures), 1) == ""


def test_a_long_chart_leaves_out_rows_of_nothing_and_says_so_a_short_one_does_not() -> None:
    short, long = charted(table((3, 0, 2))), charted(table((3, *(0,) * 12, 2)))
    assert short and [bar.words for bar in short.bars] == ["3", "0", "2"]
    assert long and long.said == "Row 0: 3; Row 13: 2. Rows of 0 are left out."


def test_what_is_kept_back_has_no_bar_and_no_length() -> None:
    made = charted(table((4, "c", 2)))
    assert made and [bar.share for bar in made.bars] == [1.0, None, 0.5]
    drawn = chart(table((4, "c", 2)), 1)
    assert drawn.count("<rect") == 2 and "Row 1: [c]" in drawn


def test_means_are_drawn_rather_than_how_many_and_several_columns_say_which_is() -> None:
    made = charted(table((134, 7), (12.7, 45.14), names=("answers", "mean_working_days")))
    assert made and [bar.words for bar in made.bars] == ["12.70", "45.14"] and made.column == "Mean_working_days"
    assert "<figcaption>Mean_working_days</figcaption>" in chart(
        table((1, 2), (3, 4), names=("mean_working_days", "x")), 1
    )
    alone = charted(table((1, 2)))
    assert alone and alone.column == ""


@pytest.mark.parametrize(
    ("columns", "percent", "widths", "turned"),
    [
        (2, True, [4], False),
        (4, True, [4], False),
        (5, False, [5], False),
        (7, False, [7], True),
        (9, True, [5, 4], False),
        (16, True, [6, 6, 4], True),
    ],
)
def test_percentages_are_folded_in_then_the_page_is_turned_then_the_table_parted(
    columns: int, percent: bool, widths: list[int], turned: bool
) -> None:
    parts = laid_out(table(*[(1, 2)] * columns, percent=percent))
    assert [len(part.heads) - 1 for part in parts] == widths
    assert {part.turned for part in parts} == {turned}
    assert all(len(line.cells) == len(part.heads) - 1 for part in parts for line in part.lines)
    folded = percent and 2 * columns > UPRIGHT
    assert parts[0].lines[0].cells[0] == ("1 (50.5%)" if folded else "1")
    assert max(widths) <= (LYING if turned else UPRIGHT)


def test_a_mark_is_explained_under_the_tables_in_which_it_stands_and_no_others() -> None:
    assert marks(table((1, 2))) == ""
    assert marks(table((1, "c"))).startswith("[c] kept back") and "[x]" not in marks(table((1, "c")))
    assert marks(table((1, None))).startswith("[x] not collected")
    shared = replace(table((1, 2)), rows=(Row("a", "A", (1,), (None,)), Row("b", "B", (2,), ("c",))))
    assert marks(shared).startswith("[c]") and "[x]" not in marks(shared), "a percentage there is not has no mark"
    explained = replace(table((1, "c")), notes=("[c] stands for small figures.",))
    assert marks(explained) == "", "one explanation is enough"


def test_percentages_have_one_decimal_unless_they_were_rounded_to_be_published() -> None:
    assert [percentage(value) for value in (16.2, 12.0, 10, "c", None)] == ["16.2%", "12.0%", "10%", "[c]", ""]


def test_the_rows_of_activity_are_headed_as_what_they_are() -> None:
    assert headers(replace(table((1, 2)), unit="as each row says"))[0] == "Measure"
    assert headers(replace(table((1, 2)), unit="complaints"))[0] == "Complaints"


def test_nothing_to_average_is_not_called_not_collected() -> None:
    lengths = replace(table((0, 12.5)), id="duration", rows=(Row("1", "Stage 1", (0, None)),), total=None)
    assert marks(lengths) == "[x] nothing to average."
    assert marks(replace(lengths, rows=(Row("1", "Stage 1", (None, None)),))) == "[x] not collected."


def said_in(form: str, content: bytes) -> str:
    """Everything that can be read in a file."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(name).decode(errors="ignore") for name in packed.namelist())
    if form == "pdf":
        with pikepdf.open(io.BytesIO(content)) as made:
            return str(made.open_metadata())
    return content.decode()


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_of_the_internal_edition_says_so_and_none_of_the_public_one(app: Flask, form: str) -> None:
    made = coventry().report(["received-by-method", "outcomes"])
    with app.test_request_context():
        texts = {
            which: said_in(form, FORMATS[form][0](replace(made, edition=which))) for which in ("internal", "public")
        }
    words = '"edition": "internal"' if form == "json" else "ot for publication"
    assert words in texts["internal"] and words not in texts["public"]


def test_charts_in_the_pdf_are_figures_with_words(app: Flask) -> None:
    made = coventry().report(["received-by-method", "outcomes"])
    with app.test_request_context(), pikepdf.open(io.BytesIO(FORMATS["pdf"][0](made))) as paper:
        figures = [one for one in paper.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(figures) == 2
        assert any("Email: 94" in str(one.Alt) for one in figures)


def pages_of(part: pikepdf.Object) -> set[tuple[int, int]]:
    """The pages on which a part of the PDF's tree stands."""
    if not isinstance(part, pikepdf.Dictionary):
        return {one for below in part for one in pages_of(below)} if isinstance(part, pikepdf.Array) else set()
    mine = {part.Pg.objgen} if "/Pg" in part else set()
    return mine | (pages_of(part.K) if "/K" in part else set())


def of_kind(part: pikepdf.Object, *kinds: str) -> Iterator[pikepdf.Object]:
    """The parts of these kinds in the order in which they are read."""
    if isinstance(part, pikepdf.Array):
        for below in part:
            yield from of_kind(below, *kinds)
    elif isinstance(part, pikepdf.Dictionary) and part.get("/S") in kinds:
        yield part
    elif isinstance(part, pikepdf.Dictionary) and "/K" in part:
        yield from of_kind(part.K, *kinds)


def test_a_chart_stands_on_the_page_of_its_table(app: Flask) -> None:
    lengths = (4, 9, 12, 7, 12, 5, 11, 12, 3, 12, 8)
    tables = tuple(replace(table((*range(1, one + 1),)), id=f"t{at}") for at, one in enumerate(lengths))
    made = replace(coventry().report(["outcomes"]), tables=tables, chapters=())
    with app.test_request_context(), pikepdf.open(io.BytesIO(FORMATS["pdf"][0](made))) as paper:
        found = [*of_kind(paper.Root.StructTreeRoot.K, "/Table", "/Figure")]
        assert [one.S for one in found] == ["/Table", "/Figure"] * len(lengths)
        assert len(paper.pages) > 3
        for grid, bars in zip(found[::2], found[1::2], strict=True):
            assert len(pages_of(grid)) == 1 and pages_of(bars) == pages_of(grid)
