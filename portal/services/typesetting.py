"""A letter as a PDF that screen readers can read (PDF/UA), set by typst on this machine; nothing leaves it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from portal.services.their_language import script_of

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "letter.typ"
USUAL = "Noto Sans"
IN_THE_USUAL_FONT = frozenset({"LATIN", "GREEK", "CYRILLIC"})
"""Scripts whose letters the usual font has; every other has a font of its own."""


class NoFont(RuntimeError):
    """The machine has no font for the letters of this language; the printable page shows it all the same."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the paper. `paragraphs` are lines of lines; `size` is in points."""

    title: str
    lang: str
    rtl: bool
    size: int
    from_: Sequence[str]
    to: Sequence[str]
    day: str
    number: str
    heading: str
    paragraphs: Sequence[Sequence[str]]


def pdf_of(paper: Paper) -> bytes:
    """The paper as a tagged PDF. Raises `NoFont`."""
    data = asdict(paper)
    data["from"] = data.pop("from_")
    font = font_of(paper.lang)
    return set_pdf(TEMPLATE, "letter", json.dumps(data | {"fonts": list(dict.fromkeys((USUAL, font)))}), font)


def font_of(language: str) -> str:
    """The font without which a letter in this language would come out as empty boxes."""
    script = script_of(language)
    return USUAL if script in IN_THE_USUAL_FONT else f"{USUAL} {script.title() or 'CJK'}"


def set_pdf(template: Path, name: str, data: str, font: str = USUAL) -> bytes:
    """A template filled with data, as a tagged PDF. Raises `NoFont`."""
    import typst  # 77 MB that a worker need not carry until somebody wants a PDF

    fonts = _fonts()
    if font not in fonts.families():
        raise NoFont(font)
    compiler = typst.Compiler(input=template, font_paths=fonts, sys_inputs={name: data})
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _fonts() -> "typst.Fonts":
    """The machine's fonts; looking for them takes longer than setting a letter."""
    import typst

    return typst.Fonts()
