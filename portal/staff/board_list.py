"""The week's list: every open answer of every colour on one page that can be printed, the worst first."""

from collections.abc import Sequence
from datetime import date

from flask import Blueprint, render_template, url_for

from portal import clock
from portal.domain.access import Action
from portal.domain.rag import Band
from portal.records.board import Narrowed, Place, first_of_bands, on_board
from portal.records.desk import officer_names
from portal.records.listing import PAGE, Listed
from portal.services.conflicts import concerned_in
from portal.staff.board import ORDER, lines_of, narrowed
from portal.staff.counting import counted
from portal.staff.explaining import BANDS
from portal.staff.guard import me
from portal.web.doors import door
from portal.web.text import authority, day

blueprint = Blueprint("staff_board_list", __name__, url_prefix="/staff/board/list")

PAGES = 5
"""So many pages of the board of each colour are listed at most."""


@blueprint.get("")
@door(Action.READ_BOARD)
def every() -> str:
    """All colours, for everybody or for one team or officer."""
    today, only = clock.today(), narrowed()
    names = {number: name for number, name, _ in officer_names()}
    found = {band: _cases(band, today, only) for band in ORDER}
    every_one = [case for cases, _more in found.values() for case in cases]
    hidden = concerned_in(every_one, me().name)
    counts = counted(first_of_bands(today, only), me().name, every_one, hidden)
    bands = [
        (BANDS[band], counts[band], lines_of([case for case in cases if case.id not in hidden], today, names), more)
        for band, (cases, more) in found.items()
    ]  # fmt: skip
    asked = {"officer": only.officer_id, "team": only.team}
    return render_template(
        "staff/board/list.html",
        day_of_it=day(today),
        bands=bands,
        whose=", ".join(_whose(only, names)),
        board_url=url_for("staff_board.board", **{name: value for name, value in asked.items() if value}),  # type: ignore[arg-type]
    )


def _cases(band: Band, today: date, only: Narrowed) -> tuple[Sequence[Listed], bool]:
    """The cases of a colour, and whether there are more of them than are listed."""
    cases: list[Listed] = []
    after = None
    for _page in range(PAGES):
        page = on_board(band, today, only, after=after)
        cases += page[:PAGE]
        if len(page) <= PAGE:
            return cases, False
        after = Place(cases[-1].due_on, cases[-1].id)
    return cases, True


def _whose(only: Narrowed, names: dict[int, str]) -> list[str]:
    teams = [term.label for term in authority().teams.valid_in(clock.today().year) if term.code == only.team]
    return teams + ([f"with {names[only.officer_id]}"] if only.officer_id in names else [])
