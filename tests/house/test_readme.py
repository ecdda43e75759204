"""What README and the guides promise is what the code does."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from portal.config import SETTINGS
from tests.house.source import PORTAL, ROOT, modules, shown

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: Read by the test run, not by the portal.
NOT_A_SETTING = {"PORTAL_REQUIRE"}


def test_the_tables_of_commands_and_settings_are_what_the_code_says() -> None:
    written = runpy.run_path(str(ROOT / ".build/readme.py"))["written"]
    assert written(README) == README, "run `make readme`"


def test_a_table_that_is_out_of_date_is_noticed() -> None:
    written = runpy.run_path(str(ROOT / ".build/readme.py"))["written"]
    outdated = re.sub(r"\n\| `portal init` .*", "", README)
    assert outdated != README
    assert written(outdated) == README


def test_no_setting_is_read_that_is_not_declared() -> None:
    read = {
        name for path in modules() for name in re.findall(r"\bPORTAL_[A-Z_]+[A-Z]\b", path.read_text(encoding="utf-8"))
    }
    assert read - {setting.name for setting in SETTINGS} - NOT_A_SETTING == set()


@pytest.mark.parametrize("guide", GUIDES, ids=shown)
def test_a_guide_names_only_settings_that_exist(guide: Path) -> None:
    named = set(re.findall(r"\bPORTAL_[A-Z_]+[A-Z]\b", guide.read_text(encoding="utf-8")))
    assert named - {setting.name for setting in SETTINGS} - NOT_A_SETTING == set()


@pytest.mark.parametrize("guide", GUIDES, ids=shown)
def test_a_guide_names_only_make_targets_that_exist(guide: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|    )make ([a-z]+)", guide.read_text(encoding="utf-8"))) - targets == set()


@pytest.mark.parametrize("guide", GUIDES, ids=shown)
def test_a_guide_links_only_to_files_that_exist(guide: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", guide.read_text(encoding="utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_the_map_of_the_package_names_every_part() -> None:
    import portal

    parts = {path.stem for path in PORTAL.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    mapped = {line.split()[0] for line in (portal.__doc__ or "").splitlines() if re.match(r"[a-z]+  +\S", line)}
    assert parts - {"__init__"} <= mapped
    assert {name for name in mapped if not list(PORTAL.glob(f"{name}*"))} == set()
