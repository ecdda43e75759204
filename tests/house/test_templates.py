"""Every page template is shown by somebody, and lies where its module's name says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.house.source import PORTAL, ROOT, modules, shown, tree

TEMPLATES = ROOT / "templates"
NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*"))


def _patterns(path: Path) -> Iterator[str]:
    """The names a module may ask for; the filled-in parts of an f-string stand for anything."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value:
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w/-]+" for part in node.values
            ]
            if re.search(r"[a-z]", "".join(parts).replace(r"[\w/-]+", "")):
                yield "".join(parts)


@cache
def _used() -> re.Pattern[str]:
    in_code = {pattern for path in modules() for pattern in _patterns(path)}
    quoted = {
        name for path in TEMPLATES.rglob("*.*") for name in re.findall(r"[\"']([\w/.-]+\.\w+)[\"']", path.read_text())
    }
    return re.compile("|".join(sorted(in_code | {re.escape(name) for name in quoted})))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_used(name: str) -> None:
    used = _used().fullmatch(name) is not None
    assert used, f"nobody shows templates/{name}"


def test_an_unused_template_is_noticed() -> None:
    assert not _used().fullmatch("public/nobody_shows_this.html")


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith(("public/", "staff/"))])
def test_a_template_lies_where_its_module_is_named(name: str) -> None:
    site, part, *_ = name.split("/")
    module = PORTAL / site / part.removesuffix(".html")
    assert module.with_suffix(".py").exists() or module.is_dir(), f"templates/{name} mirrors no portal/{site} module"


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=shown)
def test_a_template_holds_no_script_and_no_style_of_its_own(path: Path) -> None:
    text = re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=[\"']|javascript:", text)


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.*")), ids=shown)
def test_a_template_parses(path: Path) -> None:
    Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(path.read_text(encoding="utf-8"))
