"""Who is asking, what is asked, and whether that may be: one check before every page of the staff site."""

from dataclasses import dataclass

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import FRESH, LISTS, Action, Reach, Relation, Role, may, must_say_why, reach
from portal.domain.audit_words import Refusal
from portal.domain.procedures import Procedure
from portal.domain.procedures.safety import SAFETY
from portal.records.cases import Case, case_by_reference
from portal.services import looking
from portal.services.appointing import part_in
from portal.services.conflicts import concerned
from portal.services.ties import ties
from portal.staff.sign_in import is_staff_page
from portal.staff.sign_in_settings import FRESH_FOR
from portal.web.doors import Door, door_of
from portal.web.text import authority

ROOMS = (
    (Action.READ_INBOX, "staff.inbox", "Inbox"),
    (Action.ADVOCATES, "staff_advocacy.requests", "Requests"),
    (Action.READ_BOARD, "staff_board.board", "Board"),
    (Action.WORRIES, "staff_safety.worries", "Safety"),
    (Action.RECORD, "staff_record.record", "Record a complaint"),
    (Action.REPLY, "staff_letters.waiting", "Letters to print"),
    (Action.LEARNING, "staff_learning.every", "Learning"),
    (Action.REGISTERS, "staff_registers.registers", "Registers"),
    (Action.INDEPENDENTS, "staff_independents.every", "People from outside"),
    (Action.COUNT, "staff_reports.reports", "Reports"),
    (Action.RETENTION, "staff_retention.every", "Kept and let go"),
    (Action.READ_AUDIT, "staff_audit.audit", "Who did what"),
    (Action.OWN_ACCOUNT, "staff_account.account", "My account"),
)
"""The rooms of the staff site, in the order of its menu."""

CASE = "staff_case.case"
"""The page on which everything stands that the person wrote."""
WHY = "staff_reason.why"
"""The page that asks why somebody opens a case that is not theirs; it shows nothing of the case."""


@dataclass(frozen=True, slots=True)
class Me:
    """The officer who is asking."""

    id: int
    name: str
    public_name: str  # what a child may read
    email: str
    roles: frozenset[Role]
    teams: frozenset[str]
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
    if _about(officer, case):
        return Relation.CONFLICT
    theirs = case.officer_id == officer.id or _watched(officer, case) or _named(officer, case)
    return Relation.ASSIGNED if theirs else Relation.NONE


def _watched(officer: Me, case: Case) -> bool:
    """Whether somebody may not be safe, for those on safeguarding duty."""
    worry = case.safety != SAFETY.begins or case.procedure is Procedure.SAFEGUARDING
    return worry and Role.SAFEGUARDING_DUTY in officer.roles


def _about(officer: Me, case: Case) -> bool:
    """Whether it may be about them; asked once for a page, though each of its buttons depends on it."""
    known: dict[tuple[int, int], bool] = g.setdefault("about", {})
    place = officer.id, case.id
    if place not in known:
        known[place] = bool(concerned([case], officer.name))
    return known[place]


def _named(officer: Me, case: Case) -> bool:
    """Whether they were named for Stage 2 or 3 of this case and still take part; asked once for a page."""
    known: dict[tuple[int, int], bool] = g.setdefault("named", {})
    place = officer.id, case.id
    if place not in known:
        known[place] = bool(part_in(case, officer.id))
    return known[place]


def check() -> Response | None:
    """Let in, send to the sign-in page, or say no in a way that does not tell whether a case exists."""
    if not is_staff_page() or request.endpoint is None:
        return None
    g.me = _who()
    asked = door_of(current_app, request.endpoint)
    if asked in (Door.SIGN_IN, Door.DEVELOPER):
        return None
    if g.me is None:
        return redirect(url_for("security.login", next=_asked_for()))
    if not g.me.has_recovery_codes:
        return redirect(url_for("security.mf_recovery_codes"))
    assert isinstance(asked, Action)
    return _decide(g.me, asked)


def _decide(officer: Me, action: Action) -> Response | None:
    if request.view_args and "reference" in request.view_args:
        g.case = _case(str(request.view_args.pop("reference")))  # views ask `the_case`
        _let_in(officer, action, g.case)
    elif not officer.may(action):
        if action in LISTS:
            return redirect(url_for(_home(officer)))  # their first page after signing in
        looking.refused(action, officer.id, Refusal.ROLE)
        abort(403)
    if action in FRESH and clock.now().timestamp() - session.get("fs_paa", 0) > FRESH_FOR.total_seconds():
        looking.refused(action, officer.id, Refusal.PASSWORD_AGAIN, g.case.id if "case" in g else None)
        return redirect(url_for("security.verify", next=_asked_for()))
    return _see(officer, action) if "case" in g and request.endpoint != WHY else None


def _asked_for() -> str:
    """The address that was asked for, as it was."""
    return request.full_path.removesuffix("?")


def _home(officer: Me) -> str:
    """The first page of whoever does not work with cases."""
    return "staff_advocacy.requests" if officer.may(Action.ADVOCATES) else "staff_account.account"


def _let_in(officer: Me, action: Action, case: Case | None) -> None:
    """Stop whoever may not do this with the case; the audit keeps why, the page never says it."""
    if case is not None and officer.may(action, case) and officer.may(Action.READ_CASE, case):
        return
    if case is None:
        why = Refusal.NO_SUCH_CASE
    elif relation(officer, case) is Relation.CONFLICT:
        why = Refusal.CONFLICT
    else:
        why = Refusal.NOT_THEIRS if officer.reach(action) else Refusal.ROLE
    reads = case is not None and officer.may(Action.READ_CASE, case)
    looking.refused(action, officer.id, why, case.id if case else None)
    abort(403 if reads else 404)


def _see(officer: Me, action: Action) -> Response | None:
    """Keep that a page of this case is looked at, or ask first why, if the case is somebody else's."""
    if asked_why(officer, the_case()):
        back = _asked_for() if request.method == "GET" else None
        return redirect(url_for(WHY, reference=the_case().reference, next=back))
    if request.method != "POST":  # what a POST changes is kept by the verb that changes it
        looking.saw(action, officer.id, the_case().id, messages=request.endpoint == CASE)
    return None


def asked_why(officer: Me, case: Case) -> bool:
    """Whether this officer has to write first why they open this case: once a day, unless it is their work."""
    given = relation(officer, case) is Relation.ASSIGNED
    tied = ties(case, officer.id, officer.roles, officer.teams, given=given)
    return must_say_why(officer.roles, tied) and not looking.been_in_today(case.id, officer.id)


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
        teams=frozenset(current_user.teams),
        has_recovery_codes=current_user.mf_recovery_codes is not None,
    )


def surroundings() -> dict[str, object]:
    """What the layout of every staff page shows: who is signed in, the way out, the rooms this officer may enter."""
    officer: Me | None = g.get("me") if is_staff_page() else None
    if officer is None:
        return {}
    here = request.endpoint or ""
    rooms = [(url_for(endpoint), words, here == endpoint) for action, endpoint, words in ROOMS if officer.may(action)]
    shown = {
        "me": officer,
        "officer_name": officer.name,
        "sign_out_url": url_for("security.logout"),
        "staff_nav": rooms,
    }
    if officer.may(Action.READ_INBOX):
        return shown
    provider = authority().advocacy.name or "Advocates" if officer.may(Action.ADVOCATES) else ""
    return {**shown, "staff_home": _home(officer), **({"desk_name": provider} if provider else {})}
