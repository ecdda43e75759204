"""An invented council whose rows sit on every edge: first and last days, missing stages, trees that changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.dataset.reading import Row
from portal.domain.taxonomy import Term, Terms
from portal.domain.years import ReportingYear
from tests.councils.inventing import Files, blank, council

COUNCIL = "cheshire-west-and-chester"
EDGES = ((4, 1), (3, 31), (6, 30), (7, 1), (9, 30), (10, 1), (12, 31), (1, 1), (12, 24), (4, 3))
_DAYS = ("received_on", "acknowledged_on", "closed_on", "withdrawn_on", "requested_on", "started_on", "due_on",
         "extended_to", "responded_on")  # fmt: skip


def restructured() -> Authority:
    """A council with trees, parts of which ended, began or moved to another branch during the years."""
    usual = load(COUNCIL)
    return replace(
        usual,
        teams=Terms(tuple(_changed(usual.teams.rows, "transition", "leaving_care"))),
        categories=Terms(tuple(_changed(usual.categories.rows, "fostering", "finance"))),
    )


def _changed(rows: tuple[Term, ...], begun: str, ended: str) -> Iterator[Term]:
    below = [row for row in rows if row.parent]
    moved, old, new = below[0], below[1], below[-1]
    elsewhere = next(row.code for row in rows if not row.parent and row.code not in (moved.parent, begun, ended))
    for row in rows:
        if row.code == begun:
            yield replace(row, valid_from=2018)
        elif row.code == ended or row.code == old.code:
            yield replace(row, valid_to=2017)
        elif row.code == new.code:
            yield replace(row, valid_from=2017)
        elif row.code == moved.code:
            yield replace(row, valid_to=2016)
            yield replace(row, valid_from=2017, parent=elsewhere)
        else:
            yield row
    yield Term(f"{ended}_part", "A part of what ended", valid_to=2017, parent=ended)
    yield Term(f"{below[2].code}_part", "A part of a part", parent=below[2].code)


def edged(seed: int, size: int, authority: Authority) -> Files:
    """All files of such a council."""
    luck, files = random.Random(seed), council(seed, size, authority.code)
    for row in files["representations"]:
        if luck.random() < 0.3:
            _move(luck, files, row)
        if luck.random() < 0.03:
            row |= {"kind": "service_request", "procedure": None}
        if luck.random() < 0.5:
            row["teams"] = tuple(luck.sample(authority.teams.codes(), luck.randrange(1, 4)))
    _belonging(luck, files, authority)
    changes: tuple[Callable[[random.Random, Row], None], ...] = (_refused, _undated, _started_later, _paused, _untold)
    for stage in files["stages"]:
        luck.choice(changes)(luck, stage) if luck.random() < 0.4 else None
    files["stages"] = [row for row in files["stages"] if luck.random() < 0.92]
    files["compliments"] = [row for row in files["compliments"] if luck.random() < 0.9]
    _numbered(luck, files)
    if luck.random() < 0.3:
        _without(files, luck.choice((2016, 2017, 2018)))
    return files


def _move(luck: random.Random, files: Files, row: Row) -> None:
    """To an edge of a year or a quarter, with everything that belongs to it."""
    month, day = luck.choice(EDGES)
    assert isinstance(row["received_on"], date)
    by = date(row["received_on"].year, month, day) - row["received_on"]
    for one in (row, *(stage for stage in files["stages"] if stage["reference"] == row["reference"])):
        for name in _DAYS:
            if isinstance(before := one.get(name), date):
                one[name] = before + by


def _belonging(luck: random.Random, files: Files, authority: Authority) -> None:
    """Concerns under every branch of every year, found one way at all stages or differently."""
    parents = {row.code: row.parent for row in authority.categories.rows}
    for row in files["concerns"]:
        code = luck.choice(tuple(parents))
        if parents[code] and not parents[parents[code]]:
            row |= {"category": parents[code], "subcategory": code}
        else:
            row |= {"category": code, "subcategory": None}
        if luck.random() < 0.4:
            found = luck.choice(("upheld", "not_upheld", "partly_upheld", "open", "resolved", "no_finding"))
            row |= {f"outcome_{stage}": found for stage in luck.sample((1, 2, 3), 2)}
    complaints = [row for row in files["representations"] if row["kind"] == "complaint"]
    for row in luck.sample(complaints, len(complaints) // 5):
        row["outcome"] = luck.choice(("withdrawn", "upheld", "open", None))


def _refused(_luck: random.Random, stage: Row) -> None:
    if stage["stage"] != 1:
        stage["declined"] = True


def _undated(luck: random.Random, stage: Row) -> None:
    stage["started_on"] = None
    if luck.random() < 0.5:
        stage["requested_on"] = None


def _started_later(luck: random.Random, stage: Row) -> None:
    begun, answered = stage["requested_on"] or stage["started_on"], stage["responded_on"]
    if isinstance(begun, date):
        most = (answered - begun).days if isinstance(answered, date) else 20
        stage["started_on"] = begun + timedelta(luck.randrange(max(most, 0) + 1))


def _paused(luck: random.Random, stage: Row) -> None:
    stage["paused_days"] = luck.choice((1, 5, 90))


def _untold(luck: random.Random, stage: Row) -> None:
    """Answered and not said what was found, or found without an answer, or without a day it was due."""
    stage["outcome"] = None if stage["responded_on"] else luck.choice(("withdrawn", "adr", None))
    stage |= {"due_on": None, "extended_to": None}


def _numbered(luck: random.Random, files: Files) -> None:
    for name, column in (("payments", "paid_on"), ("expenditure", "incurred_on"), ("ombudsman", "received_on")):
        for row in files[name]:
            if isinstance(day := row[column], date) and luck.random() < 0.4:
                row[column] = date(day.year, *luck.choice(EDGES))
    for row in files["ombudsman"]:
        if isinstance(day := row["received_on"], date) and luck.random() < 0.6:
            row["decided_on"] = day + timedelta(luck.randrange(300))
    for year in (2015, 2016, 2017, 2018):
        for measure in ("children_dealt_with", "receipts_shown", "our_own"):
            if luck.random() < 0.6:
                files["activity"].append(
                    blank("activity", year=str(ReportingYear(year)), measure=measure, value=luck.randrange(900))
                )


def _without(files: Files, year: int) -> None:
    """Nothing received in one of the years, as if its cases had never been loaded."""
    gone = {
        row["reference"]
        for row in files["representations"]
        if isinstance(row["received_on"], date) and ReportingYear.of(row["received_on"]).starts == year
    }
    for name in ("representations", "stages", "concerns", "compliments", "resolutions", "children"):
        files[name] = [row for row in files[name] if row["reference"] not in gone]
