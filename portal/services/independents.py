"""Keeping the register of people from outside: entering, changing, and a line for each change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal import clock
from portal.domain.independence import Capacity, Ties
from portal.extensions import db
from portal.records.independents import Independent
from portal.records.officers import Officer
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.registering import keep_line
from portal.services.transactions import writing

REGISTER = "independents"
"""The register's name in its lines."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the register says of somebody; `contact` is their e-mail address, telephone number and address."""

    name: str
    organisation: str
    capacities: frozenset[Capacity]
    ties: Ties
    contact: Mapping[str, str]
    pence_a_day: int | None = None
    account: str = ""  # the e-mail address they sign in with; empty without an account
    active: bool = True
    until: date | None = None


def enter(officer_id: int, known: Known) -> int:
    """Put somebody on the register and return their number. Raises `NotLikeThis`."""
    with writing():
        row = Independent()
        _fill(row, officer_id, known)
        db.session.add(row)
        db.session.flush()
        keep_line(REGISTER, row.id, officer_id, "Put on the register")
        return row.id


def change(number: int, officer_id: int, known: Known) -> None:
    """Change what the register says of somebody. Raises `NotThere` or `NotLikeThis`."""
    with writing():
        row = db.session.scalar(select(Independent).where(Independent.id == number).with_for_update())
        if row is None:
            raise NotThere(f"person {number}")
        before = _said(row)
        _fill(row, officer_id, known)
        after = _said(row)
        changed = [f"{name}: {before[name]} → {after[name]}" for name in after if before[name] != after[name]]
        keep_line(REGISTER, row.id, officer_id, "; ".join(changed) or "Looked at, and nothing about them has changed")


def _fill(row: Independent, officer_id: int, known: Known) -> None:
    if not known.name:
        raise NotLikeThis("Write their name.", "name")
    if not known.capacities:
        raise NotLikeThis("Tick at least one thing they do.", "capacities")
    if known.ties.signed_on and known.ties.signed_on > clock.today():
        raise NotLikeThis("They cannot have signed on a day that lies ahead.", "signed_on")
    row.name, row.organisation, row.pence_a_day = known.name, known.organisation, known.pence_a_day
    row.capacities = [one.value for one in Capacity if one in known.capacities]
    row.is_member, row.is_officer, row.is_partner = known.ties.member, known.ties.officer, known.ties.partner
    row.signed_on, row.active, row.until = known.ties.signed_on, known.active, known.until
    row.officer_id = _account(row, known.account)
    row.contact = dict(known.contact)
    row.kept_by, row.kept_at = officer_id, clock.now()


def _account(row: Independent, email: str) -> int | None:
    if not email:
        return None
    officer = db.session.scalar(select(Officer).where(Officer.email == email.lower()))
    if officer is None:
        raise NotLikeThis("Nobody signs in with this address. Leave it empty if they have no account.", "email")
    with db.session.no_autoflush:
        taken = db.session.scalar(select(Independent.id).where(Independent.officer_id == officer.id))
    if taken not in (None, row.id):
        raise NotLikeThis("This account belongs to somebody else on the register.", "email")
    return officer.id


def _said(row: Independent) -> dict[str, str]:
    """What a change is told by: never the contact details."""
    ties = [("member", row.is_member), ("officer", row.is_officer), ("married to one", row.is_partner)]
    return {
        "Name": row.name,
        "Organisation": row.organisation,
        "For": ", ".join(one.label for one in Capacity if one in row.listed),
        "Ties": ", ".join(words for words, true in ties if true) or "none",
        "Signed": str(row.signed_on or "not yet"),
        "On the register": "yes" if row.active else "no",
        "Until": str(row.until or "open"),
        "Account": "yes" if row.officer_id else "no",
        "Day rate": str(row.pence_a_day or "none"),
    }
