"""Pictures beside words: each is used, silent, shapes and nothing else, and whoever drew them is named."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from portal.domain.journeys import JOURNEYS
from portal.web.pictures import FILES, drawn, load

STATIC = Path(__file__).resolve().parents[2] / "static"
FOLDER = STATIC / "vendor" / "openmoji"
SHAPES = {"svg", "g", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect"}
DREW = re.compile(r"^(d|fill|stroke|points|cx|cy|r|rx|ry|x1?|x2|y1?|y2|width|height|transform|viewbox|stroke-\w+|"
                  r"fill-rule|clip-rule|opacity|class|aria-hidden|focusable)$")  # fmt: skip


def named() -> set[str]:
    """Every picture the journeys name."""
    found = {option.picture for journey in JOURNEYS.values() for one in journey.questions() for option in one.options}
    for journey in JOURNEYS.values():
        said = (*journey.start.text, *(line for page in journey.pages for line in page.text), journey.beside)
        found |= {line.picture for line in said if line}
    return found - {""}


def test_every_picture_that_is_named_is_there_and_none_is_kept_that_is_not_named() -> None:
    assert named() == set(FILES)
    assert {path.stem for path in FOLDER.iterdir()} == set(FILES.values())
    assert len(set(FILES.values())) == len(FILES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_picture_is_shapes_alone_silent_and_without_names_of_its_own(name: str) -> None:
    svg = BeautifulSoup(load(STATIC)[name], "html.parser")
    assert svg.svg is not None and svg.svg["aria-hidden"] == "true" and svg.svg["focusable"] == "false"
    assert {tag.name for tag in svg.find_all()} <= SHAPES
    assert {attribute for tag in svg.find_all() for attribute in tag.attrs if not DREW.match(attribute)} == set()


@pytest.mark.parametrize("bad", ["<svg onload='x()'></svg>", "<svg><script></script></svg>", "<svg><g id='a'><a/></g>"])
def test_a_picture_that_is_more_would_be_noticed(bad: str) -> None:
    svg = BeautifulSoup(drawn(bad), "html.parser")
    strange = {attribute for tag in svg.find_all() for attribute in tag.attrs if not DREW.match(attribute)}
    assert strange or {tag.name for tag in svg.find_all()} - SHAPES


def test_whoever_drew_them_is_named_with_the_licence() -> None:
    notice = (STATIC / "vendor" / "NOTICE").read_text(encoding="utf-8")
    assert "OpenMoji" in notice and "https://creativecommons.org/licenses/by-sa/4.0/" in notice
