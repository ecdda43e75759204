"""A report as CSV: a file a table, each with its metadata as CSV on the Web wants it, together in a zip."""

import csv
import io
import json
import zipfile
from typing import Any

from portal.domain.dataset.columns import plain
from portal.domain.tables.shape import CONFIDENTIAL, Report, Table, Value
from portal.services.printing.whose import council_of
from portal.services.printing.wording import about, beneath, figures, heading, paired_columns

_EMPTY = "c: kept back, because it would say something about somebody. Empty: not collected, or nothing to average."


def as_csv(report: Report) -> bytes:
    """A zip with `ID.csv` and `ID.csv-metadata.json` for each table, and what they are in a few words."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        first = "\r\n".join((heading(report), council_of(report), beneath(report), _EMPTY, ""))
        packed.writestr(zipfile.ZipInfo("READ-ME-FIRST.txt"), first, zipfile.ZIP_DEFLATED)
        for table in report.tables:
            for name, text in (
                (f"{table.id}.csv", table_csv(table)),
                (f"{table.id}.csv-metadata.json", json.dumps(_metadata(report, table), indent=1) + "\n"),
            ):
                packed.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def table_csv(table: Table) -> str:
    """One table: a row's code, label and level, then its figures, each before its percentage if there are any."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow([name for name, _type, _title in _columns(table)])
    for row in table.rows:
        cells = map(_cell, figures(table, row.values, row.percent))
        lines.writerow([plain(row.code), plain(row.label), row.level, *cells])
    if table.total is not None:
        lines.writerow(["total", "Total", "", *map(_cell, figures(table, table.total))])
    return out.getvalue()


def _cell(value: Value) -> str:
    return "" if value is None else str(value)


def _columns(table: Table) -> list[tuple[str, str, str]]:
    found = [("code", "string", "Code"), ("label", "string", "Label"), ("level", "integer", "Level")]
    for column, paired in zip(table.columns, paired_columns(table), strict=True):
        found.append((column.code, "number", column.label))
        if paired:
            found.append((f"{column.code}_percent", "number", f"{column.label}, %"))
    return found


def _metadata(report: Report, table: Table) -> dict[str, Any]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{table.id}.csv",
        "dc:title": table.title,
        "dc:description": f"{heading(report)}. {about(table)} {' '.join(table.notes)}".strip(),
        "dc:publisher": council_of(report),
        "dc:date": report.as_at,
        "dc:rights": beneath(report),
        "tableSchema": {
            "primaryKey": "code",
            "columns": [
                {
                    "name": name.replace("-", "_"), "titles": [name, title],
                    "datatype": "string" if kind == "number" and _has_letters(table) else kind,
                    "null": ["", CONFIDENTIAL] if kind == "number" else [""],
                }
                for name, kind, title in _columns(table)
            ],
        },
    }  # fmt: skip


def _has_letters(table: Table) -> bool:
    return any(isinstance(value, str) and value != CONFIDENTIAL for row in table.rows for value in row.values)
