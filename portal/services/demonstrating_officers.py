"""The invented officers of the demonstration, one for each role, with passwords that differ from machine to machine."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from flask import current_app

from portal.domain.access import Role
from portal.domain.references import new_code
from portal.records.officers import officer_by_email
from portal.services.officers import add_officer, keep_sign_in

DOMAIN = "demo.example"
NAMES: Mapping[Role, str] = {
    Role.COMPLAINTS_OFFICER: "Juniper Demo",
    Role.TEAM_MANAGER: "Linden Demo",
    Role.INVESTIGATING_OFFICER: "Sorrel Demo",
    Role.INDEPENDENT_PERSON: "Bryony Demo",
    Role.SYSTEM_ADMINISTRATOR: "Hawthorn Demo",
    Role.DATA_PROTECTION_OFFICER: "Yarrow Demo",
    Role.AUDITOR: "Tansy Demo",
    Role.ADVOCATE: "Clover Demo",
    Role.COMPLAINTS_MANAGER: "Rowan Demo",
    Role.SENIOR_MANAGER: "Alder Demo",
    Role.DIRECTOR: "Hazel Demo",
    Role.SAFEGUARDING_DUTY: "Willow Demo",
}


@dataclass(frozen=True, slots=True)
class Account:
    """An invented officer and what they sign in with."""

    role: Role
    name: str
    email: str
    password: str
    totp_key: bytes  # 20 bytes, as authenticator apps want them


def accounts() -> tuple[Account, ...]:
    """Every invented officer; the same on every run on this machine."""
    return tuple(_account(role, name) for role, name in NAMES.items())


def add_officers() -> dict[str, int]:
    """Add the invented officers who are not there yet; return everyone's number by their role."""
    numbers = {}
    for account in accounts():
        known = officer_by_email(account.email)
        numbers[account.role.value] = (
            known.id if known else add_officer(account.email, account.name, (account.role,), password=account.password)
        )
    return numbers


def _account(role: Role, name: str) -> Account:
    email = f"{role.value.replace('_', '.')}@{DOMAIN}"
    drawn = _drawn(f"password:{email}")
    words = new_code(lambda below: int.from_bytes(drawn) % below).words
    return Account(role, name, email, "-".join(words[:4]), _drawn(f"phone:{email}")[:20])


def _drawn(what: str) -> bytes:
    """Random to everybody who does not know this installation's secret key."""
    return hmac.digest(str(current_app.secret_key).encode(), f"demonstration:{what}".encode(), "sha256")


def phone_of(account: Account) -> str | None:
    """The sealed key of the officer's authenticator app, if one was set up."""
    officer = officer_by_email(account.email)
    return officer.tf_totp_secret if officer and officer.tf_primary_method else None


def keep_phone(account: Account, sealed_key: str) -> None:
    """Set up the officer's authenticator app with this key, as the sign-in library sealed it."""
    officer = officer_by_email(account.email)
    if officer is not None:
        keep_sign_in(officer.id, {"tf_primary_method": "authenticator", "tf_totp_secret": sealed_key})
