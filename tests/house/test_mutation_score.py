"""The score of `make mutate` counts what no test noticed, and is not enough below 90 %."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from tests.house.source import ROOT

MUTATE = runpy.run_path(str(ROOT / ".build/mutate.py"))


def left_by_mutmut(folder: Path, module: str, codes: dict[str, int | None]) -> None:
    """The file that mutmut leaves beside a module: each mutant with the exit code of its tests."""
    path = folder / f"{module}.meta"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")


@pytest.mark.parametrize(("noticed", "enough"), [(9, True), (8, False), (0, False)])
def test_nine_of_ten_breakages_must_be_noticed(noticed: int, enough: bool) -> None:
    statuses = {f"m{place}": "killed" if place < noticed else "survived" for place in range(10)}
    words, verdict = MUTATE["verdict"]({"portal/domain/rag.py": statuses})
    assert verdict is enough
    assert ("Below 90 %" in words) is not enough
    assert f"{noticed * 10:6.1f} %  of   10  portal/domain/rag.py" in words


def test_what_no_test_reaches_or_nobody_tried_was_not_noticed_and_is_named(tmp_path: Path) -> None:
    left_by_mutmut(tmp_path, "portal/domain/rag.py", {"killed": 1, "slow": 36, "survived": 0, "bare": 33, "new": None})
    left_by_mutmut(tmp_path, "portal/domain/words.py", {})
    found = MUTATE["verdicts"](tmp_path)
    assert list(found) == ["portal/domain/rag.py"]
    assert MUTATE["score"](found["portal/domain/rag.py"]) == 40
    words, _ = MUTATE["verdict"](found)
    assert [line for line in words.splitlines() if line.startswith(("survived", "bare", "new"))] == [
        "survived: survived", "bare: no tests", "new: not checked",
    ]  # fmt: skip


def test_a_run_over_a_part_is_judged_by_what_was_tried() -> None:
    found = {"a.py": {"m1": "killed", "m2": "not checked"}, "b.py": {"m3": "not checked"}}
    assert MUTATE["tried"](found) == {"a.py": {"m1": "killed"}}


def test_a_run_that_broke_nothing_is_not_enough() -> None:
    assert MUTATE["verdict"]({}) == ("Nothing was broken.", False)
