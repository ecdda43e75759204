"""A report as a tagged PDF, set by typst: headings, tables with their heads, charts, and the watermark if needed."""

import json
from pathlib import Path
from typing import Any

from portal.domain.tables.shape import Report, Table
from portal.services.printing.charts import charted
from portal.services.printing.laying_out import Laid, laid_out
from portal.services.printing.whose import council_of
from portal.services.printing.wording import (
    ACROSS,
    NOT_FOR_PUBLICATION,
    about,
    beneath,
    chapters,
    heading,
    marks,
)
from portal.services.typesetting import set_pdf

TEMPLATE = Path(__file__).parent / "report.typ"


def as_pdf(report: Report) -> bytes:
    """The report as PDF/UA. Raises `NoFont`."""
    data = {
        "title": heading(report),
        "council": council_of(report),
        "beneath": beneath(report),
        "across": ACROSS,
        "watermark": "" if report.edition == "public" else NOT_FOR_PUBLICATION,
        "chapters": [
            {
                "title": chapter.title, "sentences": " ".join(chapter.sentences),
                "paragraphs": [*chapter.paragraphs], "quotes": [*chapter.quotes],
                "tables": [_set(number, table) for number, table in tables],
            }
            for chapter, tables in chapters(report)
        ],
    }  # fmt: skip
    return set_pdf(TEMPLATE, "report", json.dumps(data))


def _set(number: int, table: Table) -> dict[str, Any]:
    parts = laid_out(table)
    return {
        "number": number, "title": table.title, "about": about(table),
        "notes": [*table.notes, *filter(None, (marks(table),))],
        "turned": parts[0].turned, "parts": [_part(laid) for laid in parts], "chart": _drawn(table),
    }  # fmt: skip


def _part(laid: Laid) -> dict[str, Any]:
    rows = [{"label": line.label, "level": line.level, "cells": line.cells} for line in laid.lines]
    return {"heads": laid.heads, "narrow": laid.narrow, "column": laid.column, "rows": rows}


def _drawn(table: Table) -> dict[str, Any] | None:
    made = charted(table)
    if made is None:
        return None
    bars = [{"label": bar.label, "share": bar.share, "words": bar.words} for bar in made.bars]
    return {"alt": f"{made.title}. {made.said}", "bars": bars, "column": made.column}
