"""What README and the guides promise is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from portal.config import SETTINGS
from tests.house.source import PORTAL, ROOT, modules, shown

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: Read by the test run, not by the portal.
NOT_A_SETTING = {"PORTAL_REQUIRE"}


def _rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of README."""
    section = README.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_setting_is_explained_in_the_words_of_the_code() -> None:
    explained = [[f"`{setting.name}`", setting.default, setting.explanation] for setting in SETTINGS]
    assert _rows("Settings") == explained


def test_no_setting_is_read_that_is_not_declared() -> None:
    read = {
        name for path in modules() for name in re.findall(r"\bPORTAL_[A-Z_]+[A-Z]\b", path.read_text(encoding="utf-8"))
    }
    assert read - {setting.name for setting in SETTINGS} - NOT_A_SETTING == set()


@pytest.mark.parametrize("guide", GUIDES, ids=shown)
def test_a_guide_names_only_settings_that_exist(guide: Path) -> None:
    named = set(re.findall(r"\bPORTAL_[A-Z_]+[A-Z]\b", guide.read_text(encoding="utf-8")))
    assert named - {setting.name for setting in SETTINGS} - NOT_A_SETTING == set()


def _commands(group: click.Group, before: str = "portal") -> set[str]:
    """Every command with the words that call it."""
    found: set[str] = set()
    for name, command in group.commands.items():
        if not command.hidden:
            words = f"{before} {name}"
            found |= _commands(command, words) if isinstance(command, click.Group) else {words}
    return found


def _our_commands() -> set[str]:
    from portal.commands import portal

    return _commands(portal)


def test_every_command_is_explained_and_every_explained_command_exists() -> None:
    explained = {" ".join(re.findall(r"[a-z]+", row[0].split(" [")[0].split(" --")[0])) for row in _rows("Commands")}
    assert explained == _our_commands()


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
