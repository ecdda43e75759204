"""Nothing kept here tells about the machine it was written on, or where that machine fetches its packages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.source import kept_files, shown

#: Written with gaps so that this file does not find itself.
LEAKS = {
    "a path of somebody's machine": r"(?<![\w.>])/(?:wo[r]k|ro[o]t|ho[m]e/\w+|Us[e]rs/\w+|mn[t]|op[t])/[\w.]",
    "a place where packages are fetched": r"pytho[n]hosted\.org|//pyp[i]\.org/simple|registr[y]\.npmjs|artifactor[y]",
    "an option naming an index": r"--(?:extra-)?inde[x]-url[ =]\S|--find-link[s][ =]\S|--trusted-hos[t]",
    "a private key": r"-----BEGIN [A-Z ]*PRIVAT[E] KEY",
}
BINARY = {".ico", ".jpg", ".mo", ".ods", ".otf", ".pdf", ".png", ".ttf", ".webp", ".woff", ".woff2", ".xlsx"}
REFUSED = {"uv.lock", "package-lock.json", "poetry.lock", "yarn.lock", ".env"}


def leaks(text: str) -> list[str]:
    """What `text` gives away, with the words that do."""
    return [f"{what}: {found.group()}" for what, leak in LEAKS.items() for found in re.finditer(leak, text)]


@pytest.mark.parametrize(
    "text",
    [
        "see /wo" + "rk/main/portal",
        "/ho" + "me/anna/portal",
        "https://files.pytho" + "nhosted.org/packages/x.whl",
        "--inde" + "x-url https://packages.example/simple",
    ],
)
def test_a_leak_is_recognised(text: str) -> None:
    assert leaks(text)


@pytest.mark.parametrize("text", ["/bin/sh", "{% if a %}/{{ b }}/", "--no-emit-inde" + "x-url", "apt-get/home page"])
def test_an_innocent_line_is_not_suspected(text: str) -> None:
    assert leaks(text) == []


def test_no_kept_file_gives_anything_away() -> None:
    def told(path: Path) -> list[str]:
        return leaks(path.read_text(encoding="utf-8")) if path.suffix not in BINARY else []

    assert {shown(path): found for path in kept_files() if (found := told(path))} == {}


def test_no_lock_that_records_addresses_is_kept() -> None:
    assert [shown(path) for path in kept_files() if path.name in REFUSED] == []


def test_the_pins_have_hashes_and_name_no_place() -> None:
    for lock in [path for path in kept_files() if path.parent.name == ".requirements"]:
        lines = lock.read_text(encoding="utf-8").splitlines()
        pinned = [line for line in lines if re.match(r"[a-z0-9][\w.-]*(\[\S+\])?==", line)]
        assert pinned, f"{shown(lock)} pins nothing"
        assert all(line.endswith("\\") for line in pinned), "a package without a hash"
        assert [line for line in lines if "://" in line or line.startswith("-")] == []
