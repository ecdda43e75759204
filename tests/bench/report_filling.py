"""Cases for the reports of many years: invented councils are imported by the portal, then copied inside the database.

What is counted of a row does not depend on its reference or number, so what is kept of a copy is what an import of the
copy would keep.
"""

from __future__ import annotations

import tempfile
from math import ceil
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Integer, Table, Text, cast, func, insert, literal, select

from portal.domain.dataset.files import FILES
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.dataset_tables import COUNTED, KEPT
from portal.services.importing import take_in
from portal.services.transactions import writing
from tests.bench.databases import Database
from tests.bench.filling import settle
from tests.councils.inventing import council
from tests.services.test_dataset import packed

LAST = ReportingYear(2025)
"""The last of the years: what happened in it can be counted in working days to the end."""
MODELS = 10_000
"""Cases of a year that are invented, each unlike all others; the rest are their copies."""
APART = 1_000_000
"""So far apart are the numbers of a row and its copy."""
AS_THEY_ARE = ("activity", "earlier_years")


def fill_reports(database: Database, cases: int, years: int, models: int = MODELS) -> int:
    """Store about so many cases in each of the years up to `LAST`; how many there are in all."""
    a_year = ceil(cases / years)
    copies = ceil(a_year / models)
    each = ceil(a_year / copies)
    with database.within():
        for back in reversed(range(years)):
            with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
                take_in(package(Path(folder, "in"), LAST.before(back), each))
        with writing():
            for k in range(1, copies):
                _copy(k, each * years)
        settle(database.engine)
    return each * years * copies


def package(folder: Path, year: ReportingYear, cases: int) -> Path:
    """A package with so many cases of one year; no two years have a reference or a number in common."""
    files = council(year.starts, cases, since=year.first_day, years=1)
    for name, rows in files.items():
        if name in AS_THEY_ARE:
            rows.clear()
        for row in rows if "number" in FILES[name].key and "reference" not in FILES[name].key else ():
            row["number"] = int(str(row["number"])) + (year.starts - 2000) * MODELS * 2
    files["activity"] = [{"year": str(year), "measure": "contacts", "value": 9 * cases}]
    return packed(folder, files)


def _copy(k: int, models: int) -> None:
    """Copy everything that was imported once more."""
    for name, kept in KEPT.items():
        if name in AS_THEY_ARE:
            continue
        numbered = "reference" not in FILES[name].key
        instead = {"owner": _owner(kept, k, numbered)}
        if "reference" in kept.c:
            instead["reference"] = kept.c.reference + f"-{k}"
        if numbered:
            instead["number"] = kept.c.number + k * APART
        _insert(kept, instead, k)
        if name in COUNTED:
            _insert(COUNTED[name], {"owner": _owner(COUNTED[name], k, numbered)}, k)


def _owner(table: Table, k: int, numbered: bool) -> ColumnElement[Any]:
    return cast(cast(table.c.owner, Integer) + k * APART, Text) if numbered else table.c.owner + f"-{k}"


_MOST: dict[str, int] = {}
"""How many rows of each table were imported, while it is filled."""


def _insert(table: Table, instead: dict[str, ColumnElement[Any]], k: int) -> None:
    if k == 1:
        _MOST[table.name] = db.session.scalar(select(func.max(table.c.id))) or 0
    columns = [column for column in table.columns if column.name != "id"]
    chosen = [instead.get(column.name, column) for column in columns]
    copied = select(*chosen).where(table.c.id <= literal(_MOST[table.name])).order_by(table.c.id)
    db.session.execute(insert(table).from_select([column.name for column in columns], copied))
