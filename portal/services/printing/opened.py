"""A report as an OpenDocument spreadsheet, written as the few files it consists of."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

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

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>\n'
)
_NUMBERS = {
    "whole": '<number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>',
    "broken": '<number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" '
    'number:grouping="true"/>',
    "share": '<number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/>',
}  # fmt: skip
_BOLD = '<style:text-properties fo:font-weight="bold"/>'
_LOOKS = {
    "bold": _BOLD,
    "head": '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="bottom"/>'
    f'<style:paragraph-properties fo:text-align="end"/>{_BOLD}',
    "mark": '<style:paragraph-properties fo:text-align="end"/>',
    "below": '<style:table-cell-properties style:text-align-source="fix"/>'
    '<style:paragraph-properties fo:text-align="start" fo:margin-left="0.4cm"/>',
}  # fmt: skip
_STYLES = "".join((
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>',
    *(f'<style:style style:name="{name}" style:family="table-cell">{look}</style:style>'
      for name, look in _LOOKS.items()),
    *(f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
      f'style:column-width="{width}"/></style:style>' for name, width in (("labels", "9cm"), ("figures", "2.9cm"))),
    *(f'<number:number-style style:name="n-{name}">{how}</number:number-style><style:style style:name="{name}" '
      f'style:family="table-cell" style:data-style-name="n-{name}"/>' for name, how in _NUMBERS.items()),
))  # fmt: skip

_PAGE = (
    '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
    'style:print-orientation="portrait" fo:margin="1.8cm" style:scale-to-X="1" style:scale-to-Y="0"/>'
    '<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/>'
    '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" '
    'fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>'
)


def as_ods(report: Report) -> bytes:
    """The spreadsheet. Its type stands first and unpacked, so that every program knows it."""
    out = io.BytesIO()
    content, pages = "".join(_content(report)), _pages(report)
    parts = ("META-INF/manifest.xml", _MANIFEST), ("content.xml", content), ("styles.xml", pages)
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE, zipfile.ZIP_STORED)
        for name, text in parts:
            packed.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _pages(report: Report) -> str:
    """On A4, as wide as the page, and on every page whether it may leave the council."""
    above = "" if report.edition == "public" else f"<text:p>{NOT_FOR_PUBLICATION}</text:p>"
    return (
        f"{_begun('styles')}<office:automatic-styles>{_PAGE}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="page">'
        f"<style:header>{above or '<text:p/>'}</style:header>"
        "<style:footer><text:p><text:page-number/> / <text:page-count/></text:p></style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>\n"
    )


def _begun(what: str) -> str:
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-{what} {spaces} office:version="1.3">'


def _content(report: Report) -> Iterator[str]:
    yield _begun("content")
    yield f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
    yield f'<table:table table:name="Contents" table:style-name="sheet">{_column("figures", 1)}{_column("labels", 1)}'
    for text in (heading(report), beneath(report), LEGEND):
        yield _row(_text(text))
    for number, table in numbered(report):
        yield _row(_link(number) + _text(table.title))
    yield "</table:table>"
    for number, table in numbered(report):
        yield from _sheet(report, number, table)
    yield "</office:spreadsheet></office:body></office:document-content>\n"


def _sheet(report: Report, number: int, table: Table) -> Iterator[str]:
    yield f'<table:table table:name={quoteattr(f"Table {number}")} table:style-name="sheet">'
    yield _column("labels", 1) + _column("figures", len(headers(table)) - 1)
    yield _row(_text(f"Table {number}: {table.title}", "bold"))
    for text in filter(None, (about(table), *table.notes, beneath(report), marks(table))):
        yield _row(_text(text))
    corner, *heads = headers(table)
    yield _row(_text(corner, "bold") + "".join(_text(head, "head") for head in heads))
    for label, level, cells in lines(table):
        both = zip(cells, are_shares(table), strict=True)
        figures = (_cell(value, table.unit, is_share=is_share) for value, is_share in both)
        yield _row(_text(label, "bold" if level < 0 else "below" if level else "") + "".join(figures))
    yield "</table:table>"


def _column(style: str, times: int) -> str:
    return f'<table:table-column table:style-name="{style}" table:number-columns-repeated="{times}"/>'


def _link(number: int) -> str:
    link = f'<text:a xlink:type="simple" xlink:href="#Table {number}.A1">Table {number}</text:a>'
    return f'<table:table-cell office:value-type="string"><text:p>{link}</text:p></table:table-cell>'


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _text(text: str, look: str = "") -> str:
    style = f' table:style-name="{look}"' if look else ""
    return f'<table:table-cell{style} office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'


def _cell(value: Value, unit: str, is_share: bool) -> str:
    if isinstance(value, int | float):
        style = "whole" if is_whole(value, unit) else "share" if is_share else "broken"
        number = f'table:style-name="{style}" office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}><text:p>{shown(value, unit)}</text:p></table:table-cell>"
    return "<table:table-cell/>" if value is None and is_share else _text(shown(value), "mark")
