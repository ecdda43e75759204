"""A report as a file: the same tables as JSON, a page, a tagged PDF, Word, a spreadsheet, or CSV with its metadata."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from portal.domain.tables.shape import Report
from portal.services.printing.comma_separated import as_csv
from portal.services.printing.opened import as_ods
from portal.services.printing.paged import as_html
from portal.services.printing.plain import as_json
from portal.services.printing.set import as_pdf
from portal.services.printing.spreadsheet import as_xlsx


def _as_docx(report: Report) -> bytes:
    from portal.services.printing.word import as_docx  # it needs lxml, which a worker need not carry until it is wanted

    return as_docx(report)


FORMATS: Mapping[str, tuple[Callable[[Report], bytes], str, str]] = MappingProxyType(
    {
        "json": (as_json, "application/json", ".json"),
        "html": (as_html, "text/html; charset=utf-8", ".html"),
        "pdf": (as_pdf, "application/pdf", ".pdf"),
        "docx": (
            _as_docx,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx",
        ),
        "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        "ods": (as_ods, "application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        "csv": (as_csv, "application/zip", ".zip"),
    }
)
"""How each format is made, what the browser is told it is, and how its file ends."""
