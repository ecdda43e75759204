"""The pages of a Word document: language and letters, what stands at the head and foot of each, and the contents."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from docx import Document as new_document
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from portal.domain.tables.shape import Report
from portal.services.printing.whose import council_of
from portal.services.printing.wording import ACROSS, NOT_FOR_PUBLICATION, heading

A4 = (Mm(210), Mm(297))
LETTERS, SIZE = "Arial", Pt(11)
INK, QUIET, WARNING = RGBColor(0x17, 0x21, 0x2B), RGBColor(0x44, 0x52, 0x5E), RGBColor(0x8A, 0x1C, 0x1C)
LINK = RGBColor(0x1D, 0x5C, 0x63)
_SIZES = {"Heading 1": 22, "Heading 2": 16, "Heading 3": 13, "Caption": 12, "Subtitle": 14, "Quote": 11}
_WATERMARK = Path(__file__).parent / "watermark.xml"


def begun(report: Report) -> Document:
    """An empty document with everything that is said of it as a whole."""
    document = new_document()
    _describe(document, report)
    _letters(document)
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    if report.edition != "public":
        _watermark(section.header.paragraphs[0])
    _foot(section.footer.paragraphs[0], council_of(report))
    return document


def turn(document: Document, *, lying: bool) -> None:
    """Go on on a page that lies or stands, if the last one did not."""
    last = document.sections[-1]
    if (last.orientation == WD_ORIENT.LANDSCAPE) == lying:
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = A4[::-1] if lying else A4


def add_contents(document: Document, titles: Sequence[str]) -> None:
    """The chapters with links to them, inside a field that Word can bring up to date."""
    if not titles:
        return
    document.add_heading("Contents", 2)
    for number, title in enumerate(titles, 1):
        line = document.add_paragraph(style="List")
        if number == 1:
            _field(line, r'TOC \o "2-2" \h \n')
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"chapter{number}")
        run = line.add_run(title)
        run.underline, run.font.color.rgb = True, LINK
        link.append(run._r)
        line._p.append(link)
        if number == len(titles):
            line.add_run()._r.append(_mark("end"))


def directed(line: Paragraph, words: str, *, bookmark: str = "", number: int = 0) -> Paragraph:
    """Words somebody wrote, their lines kept, read from the side their first letter asks for."""
    first = next((way for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")), "L")
    run = line.add_run(words)
    if first != "L":
        line._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    if bookmark:
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (begin, end):
            one.set(qn("w:id"), str(number))
        begin.set(qn("w:name"), bookmark)
        run._r.addprevious(begin)
        run._r.addnext(end)
    return line


def number_field(line: Paragraph, code: str, shown: str) -> None:
    """A number that Word counts itself; `shown` stands there until it does."""
    _field(line, code)
    line.add_run(shown)
    line.add_run()._r.append(_mark("end"))


def _describe(document: Document, report: Report) -> None:
    counted = datetime.combine(datetime.fromisoformat(report.as_at), time())
    about = document.core_properties
    about.title, about.author, about.language = heading(report), council_of(report), "en-GB"
    about.comments = "" if report.edition == "public" else NOT_FOR_PUBLICATION
    about.created = about.modified = counted


def _letters(document: Document) -> None:
    usual = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    usual.set(qn("w:val"), "en-GB")
    document.styles.add_style("Beside", 1, builtin=False)
    for name in ("Normal", "Beside", "List", *_SIZES):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = LETTERS, Pt(_SIZES[name]) if name in _SIZES else SIZE
        style.font.color.rgb = QUIET if name == "Beside" else INK
        style.font.italic, style.font.bold = False, name.startswith("Heading") or name == "Caption"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            if key.endswith("Theme"):
                del fonts.attrib[key]
        for which in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(which), LETTERS)
    caption, beside = document.styles["Caption"], document.styles["Beside"]
    assert isinstance(caption, ParagraphStyle) and isinstance(beside, ParagraphStyle)
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(16), Pt(3)
    beside.paragraph_format.space_before, beside.paragraph_format.space_after = Pt(3), Pt(4)


def _watermark(line: Paragraph) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run(NOT_FOR_PUBLICATION)
    run.bold, run.font.color.rgb = True, WARNING
    line.add_run()._r.append(parse_xml(_WATERMARK.read_text("utf-8").replace("WORDS", ACROSS)))


def _foot(line: Paragraph, council: str) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(f"{council}, page ")
    number_field(line, "PAGE", "1")
    line.add_run(" of ")
    number_field(line, "NUMPAGES", "1")


def _field(line: Paragraph, code: str) -> None:
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {code} "
    for part in (_mark("begin"), words, _mark("separate")):
        line.add_run()._r.append(part)


def _mark(kind: str) -> BaseOxmlElement:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark
