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
    are_shares,
    beneath,
    headers,
    heading,
    is_whole,
    lines,
    marks,
    numbered,
    shown,
)

_WIDE, _NARROW = 46, 14
_LINE = 15
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
        self.head = book.add_format({"bold": True, "text_wrap": True, "align": "right", "valign": "bottom"})
        self.mark = book.add_format({"align": "right"})
        self.below = book.add_format({"indent": 1})

    def of(self, value: Value, unit: str, is_share: bool) -> Format:
        """How a figure looks, or what stands for it."""
        if not isinstance(value, int | float):
            return self.mark
        return self.whole if is_whole(value, unit) else self.share if is_share else self.broken

    def label(self, level: int) -> Format | None:
        """How the label of a row looks: what is part of the row above it stands further in."""
        return self.bold if level < 0 else self.below if level else None


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
        _printable(contents, report)
        for number, table in numbered(report):
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
    heads = headers(table)
    sheet.set_row(top, _LINE * max(-(-len(head) // _NARROW) for head in heads[1:]))
    for at, head in enumerate(heads):
        sheet.write_string(top, at, head, styles.head if at else styles.bold)
    for down, (label, level, cells) in enumerate(lines(table), top + 1):
        sheet.write_string(down, 0, label, styles.label(level))
        for across, (value, is_share) in enumerate(zip(cells, are_shares(table), strict=True), 1):
            _cell(sheet, (down, across), value, styles.of(value, table.unit, is_share), is_share=is_share)
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)
    _printable(sheet, report)


def _printable(sheet: Worksheet, report: Report) -> None:
    """On A4, as wide as the page, and on every page whether it may leave the council."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    if report.edition != "public":
        sheet.set_header(f"&C{NOT_FOR_PUBLICATION}")


def _cell(sheet: Worksheet, at: tuple[int, int], value: Value, form: Format, *, is_share: bool) -> None:
    if isinstance(value, int | float):
        sheet.write_number(*at, value, form)
    elif value is not None or not is_share:
        sheet.write_string(*at, shown(value), form)
