"""The layers of the house: checked by import-linter, and the checks checked by breaking a copy."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PORTAL, ROOT, modules, shown, tree

#: What a layer below the sites has no business to know: whom it serves at this moment.
REQUEST_NAMES = {"request", "session", "g", "render_template", "redirect", "url_for", "flash"}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", program, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The portal's modules in a folder where a test may break them."""
    shutil.copytree(PORTAL, tmp_path / "portal", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_import_goes_downwards() -> None:
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout


def test_a_stray_folder_is_refused(copy: Path) -> None:
    (copy / "portal/helpers").mkdir()
    (copy / "portal/helpers/__init__.py").write_text("")
    result = _lint(copy)
    assert result.returncode != 0
    assert "helpers" in result.stdout


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("domain/words.py", "import portal.records"),
        ("public/__init__.py", "import portal.staff"),
        ("records/__init__.py", "import portal.services"),
        ("services/__init__.py", "import flask_wtf"),
    ],
)
def test_an_import_upwards_or_sideways_is_refused(copy: Path, room: str, line: str) -> None:
    with (copy / "portal" / room).open("a") as module:
        module.write(f"\n{line}\n")
    result = _lint(copy)
    assert result.returncode != 0
    assert "BROKEN" in result.stdout, result.stdout


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)}: write imports in full"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", modules(PORTAL / "domain"), ids=shown)
def test_the_domain_imports_only_itself_and_the_standard_library(path: Path) -> None:
    foreign = {
        name
        for name in _imported(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("portal.domain.")
    }
    assert foreign == set()


def test_importing_the_domain_loads_no_library() -> None:
    program = "import sys, portal.domain.words; print(sorted({'flask', 'sqlalchemy', 'babel'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("path", [*modules(PORTAL / "services"), *modules(PORTAL / "records")], ids=shown)
def test_services_and_records_never_see_a_request(path: Path) -> None:
    taken = {
        alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "flask"
        for alias in node.names
    }
    assert taken & REQUEST_NAMES == set()


def test_only_services_commit() -> None:
    committing = {
        f"{shown(path)}:{node.lineno}"
        for path in modules()
        if PORTAL / "services" not in path.parents and PORTAL / "migrations" not in path.parents
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    }
    assert committing == set()
