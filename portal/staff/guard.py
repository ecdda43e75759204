"""Who is asking, what is asked, and whether that may be: one check before every page of the staff site."""

from dataclasses import dataclass

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import FRESH, LISTS, Action, Reach, Relation, Role, may, reach
from portal.records.cases import Case, case_by_reference
from portal.services.conflicts import concerned
from portal.staff.sign_in import is_staff_page
from portal.staff.sign_in_settings import FRESH_FOR
from portal.web.doors import Door, door_of

ROOMS = (
    (Action.READ_INBOX, "staff.inbox", "Inbox"),
    (Action.READ_BOARD, "staff_board.board", "Board"),
    (Action.RECORD, "staff_record.record", "Record a complaint"),
    (Action.LEARNING, "staff_learning.every", "Learning"),
    (Action.REGISTERS, "staff_registers.registers", "Registers"),
    (Action.READ_VIEWS, "staff_account.views", "Who opened what"),
    (Action.OWN_ACCOUNT, "staff_account.account", "My account"),
)
"""The rooms of the staff site, in the order of its menu."""


@dataclass(frozen=True, slots=True)
class Me:
    """The officer who is asking."""

    id: int
    name: str
    public_name: str  # what a child may read
    email: str
    roles: frozenset[Role]
    has_recovery_codes: bool

    def may(self, action: Action, case: Case | None = None) -> bool:
        """Whether I may do this, with this case if one is given."""
        return may(self.roles, action, relation(self, case) if case else Relation.NONE)

    def reach(self, action: Action) -> Reach | None:
        return reach(self.roles, action)


def guard(app: Flask) -> None:
    """Ask at every page of the staff site what its route names as its door."""
    app.before_request(check)
    app.context_processor(surroundings)


def me() -> Me:
    """The officer who is asking; only behind the guard."""
    found: Me = g.me
    return found


def the_case() -> Case:
    """The case of this page's address, which this officer may see."""
    found: Case = g.case
    return found


def relation(officer: Me, case: Case) -> Relation:
    """What an officer is to a case."""
    if concerned([case], officer.name):
        return Relation.CONFLICT
    return Relation.ASSIGNED if case.officer_id == officer.id else Relation.NONE


def check() -> Response | None:
    """Let in, send to the sign-in page, or say no in a way that does not tell whether a case exists."""
    if not is_staff_page() or request.endpoint is None:
        return None
    g.me = _who()
    asked = door_of(current_app, request.endpoint)
    if asked in (Door.SIGN_IN, Door.DEVELOPER):
        return None
    if g.me is None:
        return redirect(url_for("security.login", next=request.path))
    if not g.me.has_recovery_codes:
        return redirect(url_for("security.mf_recovery_codes"))
    assert isinstance(asked, Action)
    return _decide(g.me, asked)


def _decide(officer: Me, action: Action) -> Response | None:
    if request.view_args and "reference" in request.view_args:
        g.case = _case(str(request.view_args.pop("reference")))  # views ask `the_case`
        if g.case is None or not officer.may(Action.READ_CASE, g.case):
            abort(404)
        if not officer.may(action, g.case):
            abort(403)
    elif not officer.may(action):
        if action in LISTS:
            return redirect(url_for("staff_account.account"))  # their first page after signing in
        abort(403)
    if action in FRESH and clock.now().timestamp() - session.get("fs_paa", 0) > FRESH_FOR.total_seconds():
        return redirect(url_for("security.verify", next=request.path))
    return None


def _case(reference: str) -> Case | None:
    return case_by_reference(reference.replace("-", "").upper())


def _who() -> Me | None:
    if not current_user.is_authenticated:
        return None
    return Me(
        id=current_user.id,
        name=current_user.name,
        public_name=current_user.public_name,
        email=current_user.email,
        roles=current_user.held,
        has_recovery_codes=current_user.mf_recovery_codes is not None,
    )


def surroundings() -> dict[str, object]:
    """What the layout of every staff page shows: who is signed in, the way out, the rooms this officer may enter."""
    officer: Me | None = g.get("me") if is_staff_page() else None
    if officer is None:
        return {}
    here = request.endpoint or ""
    rooms = [(url_for(endpoint), words, here == endpoint) for action, endpoint, words in ROOMS if officer.may(action)]
    return {"me": officer, "officer_name": officer.name, "sign_out_url": url_for("security.logout"), "staff_nav": rooms}
