"""A package is read as it goes in, line by line, and whatever happens meanwhile it is kept whole or not at all."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from flask import Flask

from portal.extensions import db
from portal.records.dataset_tables import COUNTED
from portal.services.importing import Faulty, take_in
from portal.services.packages import CannotRead
from portal.services.progress import heard_by
from tests.councils.inventing import council
from tests.services.test_dataset import kept_rows, packed


@pytest.mark.parametrize(
    ("changed", "refused", "told"),
    [
        (b"nobody,1,,,,,,,,,\r\n", CannotRead, "was changed while it was read"),
        (b"nobody,first,,,,,,,,,\r\n", Faulty, "“first” should be a whole number"),
    ],
)
def test_a_package_that_changes_while_it_is_kept_is_not_taken(
    app: Flask, tmp_path: Path, changed: bytes, refused: type[ValueError], told: str
) -> None:
    package = packed(tmp_path / "in", council(20))
    stages = package / "stages.csv"

    def somebody_writes(words: str) -> None:
        if words == "Keeping stages.csv":
            stages.write_bytes(stages.read_bytes() + changed)

    with app.app_context():
        with heard_by(somebody_writes), pytest.raises(refused, match=told):
            take_in(package)
        assert sum(kept_rows().values()) == 0
        assert sum(db.session.query(table).count() for table in COUNTED.values()) == 0


def test_a_package_is_not_held_whole(app: Flask, tmp_path: Path) -> None:
    most = []
    with app.app_context():
        for size in (1100, 1600):  # more than are taken at a time
            package = packed(tmp_path / str(size), council(21, size))
            tracemalloc.start()
            try:
                take_in(package)
                most.append(tracemalloc.get_traced_memory()[1])
            finally:
                tracemalloc.stop()
    assert (most[1] - most[0]) / 500 < 2000  # bytes for each further case, whose rows would be four times that


def test_a_file_that_stops_being_text_is_told_after_what_was_wrong_before(app: Flask, tmp_path: Path) -> None:
    package = packed(tmp_path / "in", council(22))
    stages = package / "stages.csv"
    stages.write_bytes(stages.read_bytes() + b"caf\xe9")
    with app.app_context(), pytest.raises(Faulty) as refused:
        take_in(package)
    assert [str(fault) for fault in refused.value.faults] == ["stages.csv: should be text in UTF-8"]
