"""A report as an Excel workbook: a list of the tables, then a sheet for each, with numbers that are numbers."""

import io

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from portal.domain.tables.shape import Report, Table, Value
from portal.services.printing.wording import (
    LEGEND,
    NOT_FOR_PUBLICATION,
    about,
    beneath,
    headers,
    heading,
    lines,
    marks,
    numbered,
    shown,
)

_WIDE, _NARROW = 46, 14
_A4 = 9  # as xlsxwriter numbers papers
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class _Styles:
    """How cells look: figures as in the other formats, 1,234 and 12.70 and a percentage with one decimal."""

    def __init__(self, book: Workbook) -> None:
        self.bold = book.add_format({"bold": True})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.whole = book.add_format({"num_format": "#,##0"})
        self.broken = book.add_format({"num_format": "#,##0.00"})
        self.share = book.add_format({"num_format": "0.0"})


def as_xlsx(report: Report) -> bytes:
    """The workbook. No text in it can become a formula or a link; the contents lead to the sheets."""
    out = io.BytesIO()
    with Workbook(out, _PLAIN) as book:
        styles = _Styles(book)
        book.set_properties({"title": heading(report), "comments": beneath(report)})
        contents = book.add_worksheet("Contents")
        contents.set_column(0, 0, _NARROW)
        contents.set_column(1, 1, 2 * _WIDE)
        contents.write_string(0, 0, heading(report), styles.title)
        contents.write_string(1, 0, beneath(report))
        contents.write_string(2, 0, LEGEND)
        for number, table in numbered(report):
            contents.write_url(number + 3, 0, f"internal:'Table {number}'!A1", string=f"Table {number}")
            contents.write_string(number + 3, 1, table.title)
            _sheet(book.add_worksheet(f"Table {number}"), report, number, table, styles)
    return out.getvalue()


def _sheet(sheet: Worksheet, report: Report, number: int, table: Table, styles: _Styles) -> None:
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, 40, _NARROW)
    sheet.write_string(0, 0, f"Table {number}: {table.title}", styles.title)
    above = [one for one in (about(table), *table.notes, beneath(report), marks(table)) if one]
    for at, text in enumerate(above, 1):
        sheet.write_string(at, 0, text)
    top = len(above) + 2
    for at, head in enumerate(headers(table)):
        sheet.write_string(top, at, head, styles.bold)
    for down, (label, level, cells) in enumerate(lines(table), top + 1):
        sheet.write_string(down, 0, label, None if level >= 0 else styles.bold)
        for across, value in enumerate(cells, 1):
            _cell(sheet, down, across, value, styles, is_share=len(cells) > len(table.columns) and across % 2 == 0)
    sheet.freeze_panes(top + 1, 1)
    _printable(sheet, report, top)


def _printable(sheet: Worksheet, report: Report, top: int) -> None:
    """On A4, as wide as the page, with its head repeated, and on every page whether it may leave the council."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_footer("&C&P / &N")
    if report.edition != "public":
        sheet.set_header(f"&C{NOT_FOR_PUBLICATION}")


def _cell(sheet: Worksheet, row: int, column: int, value: Value, styles: _Styles, *, is_share: bool) -> None:
    if isinstance(value, int | float):
        form = styles.whole if isinstance(value, int) else styles.share if is_share else styles.broken
        sheet.write_number(row, column, value, form)
    elif value is not None or not is_share:
        sheet.write_string(row, column, shown(value))
