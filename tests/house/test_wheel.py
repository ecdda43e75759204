"""The portal installs from its wheel, on its own, with its pages, styles, translations and migrations inside."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.house.source import ROOT

SERVE = """
import re
from pathlib import Path
import portal
from portal.app import create_app

assert Path(portal.__file__).is_relative_to({venv!r}), f"the checkout is tested instead: {{portal.__file__}}"
visitor = create_app().test_client()
for language, letter in (("en", "h"), ("ar", "\\u0627"), ("pl", "\\u0142")):
    page = visitor.get(f"/{{language}}/")
    assert page.status_code == 200, page.status
    assert letter in page.text, language
    assert f'lang="{{language}}"' in page.text
linked = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
assert linked, "no styles"
for address in linked:
    assert visitor.get(address).status_code == 200, address
"""


def _run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "PYTHON"))}
    result = subprocess.run(command, cwd=cwd, env=plain | environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def _build(kind: str, source: Path, into: Path) -> Path:
    _run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", into, cwd=source)
    (built,) = into.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the tree as it is now."""
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as files:
        return set(files.namelist())


def test_the_wheel_carries_everything_the_portal_reads(wheel: Path) -> None:
    names = _names(wheel)
    for folder in ("templates", "static", "translations"):
        kept = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert {f"portal/_site/{name}" for name in kept} - names == set()
    assert {name.split("/")[0] for name in names} == {"portal", "complaints_portal-0.1.0.dist-info"}


def test_the_sdist_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sdist = _build("sdist", ROOT, tmp_path / "sdist")
    (tmp_path / "source").mkdir()
    _run("tar", "-xzf", sdist, "-C", tmp_path / "source")
    (source,) = (tmp_path / "source").iterdir()
    assert _names(_build("wheel", source, tmp_path / "again")) == _names(wheel)


def test_an_installed_wheel_makes_its_database_and_serves_its_pages(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin/python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))  # what pip would have fetched
    settings = {"PORTAL_INSTANCE": str(tmp_path / "instance")}
    _run(home / "bin/portal", "init", cwd=tmp_path, **settings)
    _run(python, "-W", "error::ImportWarning", "-c", SERVE.format(venv=str(home)), cwd=tmp_path, **settings)
