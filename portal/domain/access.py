"""Who may do what on the staff site: a table, one evaluator, and a conflict that overrides every yes."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from portal.domain.words import Worded


class Role(Worded):
    """What somebody is to the team (design: trust, Roles). One person may hold several."""

    COMPLAINTS_OFFICER = "complaints_officer", "Complaints officer"
    TEAM_MANAGER = "team_manager", "Team manager"
    INVESTIGATING_OFFICER = "investigating_officer", "Investigating officer"
    INDEPENDENT_PERSON = "independent_person", "Independent person"
    SYSTEM_ADMINISTRATOR = "system_administrator", "System administrator"
    DATA_PROTECTION_OFFICER = "data_protection_officer", "Data protection officer"
    AUDITOR = "auditor", "Auditor"
    ADVOCATE = "advocate", "Advocacy provider"
    COMPLAINTS_MANAGER = "complaints_manager", "Complaints manager"
    SENIOR_MANAGER = "senior_manager", "Senior manager"
    DIRECTOR = "director", "Director"
    SAFEGUARDING_DUTY = "safeguarding_duty", "Safeguarding duty"


class Action(StrEnum):
    """Everything that can be done on the staff site; each route names one as its door."""

    OWN_ACCOUNT = "own_account"  # one's own password, phone and recovery codes
    READ_INBOX = "read_inbox"
    SEARCH = "search"
    READ_CASE = "read_case"
    READ_SENSITIVE = "read_sensitive"  # who is complained about, and whom we must not tell
    HANDLE_ALERT = "handle_alert"
    ACKNOWLEDGE = "acknowledge"
    REPLY = "reply"
    ANSWER = "answer"
    NOTE = "note"
    CHANGE_METHOD = "change_method"
    ASSIGN = "assign"
    RENEW_CODE = "renew_code"
    RELEASE_HELD = "release_held"
    RECORD = "record"  # write down what came by phone, on paper or in person
    READ_AUDIT = "read_audit"  # who saw and changed which case, and who was refused
    READ_CONCERNS = "read_concerns"  # what it is about, the statement, what was found
    EDIT_CONCERNS = "edit_concerns"
    DECIDE_CONCERNS = "decide_concerns"  # an outcome for each concern at each stage
    REMEDIES = "remedies"
    LEARNING = "learning"
    CHILDREN = "children"
    MONITORING = "monitoring"  # write down who the children are, for figures alone
    COMPLIMENT = "compliment"
    REGISTERS = "registers"  # enquiries of the Ombudsman and of members
    READ_DATES = "read_dates"  # why something is due when it is
    MOVE_DATES = "move_dates"  # more time, a pause, and mistakes about them
    TAKE_STEPS = "take_steps"  # through the procedure; which steps, its table says
    READ_BOARD = "read_board"  # every open answer by how near its day is
    INDEPENDENTS = "independents"  # the register of people from outside, with their addresses and fees
    APPOINT = "appoint"  # who investigates, who watches, who sits on the panel, when and where
    READ_REPORTS = "read_reports"  # what they wrote, and how it was answered
    WRITE_REPORTS = "write_reports"  # take in a report and what it recommends
    ADJUDICATE = "adjudicate"  # answer recommendations
    RAISE_SAFETY = "raise_safety"  # say that somebody may not be safe
    WORRIES = "worries"  # the list of those that nobody has decided about
    SAFEGUARDING = "safeguarding"  # what the people on duty found and did about it
    TRIAGE = "triage"  # look at what came: who, about what, when, and where it goes
    COUNT = "count"  # the report's figures, small ones too
    EXPORT = "export"  # the rows that figures are made of, to take away
    WRITE_YEAR = "write_year"  # the words of the year's report, and which kind words stand in it
    ADVOCATES = "advocates"  # the advocacy provider's own desk: what was passed on to it, and nothing else
    READ_FILES = "read_files"  # photos, voice messages and documents of a case
    RETENTION = "retention"  # which cases may go and why, what has to be kept, what is gone
    LET_GO = "let_go"  # agree that a case goes for good; it takes two


class Reach(StrEnum):
    """How far a grant goes."""

    ALL = "all"
    ASSIGNED = "assigned"  # only cases given to this officer


class Relation(StrEnum):
    """What an officer is to the case in question."""

    NONE = "none"  # no case in question, or one that is not theirs
    ASSIGNED = "assigned"
    CONFLICT = "conflict"  # the case may be about them


class Tie(StrEnum):
    """What makes it an officer's own business to open a case; somebody without any writes first why they do."""

    ANY = "any"  # every case has it
    NOBODYS = "nobodys"  # still open and given to nobody: whoever is on duty looks at it
    THEIRS = "theirs"  # given to them, theirs to answer, or they are named for it
    TEAM = "team"  # it is about their team
    TURN = "turn"  # its procedure waits for a step of theirs


_EVERYBODY: Mapping[Action, Reach] = {Action.OWN_ACCOUNT: Reach.ALL}
_APART = frozenset(
    {
        Action.READ_AUDIT, Action.INDEPENDENTS, Action.APPOINT, Action.WRITE_REPORTS, Action.ADJUDICATE, Action.TRIAGE,
        Action.WORRIES, Action.SAFEGUARDING, Action.EXPORT, Action.WRITE_YEAR, Action.ADVOCATES, Action.RETENTION,
        Action.LET_GO,
    }
)  # fmt: skip
"""What not everybody in the team does: a service does not choose who investigates it."""
_TEAM: Mapping[Action, Reach] = {action: Reach.ALL for action in Action if action not in _APART}
_DESK: Mapping[Action, Reach] = {
    **_TEAM,
    **dict.fromkeys(
        (
            Action.INDEPENDENTS,
            Action.APPOINT,
            Action.WRITE_REPORTS,
            Action.TRIAGE,
            Action.EXPORT,
            Action.WRITE_YEAR,
        ),
        Reach.ALL,
    ),
}
_BY_CASE: Mapping[Action, Reach] = {
    **_EVERYBODY,
    Action.READ_INBOX: Reach.ASSIGNED,
    Action.SEARCH: Reach.ASSIGNED,
    Action.READ_CASE: Reach.ASSIGNED,
    Action.READ_FILES: Reach.ASSIGNED,
    Action.NOTE: Reach.ASSIGNED,
}

_SIGNING: Mapping[Action, Reach] = dict.fromkeys(
    (
        Action.OWN_ACCOUNT, Action.READ_INBOX, Action.SEARCH, Action.READ_CASE, Action.READ_SENSITIVE, Action.NOTE,
        Action.READ_CONCERNS, Action.READ_DATES, Action.READ_BOARD, Action.TAKE_STEPS, Action.READ_REPORTS,
        Action.ADJUDICATE, Action.COUNT, Action.READ_FILES,
    ),
    Reach.ALL,
)  # fmt: skip
"""Senior people read the case, sign what was drafted, and decide."""

_KEEPING: Mapping[Action, Reach] = {Action.RETENTION: Reach.ALL, Action.LET_GO: Reach.ALL}
"""What is kept and for how long; it says of a case only what it was and when it was over."""

GRANTS: Mapping[Role, Mapping[Action, Reach]] = {
    Role.COMPLAINTS_OFFICER: _DESK,
    Role.TEAM_MANAGER: {**_TEAM, Action.READ_AUDIT: Reach.ALL},
    Role.INVESTIGATING_OFFICER: {
        **_BY_CASE,
        Action.READ_SENSITIVE: Reach.ASSIGNED,
        Action.REPLY: Reach.ASSIGNED,
        Action.READ_CONCERNS: Reach.ASSIGNED,
        Action.EDIT_CONCERNS: Reach.ASSIGNED,
        Action.READ_REPORTS: Reach.ASSIGNED,
        Action.WRITE_REPORTS: Reach.ASSIGNED,
        Action.TAKE_STEPS: Reach.ASSIGNED,
    },
    Role.INDEPENDENT_PERSON: {
        **_BY_CASE,
        Action.READ_SENSITIVE: Reach.ASSIGNED,
        Action.READ_CONCERNS: Reach.ASSIGNED,
        Action.READ_REPORTS: Reach.ASSIGNED,
        Action.WRITE_REPORTS: Reach.ASSIGNED,
        Action.TAKE_STEPS: Reach.ASSIGNED,
    },
    Role.SYSTEM_ADMINISTRATOR: _EVERYBODY,  # keeps the machine running without reading what children wrote
    Role.DATA_PROTECTION_OFFICER: {**_EVERYBODY, Action.READ_AUDIT: Reach.ALL, **_KEEPING},
    Role.AUDITOR: {**_EVERYBODY, Action.READ_AUDIT: Reach.ALL},
    Role.ADVOCATE: {**_EVERYBODY, Action.ADVOCATES: Reach.ALL},  # they read no case, and nobody of the team their desk
    Role.COMPLAINTS_MANAGER: {
        **_DESK,
        **_KEEPING,
        Action.READ_AUDIT: Reach.ALL,
        Action.ADJUDICATE: Reach.ALL,
        Action.WORRIES: Reach.ALL,
        Action.SAFEGUARDING: Reach.ALL,
    },
    Role.SENIOR_MANAGER: _SIGNING,
    Role.DIRECTOR: _SIGNING,
    Role.SAFEGUARDING_DUTY: {
        **_BY_CASE,
        Action.READ_SENSITIVE: Reach.ASSIGNED,
        Action.REPLY: Reach.ASSIGNED,
        Action.HANDLE_ALERT: Reach.ALL,
        Action.TAKE_STEPS: Reach.ASSIGNED,
        Action.RAISE_SAFETY: Reach.ASSIGNED,
        Action.WORRIES: Reach.ALL,
        Action.SAFEGUARDING: Reach.ASSIGNED,
    },
}

FRESH = frozenset({Action.RENEW_CODE, Action.EXPORT, Action.LET_GO})
"""What asks for the password again when it was last typed a while ago."""

_CASEWORK = frozenset({Tie.NOBODYS, Tie.THEIRS, Tie.TEAM})
_AT_THEIR_TURN = frozenset({Tie.THEIRS, Tie.TEAM, Tie.TURN})

FREELY: Mapping[Role, frozenset[Tie]] = {
    Role.COMPLAINTS_OFFICER: _CASEWORK,
    Role.TEAM_MANAGER: _CASEWORK,
    Role.SENIOR_MANAGER: _AT_THEIR_TURN,
    Role.DIRECTOR: _AT_THEIR_TURN,
    Role.COMPLAINTS_MANAGER: frozenset({Tie.ANY}),  # watching over every case is their work
    Role.SAFEGUARDING_DUTY: frozenset({Tie.ANY}),  # they see no case without a worry about somebody's safety
}
"""With which ties a role opens a case without being asked why (design: trust, the curious colleague)."""

LISTS = frozenset({Action.READ_INBOX, Action.SEARCH})
"""What works on many cases at once: with a grant for assigned cases it shows those alone."""


def reach(roles: Collection[Role], action: Action) -> Reach | None:
    """How far these roles together may go with an action; None is not at all."""
    found = {GRANTS[role].get(action) for role in roles}
    return Reach.ALL if Reach.ALL in found else Reach.ASSIGNED if Reach.ASSIGNED in found else None


def may(roles: Collection[Role], action: Action, relation: Relation = Relation.NONE) -> bool:
    """Whether these roles may do this, given what the officer is to the case; a conflict overrides every yes."""
    if relation is Relation.CONFLICT:
        return False
    granted = reach(roles, action)
    if granted is Reach.ASSIGNED:
        return relation is Relation.ASSIGNED or action in LISTS
    return granted is Reach.ALL


def must_say_why(roles: Collection[Role], ties: Collection[Tie]) -> bool:
    """Whether somebody who may read every case has to write first why they open this one."""
    return reach(roles, Action.READ_CASE) is Reach.ALL and all(
        FREELY.get(role, frozenset()).isdisjoint(ties) for role in roles
    )


def roles_of(codes: Collection[str]) -> frozenset[Role]:
    """The roles behind stored codes; a code that is no role any more grants nothing.

    Whoever is of the advocacy provider is nothing else: they read what was passed on to them, and no case.
    """
    known = {role.value: role for role in Role}
    held = frozenset(known[code] for code in codes if code in known)
    return frozenset({Role.ADVOCATE}) if Role.ADVOCATE in held else held
