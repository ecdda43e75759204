"""`portal import`, `export` and `report` say how far they have come where a person looks, and nowhere else."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from portal.commands import datasets, portal, reporting
from tests.commands.conftest import Installation
from tests.councils.inventing import council
from tests.services.test_dataset import packed

for module in (datasets, reporting):
    module.add_to(portal)


@pytest.fixture
def filled(installation: Installation, tmp_path: Path) -> Installation:
    """An installation with a small invented council."""
    taken = installation.run("import", str(packed(tmp_path / "in", council(11))))
    assert taken.exit_code == 0 and taken.stderr == "", "a script is told nothing it did not ask for"
    return installation


def test_each_says_what_it_is_doing_when_asked_and_prints_the_same(filled: Installation, tmp_path: Path) -> None:
    told = filled.run("import", str(tmp_path / "in"), "--progress")
    assert [line for line in told.stderr.splitlines() if "stages" in line or line.startswith("Counting")] == [
        "Checking stages.csv…",
        "Keeping stages.csv…",
        "Counting representations…",
    ]
    assert told.stdout.startswith("Imported ")
    told = filled.run("export", str(tmp_path / "out"), "--progress")
    assert "Writing monitoring.csv…" in told.stderr.splitlines() and told.stdout.startswith("Exported to ")
    told = filled.run("report", "2017-18", "--edition", "public", "--progress")
    assert told.stderr.splitlines() == ["Counting 2017-18…", "Keeping small numbers back…", "Making the json…"]
    assert json.loads(told.stdout)["year"] == "2017-18"
    assert filled.run("report", "2017-18", "--edition", "public").stdout == told.stdout


def test_csv_under_another_name_is_said_to_be_a_zip(filled: Installation, tmp_path: Path) -> None:
    for name, more in (("a.csv", " It is a zip with a CSV file for each table."), ("a.zip", "")):
        told = filled.run("report", "2017-18", "--format", "csv", "--out", str(tmp_path / name))
        assert told.stdout == f"Written to {tmp_path / name}.{more}\n"


def test_one_row_is_not_called_one_rows(installation: Installation, tmp_path: Path) -> None:
    every = council(11)
    one = {name: every[name][:1] if name == "representations" else [] for name in every}
    told = installation.run("import", str(packed(tmp_path / "one", one)))
    assert told.stdout == "Imported 1 row with 1 representation.\n", told.stderr


def test_on_a_terminal_it_is_one_line_that_goes_away(filled: Installation, tmp_path: Path) -> None:
    """A real terminal on standard error, and a file on standard output."""
    ours, theirs = pty.openpty()
    asked = [sys.executable, "-c", "from portal.commands import main; main()", "report", "2017-18"]
    with (tmp_path / "out.json").open("wb") as out:
        done = subprocess.run(asked, stdout=out, stderr=theirs, check=False)
    os.close(theirs)
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 0, seen
    assert [part.strip() for part in seen.split("\r")][:3] == ["", "Counting 2017-18", "Making the json"]
    assert "\n" not in seen and seen.endswith(" \r")
    assert json.loads((tmp_path / "out.json").read_text())["authority"]


CANNOT = [
    (("2018",), "2018"),
    (("2018-20",), "2018-20"),
    (("2031-32",), "2031-32 had not begun on "),
    (("2017-18", "--as-at", "2031-01-01"), "2031-01-01 has not come yet"),
    (("2017-18", "--authority", "coventry"), "The cases here are those of “example”"),
    (("2017-18", "--authority", "nowhere"), "nowhere"),
    (("2017-18", "--format", "docx"), "say with --out where the docx goes."),
    (("2017-18", "--out", "/nowhere/x.json"), "cannot write /nowhere/x.json"),
]


def test_a_report_goes_into_a_file_and_what_cannot_be_made_is_one_clear_line(
    filled: Installation, tmp_path: Path
) -> None:
    told = filled.run("report", "2017-18", "--format", "docx", "--out", str(tmp_path / "report.docx"))
    assert told.stdout.startswith("Written to ")
    assert Document(io.BytesIO((tmp_path / "report.docx").read_bytes())).tables
    for asked, said in CANNOT:
        told = filled.run("report", *asked, "--progress")
        assert told.exit_code == 1 and told.stdout == ""
        last = told.stderr.splitlines()[-1]
        assert last.startswith("portal: ") and said in last
