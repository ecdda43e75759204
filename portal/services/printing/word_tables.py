"""Tables in a Word document: a caption that Word numbers, a head repeated on each page, rows that are not torn."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from portal.services.printing.laying_out import Laid, Line
from portal.services.printing.word_pages import number_field

_STANDING, _LYING, _NEXT_TO = 174, 261, 105
KEPT_WHOLE, _TAIL = 27, 3
_LINES = (
    f'<w:tblBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="0" w:color="A0AAB2"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="A0AAB2"/></w:tblBorders>'
)
_SHADE = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="E8F0F1"/>'


def add_caption(document: Document, number: int, title: str, level: int) -> None:
    """“Table 3: title”, which the navigation of Word lists under its chapter."""
    line = document.add_paragraph("Table ", style="Caption")
    number_field(line, r"SEQ Table \* ARABIC", str(number))
    line.add_run(f": {title}")
    line.paragraph_format.keep_with_next = True
    depth = OxmlElement("w:outlineLvl")
    depth.set(qn("w:val"), str(level - 1))
    line._p.get_or_add_pPr().append(depth)


def add_table(document: Document, laid: Laid, title: str, description: str, *, followed: bool) -> None:
    """The table; `title` and `description` are what it is called when read aloud, a note or chart stays on its page."""
    table = document.add_table(rows=1, cols=len(laid.heads))
    table.autofit = False
    for at, column in enumerate(table.columns):
        column.width = Mm(laid.column if at else _label(laid))
    table._tbl.tblPr.append(parse_xml(_LINES))
    _call(table, title, description)
    whole = len(laid.lines) <= KEPT_WHOLE
    _fill(table.rows[0], laid, Line(laid.heads[0], -1, laid.heads[1:]), together=True)
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(parse_xml(_SHADE))
    _say(table.rows[0], "w:tblHeader")
    for at, line in enumerate(laid.lines, 1):
        tail = at > len(laid.lines) - _TAIL  # so that a total never stands alone on the next page
        _fill(table.add_row(), laid, line, together=(whole or tail) and (followed or at < len(laid.lines)))


def _fill(row: _Row, laid: Laid, line: Line, *, together: bool) -> None:
    _say(row, "w:cantSplit")
    for at, (cell, words) in enumerate(zip(row.cells, (line.label, *line.cells), strict=True)):
        cell.width = Mm(laid.column if at else _label(laid))
        _write(cell, words, bold=line.level < 0, figure=at > 0, together=together)
    if line.level > 0:
        row.cells[0].paragraphs[0].paragraph_format.left_indent = Mm(6 * line.level)


def _write(cell: _Cell, words: str, *, bold: bool, figure: bool, together: bool) -> None:
    line = cell.paragraphs[0]
    line.add_run(words).bold = bold
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
    line.paragraph_format.keep_with_next = together
    if figure:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _label(laid: Laid) -> int:
    room = (_LYING if laid.turned else _STANDING) - laid.column * (len(laid.heads) - 1)
    return _NEXT_TO if laid.narrow else room


def _call(table: WordTable, title: str, description: str) -> None:
    for tag, words in (("w:tblCaption", title), ("w:tblDescription", description)):
        element: BaseOxmlElement = OxmlElement(tag)
        element.set(qn("w:val"), words)
        table._tbl.tblPr.append(element)


def _say(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))
