"""`portal language` begins a translation, brings translations up to date, and finds their faults."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from portal.config import PROJECT, translations
from tests.commands.conftest import Installation

POLISH = Path("translations/pl/LC_MESSAGES/messages.po")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own folder, so that a translation can be changed in it."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("portal", "templates", "translations"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    shutil.copy(PROJECT / "pyproject.toml", folder)
    return folder


def language(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `portal language` in the copy."""
    command = [sys.executable, "-c", "from portal.commands import main; main()", "language", *words]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_every_language_is_checked_and_what_is_offered_lacks_nothing(installation: Installation) -> None:
    told = installation.run("language", "check")
    assert told.exit_code == 0, told.stderr
    assert told.output.count("0 faults; checked by ") == len(translations())
    assert "pl      0 to translate, 0 faults; checked by a computer only; offered" in told.output


def test_a_language_that_is_added_is_to_be_translated_and_is_offered_to_nobody(project: Path) -> None:
    added = language(project, "add", "lt")
    assert added.returncode == 0, added.stderr
    with (project / "translations/lt/LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale="lt")
    assert len(catalogue) > 1000
    told = language(project, "check", "lt")
    assert told.returncode == 0
    assert f"{len(catalogue):,} to translate, 0 faults; checked by a computer only; not offered" in told.stdout
    assert "lt: to translate: Leave this site fast\n" in told.stdout
    assert f"{len(catalogue):,} texts to translate" in language(project, "update", "lt").stdout
    english = language(project, "add", "en_GB")
    assert english.returncode == 1 and "nothing to translate" in english.stderr
    again = language(project, "add", "lt")
    assert (again.returncode, again.stderr) == (1, "portal: lt is there already.\n")


def test_a_language_whose_dates_nobody_knows_is_not_added(project: Path) -> None:
    refused = language(project, "add", "tlh")
    assert refused.returncode == 1
    assert refused.stderr.startswith("portal: The dates and plurals of tlh are not known")


def test_a_text_that_changes_is_to_be_translated_anew(project: Path) -> None:
    template = project / "templates/layout/public.html"
    kept = template.read_text(encoding="utf-8")
    changed = kept.replace('_("Leave this site fast")', '_("Leave this site at once")')
    assert changed != kept
    template.write_text(changed, encoding="utf-8")
    try:
        assert language(project, "update", "pl").stdout.endswith(" texts to translate\n")
        told = language(project, "check", "pl")
        assert told.returncode == 1
        assert "pl: it is not translated: Leave this site at once" in told.stderr
    finally:
        template.write_text(kept, encoding="utf-8")


def test_a_damaged_file_is_named(project: Path) -> None:
    damaged = project / "translations/ar/LC_MESSAGES/messages.po"
    damaged.write_bytes(b'msgid "half\n')
    told = language(project, "check", "ar")
    assert told.returncode == 1
    assert told.stderr.startswith("portal: ar: ")
