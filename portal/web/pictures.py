"""Pictures drawn beside words, never instead of them: OpenMoji's, put into the page so that none is asked for."""

import re
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from markupsafe import Markup

FILES: Mapping[str, str] = {
    "advocate": "1F4E2",
    "angry": "1F620",
    "carer": "1FAC2",
    "carry-on": "27A1",
    "clock": "23F0",
    "else": "1F4AD",
    "family": "1F9D1-200D-1F9D1-200D-1F9D2",
    "friends": "1F9D1-200D-1F91D-200D-1F9D1",
    "grown-up": "1F9D1-200D-1F9D2",
    "home": "1F3E0",
    "let-down": "1F61E",
    "letter": "2709",
    "look": "1F4F1",
    "me": "1F9D2",
    "mixed-up": "1F635-200D-1F4AB",
    "no": "1F44E",
    "not-now": "1F550",
    "parents": "1F46A",
    "pencil": "270F",
    "phone": "1F4DE",
    "read": "1F4D6",
    "sad": "1F622",
    "scared": "1F628",
    "school": "1F3EB",
    "shield": "1F6E1",
    "someone": "1F464",
    "stop": "270B",
    "teacher": "1F9D1-200D-1F3EB",
    "things": "1F392",
    "together": "1F91D",
    "unkind": "1F5EF",
    "unsure": "1F937",
    "wave": "1F44B",
    "worker": "1F9D1-200D-1F4BC",
    "worried": "1F61F",
    "yes": "1F44D",
}
"""What a picture is called in the registry, and the file of static/vendor/openmoji that it is."""

_NAMES = re.compile(r'\s(?:id|xmlns|version)="[^"]*"')
_EMPTY = re.compile(r"<g\s*/>|<g>\s*</g>")
_SPACES = re.compile(r">\s+<")


ONWARD = frozenset({"carry-on"})
"""Pictures that point the way a line is read: mirrored where it is read from the right."""


def drawn(svg: str, *, onward: bool = False) -> Markup:
    """The picture as part of a page: without names of its own, so that a page may hold it twice, and silent."""
    bare = _SPACES.sub("><", _EMPTY.sub("", _NAMES.sub("", svg))).strip()
    look = "picture picture--onward" if onward else "picture"
    quiet = bare.replace("<svg", f'<svg class="{look}" aria-hidden="true" focusable="false"', 1)
    return Markup(quiet)  # noqa: S704  files of our own, checked by a test to hold shapes and nothing else


def load(static: Path) -> dict[str, Markup]:
    """Every picture by its name, from the folder `static`."""
    folder = static / "vendor" / "openmoji"
    return {
        name: drawn((folder / f"{file}.svg").read_text(encoding="utf-8"), onward=name in ONWARD)
        for name, file in FILES.items()
    }


def give_pictures(app: Flask, static: Path) -> None:
    """Give templates `picture("sad")`; a name that is not there fails in the first test."""
    app.jinja_env.globals["picture"] = load(static).__getitem__
