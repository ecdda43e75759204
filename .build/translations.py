"""Compiles the translations when the project is built or installed, so that no binary file is kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_all(folder: Path) -> None:
    """Write a `.mo` beside each `.po` that is newer than it."""
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name)
        unfinished = target.with_suffix(f".{os.getpid()}.part")
        with unfinished.open("wb") as binary:
            write_mo(binary, catalogue)
        unfinished.replace(target)  # whoever reads it meanwhile finds the old one or the new one, never half of one


class CompileTranslations(BuildHookInterface[Any]):
    """Hatchling calls this before it gathers the files of a wheel, an sdist or an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue in place."""
        compile_all(Path(self.root, "translations"))


if __name__ == "__main__":
    compile_all(Path(__file__).resolve().parent.parent / "translations")
