"""A report as an Excel workbook: a list of the tables, then a sheet for each, with numbers that are numbers."""

import io

from xlsxwriter import Workbook
from xlsxwriter.format import Format
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
    numbered,
    shown,
)

_WIDE, _NARROW = 46, 14
_A4 = 9  # as xlsxwriter numbers papers
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def as_xlsx(report: Report) -> bytes:
    """The workbook. No text in it can become a formula or a link."""
    out = io.BytesIO()
    with Workbook(out, _PLAIN) as book:
        bold = book.add_format({"bold": True})
        title = book.add_format({"bold": True, "font_size": 14})
        book.set_properties({"title": heading(report), "comments": beneath(report)})
        contents = book.add_worksheet("Contents")
        contents.set_column(0, 0, _NARROW)
        contents.set_column(1, 1, 2 * _WIDE)
        contents.write_string(0, 0, heading(report), title)
        contents.write_string(1, 0, beneath(report))
        contents.write_string(2, 0, LEGEND)
        for number, table in numbered(report):
            contents.write_string(number + 3, 0, f"Table {number}")
            contents.write_string(number + 3, 1, table.title)
            _sheet(book.add_worksheet(f"Table {number}"), report, number, table, title, bold)
    return out.getvalue()


def _sheet(sheet: Worksheet, report: Report, number: int, table: Table, title: Format, bold: Format) -> None:
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, 40, _NARROW)
    sheet.write_string(0, 0, f"Table {number}: {table.title}", title)
    above = (about(table), *table.notes, beneath(report), LEGEND)
    for at, text in enumerate(above, 1):
        sheet.write_string(at, 0, text)
    top = len(above) + 2
    for at, head in enumerate(headers(table)):
        sheet.write_string(top, at, head, bold)
    for down, (label, level, cells) in enumerate(lines(table), top + 1):
        sheet.write_string(down, 0, label, None if level >= 0 else bold)
        for across, value in enumerate(cells, 1):
            _cell(sheet, down, across, value, is_share=len(cells) > len(table.columns) and across % 2 == 0)
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


def _cell(sheet: Worksheet, row: int, column: int, value: Value, *, is_share: bool) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None or not is_share:
        sheet.write_string(row, column, shown(value))
