"""What an officer takes out has no row of a case that may be about that very officer."""

from __future__ import annotations

from flask import Flask

from portal.domain.dataset.files import FILES
from portal.services.exporting import begun, lines_of
from tests import makers as make


def references_in(name: str, officer: str = "") -> set[str]:
    """The references in the rows of a file, as this officer gets them."""
    lines = "".join(lines_of(FILES[name], officer)).splitlines()
    at = lines[0].split(",").index("reference")
    return {line.split(",")[at] for line in lines[1:]}


def test_rows_of_a_case_about_the_officer_are_not_among_them(either_app: Flask) -> None:
    with either_app.app_context():
        about_them = make.case(about=["worker"], worker="kelly ash").case.reference
        everything = {about_them, make.case(name="Kelly").case.reference, make.case().case.reference}
        begun("rows of representations")
        assert references_in("representations") == everything
        assert references_in("representations", "Kelly Ash") == everything - {about_them}
        assert references_in("representations", "Robin Wren") == everything
