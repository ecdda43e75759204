"""A report as a tagged PDF, set by typst: headings, tables with their heads, and the watermark where it is needed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flask import current_app

from portal.domain.authority import Authority
from portal.domain.tables.shape import Report, Table, Value
from portal.services.printing.wording import (
    LEGEND,
    NOT_FOR_PUBLICATION,
    about,
    beneath,
    chapters,
    has_percent,
    headers,
    heading,
    lines,
    percentage,
    shown,
)
from portal.services.typesetting import set_pdf

TEMPLATE = Path(__file__).parent / "report.typ"


def as_pdf(report: Report) -> bytes:
    """The report as PDF/UA. Raises `NoFont`."""
    council: Authority = current_app.extensions["portal.authority"]
    data = {
        "title": heading(report),
        "council": council.name if council.code == report.authority else report.authority,
        "beneath": beneath(report),
        "legend": LEGEND,
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
    return {
        "number": number, "title": table.title, "about": about(table), "notes": list(table.notes),
        "heads": headers(table),
        "rows": [
            {"label": label, "level": level, "cells": _cells(cells, has_percent(table))}
            for label, level, cells in lines(table)
        ],
    }  # fmt: skip


def _cells(cells: Sequence[Value], paired: bool) -> list[str]:
    return [percentage(cell) if paired and at % 2 else shown(cell) for at, cell in enumerate(cells)]
