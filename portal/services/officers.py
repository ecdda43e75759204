"""Adding and locking the people who may sign in, and keeping what they change about their own sign-in."""

import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import CursorResult, delete, or_, select, update

from portal import clock
from portal.domain.access import Role
from portal.domain.audit_words import By, Deed
from portal.domain.journeys.validation import is_email
from portal.extensions import db
from portal.records.officers import Officer, StaffSession, officer_by_email
from portal.services.auditing import note
from portal.services.transactions import writing

SHORTEST_PASSWORD = 12
"""Characters; length is what makes a password hard to guess (NIST SP 800-63B, NCSC: three random words)."""

HASHING = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
"""argon2id as the sign-in library makes it, so that a hash made here is not made anew at the first sign-in."""

OWN = frozenset({"password", "fs_uniquifier", "tf_primary_method", "tf_totp_secret", "mf_recovery_codes"})
"""What an officer's own sign-in may change about them, and nothing else."""


class OfficerExists(ValueError):
    """There is already an officer with this address; officers are locked, never added twice."""


class NoSuchOfficer(LookupError):
    """No officer has this address."""


class NotAnOfficer(ValueError):
    """What was given cannot make an officer: the message says which part and why."""


def add_officer(
    email: str,
    name: str,
    roles: Sequence[Role],
    *,
    password: str,
    public_name: str = "",
    teams: Sequence[str] = (),
) -> int:
    """Add somebody who may sign in, and return their number. Raises `OfficerExists` and `NotAnOfficer`."""
    email, name = email.strip().lower(), name.strip()
    _refuse_bad(email, name, roles, password)
    hashed = hash_password(password)
    with writing():
        if officer_by_email(email):
            raise OfficerExists(f"There is already an officer with the address {email}.")
        officer = Officer(
            email=email,
            name=name,
            public_name=public_name.strip() or name.split()[0],
            roles=[role.value for role in roles],
            teams=list(teams),
            password=hashed,
            active=True,
            fs_uniquifier=secrets.token_hex(32),
            added_at=clock.now(),
        )
        db.session.add(officer)
        db.session.flush()
        _noted("officer_added", officer)
        return officer.id


def _refuse_bad(email: str, name: str, roles: Sequence[Role], password: str) -> None:
    if not is_email(email):
        raise NotAnOfficer(f"{email!r} is not an e-mail address.")
    if not name:
        raise NotAnOfficer("An officer needs a name.")
    if not roles:
        raise NotAnOfficer("An officer needs at least one role.")
    if Role.ADVOCATE in roles and len(set(roles)) > 1:
        raise NotAnOfficer("Whoever is of the advocacy provider has no other role here: they read no case.")
    if len(password) < SHORTEST_PASSWORD:
        raise NotAnOfficer(f"A password needs at least {SHORTEST_PASSWORD} characters.")


def hash_password(password: str) -> str:
    """The argon2id hash of a password, in the form of Unicode that the sign-in library compares."""
    return HASHING.hash(unicodedata.normalize("NFKD", password))


def lock_officer(email: str) -> None:
    """End every session of an officer at once and let them sign in no more. Raises `NoSuchOfficer`."""
    with writing():
        officer = _officer(email)
        officer.active = False
        _noted("officer_locked", officer)
        officer.fs_uniquifier = secrets.token_hex(32)
        db.session.execute(delete(StaffSession).where(StaffSession.officer_id == officer.id))


def unlock_officer(email: str) -> None:
    """Let a locked officer sign in again, with the password and phone they had. Raises `NoSuchOfficer`."""
    with writing():
        officer = _officer(email)
        officer.active = True
        _noted("officer_unlocked", officer)


def start_afresh(email: str, password: str) -> None:
    """A new first password, and the phone to be set up again, for somebody who lost both.

    Raises `NoSuchOfficer` and `NotAnOfficer`.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise NotAnOfficer(f"A password needs at least {SHORTEST_PASSWORD} characters.")
    hashed = hash_password(password)
    with writing():
        officer = _officer(email)
        officer.password, officer.fs_uniquifier = hashed, secrets.token_hex(32)
        officer.tf_primary_method = officer.tf_totp_secret = officer.mf_recovery_codes = officer.tf_last_counter = None
        _noted("officer_afresh", officer)
        db.session.execute(delete(StaffSession).where(StaffSession.officer_id == officer.id))


def keep_sign_in(officer_id: int, changes: Mapping[str, Any]) -> None:
    """Keep what the sign-in library changed: a new password, a new phone, used recovery codes."""
    with writing():
        officer = db.session.get_one(Officer, officer_id)
        for name in OWN & changes.keys():
            setattr(officer, name, changes[name])
        note(Deed.CHANGED, "own_sign_in", officer_id=officer_id)


def take_code(officer_id: int, counter: int) -> bool:
    """Take the code of this half minute for an officer; False when it, or a later one, was taken before."""
    with writing():
        taken = Officer.tf_last_counter
        fresh = update(Officer).where(Officer.id == officer_id, or_(taken.is_(None), taken < counter))
        done = db.session.execute(fresh.values(tf_last_counter=counter))
        return bool(done.rowcount) if isinstance(done, CursorResult) else False


def _noted(what: str, officer: Officer) -> None:
    """For the audit: done on the command line, where nobody signs in."""
    note(Deed.CHANGED, what, by=By.PORTAL, about_id=officer.id)


def all_officers() -> Sequence[Officer]:
    """Everybody who may or once might sign in, by name."""
    return db.session.scalars(select(Officer).order_by(Officer.name)).all()


def _officer(email: str) -> Officer:
    officer = officer_by_email(email)
    if officer is None:
        raise NoSuchOfficer(f"There is no officer with the address {email}.")
    return officer
