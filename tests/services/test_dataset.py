"""The dataset goes in whole or not at all, and comes out as it went in."""

from __future__ import annotations

import csv
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from portal.domain.dataset.columns import write
from portal.domain.dataset.files import FILES
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import report
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.dataset_tables import KEPT
from portal.records.facts import Kept
from portal.services.exporting import give_out
from portal.services.importing import Faulty, take_in
from portal.services.packages import CannotRead
from tests.councils.inventing import Files, council


def packed(folder: Path, files: Files, authority: str = "example") -> Path:
    """A package in a folder."""
    folder.mkdir(exist_ok=True)
    for file in FILES.values():
        with (folder / file.path).open("w", newline="", encoding="utf-8") as out:
            lines = csv.writer(out, lineterminator="\n")
            lines.writerow([column.name for column in file.columns])
            lines.writerows([write(column, row[column.name]) for column in file.columns] for row in files[file.name])
    (folder / "datapackage.json").write_text(json.dumps({"authority": authority}), encoding="utf-8")
    return folder


def kept_rows() -> dict[str, int]:
    """How many rows of each file there are."""
    return {name: db.session.query(table).count() for name, table in KEPT.items()}


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files, byte for byte."""
    files = {path.name: path.read_bytes() for path in one.iterdir()}
    return files == {path.name: path.read_bytes() for path in other.iterdir()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_goes_in_comes_out_and_goes_in_again_the_same(either_app: Flask, tmp_path: Path, seed: int) -> None:
    with either_app.app_context():
        take_in(packed(tmp_path / "in", council(seed)))
        before = kept_rows()
        give_out(tmp_path / "first", "example")
        take_in(tmp_path / "first")
        give_out(tmp_path / "second", "example")
        assert kept_rows() == before
    assert same(tmp_path / "first", tmp_path / "second")


def test_a_zip_holds_the_same_and_is_the_same_each_time(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        take_in(packed(tmp_path / "in", council(4)))
        for name in ("one.zip", "two.zip"):
            give_out(tmp_path / name, "example")
        give_out(tmp_path / "folder", "example")
        take_in(tmp_path / "one.zip")
        give_out(tmp_path / "again", "example")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert same(tmp_path / "folder", tmp_path / "again")


@pytest.mark.parametrize("seed", [5, 6, 7, 8])
def test_the_database_counts_what_a_list_counts(either_app: Flask, tmp_path: Path, seed: int) -> None:
    files, today = council(seed), date(2026, 1, 1)
    with either_app.app_context():
        take_in(packed(tmp_path / "in", files))
        authority = either_app.extensions["portal.authority"]
        for year, quarter in ((2017, None), (2018, None), (2018, 3)):
            asked = (ReportingYear(year), today)
            there = report(authority, Kept(), *asked, quarter=quarter)
            recounted = report(authority, listed(files, today), *asked, quarter=quarter)
            for one, other in zip(there.tables, recounted.tables, strict=True):
                assert one == other, one.id
            assert there.table("received-by-kind").total != (0, 0)


def test_a_faulty_package_imports_nothing_and_lists_every_fault(app: Flask, tmp_path: Path) -> None:
    files = council(9)
    files["representations"][0]["method"] = "pigeon"
    files["stages"][0]["reference"] = "nobody"
    files["concerns"][0]["primary"] = False
    files["payments"].append(dict(files["payments"][0]))
    with app.app_context():
        with pytest.raises(Faulty) as refused:
            take_in(packed(tmp_path / "in", files))
        assert sum(kept_rows().values()) == 0
    told = {str(fault).split(":")[0] for fault in refused.value.faults}
    primary = next(fault for fault in told if fault.startswith("concerns.csv") and fault.endswith("primary"))
    assert told == {
        "representations.csv, line 2, method", "stages.csv, line 2, reference", primary,
        f"payments.csv, line {len(files['payments']) + 1}, number",
    }  # fmt: skip


def test_a_zip_bomb_and_strange_files_are_not_taken(app: Flask, tmp_path: Path) -> None:

    strange = packed(tmp_path / "in", council(10, size=5))
    (strange / "names.csv").write_text("name\nAsh Field\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as nothing:
        nothing.writestr("readme.txt", "Nothing here.")
    with app.app_context():
        with pytest.raises(CannotRead, match=r"names\.csv"):
            take_in(strange)
        with pytest.raises(CannotRead, match="none of the files"):
            take_in(tmp_path / "empty.zip")
        with pytest.raises(CannotRead, match="neither a folder nor a zip"):
            take_in(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("data/reps.csv", "data/reps.csv, which is not a file of a dataset"),
        ("stages.csv", "stages.csv, which is not in"),
    ],
)
def test_a_package_that_names_files_nobody_reads_is_not_taken_as_empty(
    app: Flask, tmp_path: Path, path: str, told: str
) -> None:
    folder = packed(tmp_path / "in", council(1))
    (folder / "stages.csv").unlink()
    description = {"authority": "example", "resources": [{"path": "representations.csv"}, {"path": path}]}
    (folder / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    with app.app_context(), pytest.raises(CannotRead, match=told):
        take_in(folder)
