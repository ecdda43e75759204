"""A report as a Word document: the written report a committee gets, with headings, captions, tables and charts."""

import io
from collections.abc import Sequence

from docx.document import Document

from portal.domain.tables.shape import Chapter, Report, Table
from portal.services.printing.charts import charted
from portal.services.printing.laying_out import laid_out
from portal.services.printing.whose import council_of
from portal.services.printing.word_charts import add_chart
from portal.services.printing.word_pages import add_contents, begun, directed, turn
from portal.services.printing.word_tables import KEPT_WHOLE, add_caption, add_table
from portal.services.printing.wording import about, beneath, chapters, heading, marks

TABLE_LEVEL = 3
"""How deep a table's caption stands in the outline, under the title and its chapter."""


def as_docx(report: Report) -> bytes:
    """The document. What is kept back in the tables stands nowhere in it, for it is made from the tables alone."""
    document = begun(report)
    document.add_heading(heading(report), 1)
    document.add_paragraph(council_of(report), style="Subtitle")
    document.add_paragraph(beneath(report))
    parts = chapters(report)
    add_contents(document, [chapter.title for chapter, _tables in parts if chapter.title])
    for number, (chapter, tables) in enumerate(parts, 1):
        _chapter(document, number, chapter, tables)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _chapter(document: Document, number: int, chapter: Chapter, tables: Sequence[tuple[int, Table]]) -> None:
    if tables and not (chapter.paragraphs or chapter.sentences or chapter.quotes):
        turn(document, lying=laid_out(tables[0][1])[0].turned)  # its heading stands on the page of the table
    if chapter.title:
        directed(document.add_heading("", 2), chapter.title, bookmark=f"chapter{number}", number=number)
    for words in chapter.paragraphs:
        directed(document.add_paragraph(), words)
    if chapter.sentences:
        document.add_paragraph(" ".join(chapter.sentences))
    for words in chapter.quotes:
        directed(document.add_paragraph(style="Quote"), words)
    for at, table in tables:
        _table(document, at, table, TABLE_LEVEL if chapter.title else TABLE_LEVEL - 1)


def _table(document: Document, number: int, table: Table, level: int) -> None:
    parts = laid_out(table)
    turn(document, lying=parts[0].turned)
    add_caption(document, number, table.title, level)
    said = document.add_paragraph(about(table), style="Beside")
    said.paragraph_format.keep_with_next = True
    drawn = charted(table)
    notes = [*table.notes, *filter(None, (marks(table),))]
    for at, laid in enumerate(parts, 1):
        part = f", part {at}" if len(parts) > 1 else ""
        followed = bool(notes) or drawn is not None
        add_table(document, laid, f"Table {number}{part}: {table.title}", about(table), followed=followed)
        if at < len(parts):
            document.add_paragraph(style="Beside")
    for note in notes:
        said = document.add_paragraph(note, style="Beside")
        said.paragraph_format.keep_with_next = drawn is not None and len(parts[-1].lines) <= KEPT_WHOLE
    if drawn:
        if drawn.column:
            said = document.add_paragraph(style="Beside")
            said.add_run(drawn.column).bold = True
            said.paragraph_format.keep_with_next = True
        add_chart(document, drawn, number)
