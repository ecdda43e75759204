"""The officers' table as the sign-in library sees it; recovery codes as fingerprints, phone codes taken once."""

import hmac
from typing import Any

from flask import current_app
from flask_security import SQLAlchemyUserDatastore, UserMixin
from flask_security.recovery_codes import MfRecoveryCodesUtil
from flask_security.totp import TokenError, Totp, TotpMatch
from sqlalchemy import bindparam, inspect, select
from sqlalchemy.orm import InstanceState, Mapped, column_property

from portal.domain.access import Role, roles_of
from portal.extensions import db
from portal.records.base import Base
from portal.records.officers import Officer
from portal.services.officers import OWN, keep_sign_in, take_code
from portal.services.phones import one_time


class NoLibraryRole:
    """The library's own roles are not used: permissions are `domain.access`."""

    name = ""


class OfficerAccount(Base, UserMixin):
    """An officer, mapped once more for the sign-in library."""

    __table__ = Officer.__table__
    role_codes: Mapped[list[str]] = column_property(Officer.__table__.c.roles)
    roles: tuple[NoLibraryRole, ...] = ()

    @property
    def held(self) -> frozenset[Role]:
        """The roles this officer holds."""
        return roles_of(self.role_codes)


_SIGNED_IN = select(OfficerAccount).where(OfficerAccount.__table__.c.fs_uniquifier == bindparam("name"))


class Accounts(SQLAlchemyUserDatastore):
    """Finds officers for the library, and keeps what it changes through the service that may."""

    def __init__(self) -> None:
        super().__init__(db, OfficerAccount, NoLibraryRole)

    def find_user(self, case_insensitive: bool = False, **what: Any) -> OfficerAccount | None:
        """As the library does; whoever is signed in is looked for on every page, by a question put together once."""
        if set(what) == {"fs_uniquifier"}:
            return db.session.scalar(_SIGNED_IN, {"name": what["fs_uniquifier"]})
        found: OfficerAccount | None = super().find_user(case_insensitive, **what)
        return found

    def commit(self) -> None:
        """Gather what the library changed about an officer, and keep just that."""
        for account in [row for row in db.session.dirty if isinstance(row, OfficerAccount)]:
            state: InstanceState[OfficerAccount] = inspect(account)
            changes = {name: getattr(account, name) for name in OWN if state.attrs[name].history.has_changes()}
            keep_sign_in(account.id, changes)


class RecoveryCodes(MfRecoveryCodesUtil):
    """Recovery codes are shown once: what is kept cannot be shown again."""

    def create_recovery_codes(self, user: OfficerAccount) -> list[str]:
        codes = super().create_recovery_codes(user)
        user.mf_recovery_codes = [self._fingerprint(code) for code in codes]
        return codes

    def get_recovery_codes(self, user: OfficerAccount) -> list[str]:
        return []

    def check_recovery_code(self, user: OfficerAccount, code: str) -> bool:
        return self._fingerprint(code) in (user.mf_recovery_codes or [])

    def delete_recovery_code(self, user: OfficerAccount, code: str) -> bool:
        user.mf_recovery_codes = [kept for kept in user.mf_recovery_codes or [] if kept != self._fingerprint(code)]
        return True

    def _fingerprint(self, code: str) -> str:
        pepper: Any = current_app.config["PORTAL"].code_pepper.encode()
        return hmac.new(pepper, f"recovery:{code.strip().lower()}".encode(), "sha256").hexdigest()[:32]


class OneTimeCodes(Totp):
    """The six digits of a phone: whoever reads them over a shoulder cannot use them as well."""

    def __init__(self, secrets: dict[str, str], issuer: str) -> None:
        super().__init__(secrets, issuer)
        self._totp = one_time(secrets, issuer)

    def get_last_counter(self, user: OfficerAccount) -> int | None:
        return user.tf_last_counter

    def set_last_counter(self, user: OfficerAccount, tmatch: TotpMatch) -> None:
        """Take the code, unless somebody took it a moment before: then it counts as wrong."""
        if not take_code(user.id, tmatch.counter):
            raise TokenError
