"""A report as an OpenDocument spreadsheet, written as the few files it consists of."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from portal.domain.tables.shape import Report, Table, Value
from portal.services.printing.wording import LEGEND, about, beneath, headers, heading, lines, marks, numbered, shown

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
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>\n'
)
_NUMBERS = {
    "whole": '<number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>',
    "broken": '<number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" '
    'number:grouping="true"/>',
    "share": '<number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/>',
}  # fmt: skip
_STYLES = "".join((
    '<style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>",
    *(f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
      f'style:column-width="{width}"/></style:style>' for name, width in (("labels", "9cm"), ("figures", "2.9cm"))),
    *(f'<number:number-style style:name="n-{name}">{how}</number:number-style><style:style style:name="{name}" '
      f'style:family="table-cell" style:data-style-name="n-{name}"/>' for name, how in _NUMBERS.items()),
))  # fmt: skip


def as_ods(report: Report) -> bytes:
    """The spreadsheet. Its type stands first and unpacked, so that every program knows it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE, zipfile.ZIP_STORED)
        for name, text in (("META-INF/manifest.xml", _MANIFEST), ("content.xml", "".join(_content(report)))):
            packed.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _content(report: Report) -> Iterator[str]:
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {spaces} office:version="1.3">'
    yield f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
    yield f'<table:table table:name="Contents">{_column("figures", 1)}{_column("labels", 1)}'
    for text in (heading(report), beneath(report), LEGEND):
        yield _row(_text(text))
    for number, table in numbered(report):
        yield _row(_link(number) + _text(table.title))
    yield "</table:table>"
    for number, table in numbered(report):
        yield from _sheet(report, number, table)
    yield "</office:spreadsheet></office:body></office:document-content>\n"


def _sheet(report: Report, number: int, table: Table) -> Iterator[str]:
    yield f"<table:table table:name={quoteattr(f'Table {number}')}>"
    yield _column("labels", 1) + _column("figures", len(headers(table)) - 1)
    yield _row(_text(f"Table {number}: {table.title}", bold=True))
    for text in filter(None, (about(table), *table.notes, beneath(report), marks(table))):
        yield _row(_text(text))
    yield _row("".join(_text(head, bold=True) for head in headers(table)))
    for label, level, cells in lines(table):
        shares = len(cells) > len(table.columns)
        figures = (_cell(value, is_share=shares and at % 2 == 1) for at, value in enumerate(cells))
        yield _row(_text(label, bold=level < 0) + "".join(figures))
    yield "</table:table>"


def _column(style: str, times: int) -> str:
    return f'<table:table-column table:style-name="{style}" table:number-columns-repeated="{times}"/>'


def _link(number: int) -> str:
    link = f'<text:a xlink:type="simple" xlink:href="#Table {number}.A1">Table {number}</text:a>'
    return f'<table:table-cell office:value-type="string"><text:p>{link}</text:p></table:table-cell>'


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _text(text: str, bold: bool = False) -> str:
    style = ' table:style-name="bold"' if bold else ""
    return f'<table:table-cell{style} office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'


def _cell(value: Value, is_share: bool) -> str:
    if isinstance(value, int | float):
        style = "whole" if isinstance(value, int) else "share" if is_share else "broken"
        number = f'table:style-name="{style}" office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}><text:p>{shown(value)}</text:p></table:table-cell>"
    return "<table:table-cell/>" if value is None and is_share else _text(shown(value))
