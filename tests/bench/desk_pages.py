"""Which pages of inbox, search and board are timed, and an officer who is signed in to look at them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import select

from portal import clock
from portal.domain.rag import Band
from portal.domain.references import format_reference
from portal.domain.words import State
from portal.extensions import db
from portal.records.board import Narrowed, on_board
from portal.records.cases import Case, Contact
from portal.records.desk import STILL_OPEN, Heap
from portal.records.listing import PAGE
from portal.records.officers import Officer
from portal.services import staying_signed_in
from portal.staff.due import look_ahead
from tests.bench.databases import Database
from tests.bench.desk import Page
from tests.bench.filling import ALIKE
from tests.bench.handled import RARE_TEAM, TEAMS

ON = 9
"""The tenth page is this many behind the first."""
NARROWED = (
    {"heap": "all", "officer": "5"},
    {"heap": "all", "officer": "5", "state": "accepted"},
    {"heap": "all", "language": "pl", "method": "letter"},
    {"heap": "all", "audience": "adult", "state": "closed"},
    {"heap": "new", "method": "letter"},
    {"heap": "waiting", "officer": "5"},
    {"heap": "due", "officer": "5"},
    {"heap": "due", "language": "ar", "method": "letter"},
)


def sign_in(database: Database) -> str:
    """The key of a browser in which the first officer has signed in."""
    with database.app().app_context():
        officer = db.session.scalars(select(Officer).order_by(Officer.id)).first()
        assert officer is not None
        session = {
            "_user_id": officer.fs_uniquifier, "_fresh": True, "fs_cc": "set",
            "fs_paa": clock.now().timestamp(), "officer_id": officer.id,
        }  # fmt: skip
        return staying_signed_in.remember(None, session, officer.id, anew=True)


def pages(database: Database) -> list[Page]:
    """Every page to be timed, with the last one of each list where the links to the next page end in the end."""
    with database.app().app_context():
        today = clock.today()
        return [*_inbox(today), *_search(), *_board(today)]


def _inbox(today: date) -> Iterator[Page]:
    for heap in Heap:
        address = f"/staff/?heap={heap.value}"
        yield Page(f"inbox {heap.value}", address)
        yield Page(f"inbox {heap.value}, tenth page", address, pages_on=ON)
        yield Page(f"inbox {heap.value}, last page", f"{address}&{urlencode(_last(heap, today))}")
    for narrowed in NARROWED:
        yield Page(f"inbox {' '.join(narrowed.values())}", f"/staff/?{urlencode(narrowed)}", may_be_empty=True)


def _last(heap: Heap, today: date) -> dict[str, Any]:
    """Where the page before the last one ends."""
    still_open, soon = Case.state.in_(STILL_OPEN), Case.due_on <= look_ahead(today)
    conditions, order = {
        Heap.NEW: ([Case.state == State.RECEIVED], [Case.id.desc()]),
        Heap.URGENT: ([still_open, Case.urgent.is_(True)], [Case.id]),
        Heap.WAITING: ([still_open, Case.waiting_for_us.is_(True)], [Case.id.desc()]),
        Heap.DUE: (
            [Case.state == State.ACCEPTED, soon],
            [Case.due_on.desc(), Case.id.desc()],
        ),
        Heap.ALL: ([], [Case.id]),
    }[heap]
    place = db.session.scalars(select(Case).where(*conditions).order_by(*order).offset(PAGE).limit(1)).one()
    return {"after": place.id} | ({"from": place.due_on.isoformat()} if heap is Heap.DUE else {})


def _search() -> Iterator[Page]:
    found = {}
    for kind in ("name", "email", "phone"):
        with_it = select(Contact).where(getattr(Contact, f"{kind}_index").is_not(None), Contact.case_id % ALIKE == 1)
        found[kind] = db.session.scalars(with_it.order_by(Contact.case_id).limit(1)).one().details[kind]
    common = db.session.scalars(select(Contact).where(Contact.case_id == ALIKE)).one().details["name"]
    reference = db.session.scalars(select(Case.reference).order_by(Case.id).offset(PAGE).limit(1)).one()
    yield Page("search: number", "/staff/find", format_reference(reference))
    for kind, typed in found.items():
        yield Page(f"search: {kind}", "/staff/find", typed)
    yield Page("search: a name of very many", "/staff/find", common)
    yield Page("search: a name of very many, tenth page", "/staff/find", common, pages_on=ON)


def _board(today: date) -> Iterator[Page]:
    for band in Band:
        address = f"/staff/board?band={band.value}"
        yield Page(f"board {band.value}", address)
        yield Page(f"board {band.value}, tenth page", address, pages_on=ON)
        last = on_board(band, today, Narrowed(), latest_first=True)[PAGE - 1]
        yield Page(f"board {band.value}, last page", f"{address}&after={last.id}&from={last.due_on.isoformat()}")
        yield Page(f"board {band.value}, latest first", f"{address}&order=latest")
        for name, narrowed in (
            ("a team", f"team={TEAMS[0]}"), ("a team without any", f"team={RARE_TEAM}"), ("an officer", "officer=5"),
            ("an officer and a team", f"officer=5&team={TEAMS[0]}"),
        ):  # fmt: skip
            yield Page(f"board {band.value}, {name}", f"{address}&{narrowed}", may_be_empty=True)
        yield Page(
            f"board {band.value}, a team, third page", f"{address}&team={TEAMS[0]}", pages_on=2, may_be_empty=True
        )
