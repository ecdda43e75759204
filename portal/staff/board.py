"""The weekly board: every open answer as green, amber, red, beyond or standing still, by team and by officer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request, url_for

from portal import clock
from portal.domain.access import Action
from portal.domain.rag import Band
from portal.domain.references import format_reference
from portal.domain.taxonomy import Term
from portal.records.board import Narrowed, Place, first_of_bands, on_board
from portal.records.desk import officer_names
from portal.records.listing import PAGE, Listed
from portal.services.conflicts import concerned_in
from portal.staff.counting import counted
from portal.staff.due import distance, short, spoken_here
from portal.staff.explaining import BANDS
from portal.staff.guard import me
from portal.staff.links import case_urls
from portal.web.doors import door
from portal.web.text import authority, day

blueprint = Blueprint("staff_board", __name__, url_prefix="/staff/board")

ORDER = (Band.BEYOND, Band.RED, Band.AMBER, Band.GREEN, Band.PAUSED)
"""The worst first: that is what the board is for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One case on the board."""

    url: str
    reference: str
    due: str
    far: str
    last: str
    arrived: str
    officer: str
    extended: bool
    dates_url: str


@blueprint.get("")
@door(Action.READ_BOARD)
def board() -> str:
    """One band, a page at a time, with the count of each."""
    today, which, only = clock.today(), _band(), narrowed()
    latest_first = request.args.get("order") == "latest"
    cases = on_board(which, today, only, latest_first=latest_first, after=_after())
    hidden, officers = concerned_in(cases, me().name), officer_names()
    counts = counted(first_of_bands(today, only), me().name, cases, hidden)
    names = {number: name for number, name, _ in officers}
    return render_template(
        "staff/board/board.html",
        which=which,
        name=BANDS[which],
        day_of_it=day(today),
        bands=[(BANDS[one], _url(band=one.value), one is which, counts[one]) for one in ORDER],
        lines=lines_of([case for case in cases[:PAGE] if case.id not in hidden], today, names),
        order_url=_url(band=which.value, order="" if latest_first else "latest"),
        latest_first=latest_first,
        later_url=_later(cases[PAGE - 1], which) if len(cases) > PAGE else "",
        first_url=_url(band=which.value, order=request.args.get("order", "")) if _after() else "",
        officers=[(number, name) for number, name, active in officers if active],
        teams=list(_teams()),
        only=only,
        list_url=url_for("staff_board_list.every", **_whose()),
    )


def lines_of(cases: Sequence[Listed], today: date, officers: Mapping[int, str]) -> list[Line]:
    """The cases as rows; `officers` are names by number."""
    url, dates_url, spoken = case_urls(), case_urls("staff_stages.dates"), spoken_here()
    return [
        Line(
            url=url(case.reference),
            reference=format_reference(case.reference),
            due=short(case.due_on, spoken),
            far="stands still" if case.paused else distance(case.due_on, today),
            last=short(case.due_max_on, spoken),
            arrived=short(case.received_on, spoken),
            officer=officers.get(case.officer_id or 0, ""),
            extended=case.extended,
            dates_url=dates_url(case.reference),
        )
        for case in cases
    ]


def _band() -> Band:
    asked = request.args.get("band", "")
    return Band(asked) if asked in set(Band) else Band.RED


def narrowed() -> Narrowed:
    """Whose cases the address asks for."""
    officer, team = request.args.get("officer", ""), request.args.get("team", "")
    known = {term.code for term in _teams()}
    return Narrowed(
        officer_id=int(officer) if officer.isascii() and officer.isdigit() and len(officer) < 10 else None,
        team=team if team in known else None,
    )


def _teams() -> tuple[Term, ...]:
    return authority().teams.valid_in(clock.today().year)


def _after() -> Place | None:
    number, due = request.args.get("after", ""), request.args.get("from", "")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return None
    try:
        return Place(date.fromisoformat(due), int(number))
    except ValueError:
        return None


def _later(last: Listed, which: Band) -> str:
    return _url(
        band=which.value, order=request.args.get("order", ""), after=str(last.id), **{"from": last.due_on.isoformat()}
    )


def _whose() -> dict[str, Any]:
    return {name: request.args.get(name) for name in ("officer", "team") if request.args.get(name)}


def _url(**asked: str) -> str:
    kept = _whose() | asked
    return url_for("staff_board.board", **{name: value for name, value in kept.items() if value})
