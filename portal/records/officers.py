"""Officers, the roles they hold, and their signed-in sessions.

The staff site maps the same table for its sign-in library.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, bindparam, select
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed
from portal.records.sealing import Sealed


class Officer(Rowed, Base):
    """Somebody who works for the authority or for its advocacy provider. Never deleted, only locked."""

    __tablename__ = "officers"

    email: Mapped[str] = mapped_column(String(255), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    public_name: Mapped[str] = mapped_column(String(120))  # what a child may read: a first name
    roles: Mapped[list[str]] = mapped_column(MutableList.as_mutable(JSON), default=list)
    teams: Mapped[list[str]] = mapped_column(MutableList.as_mutable(JSON), default=list)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)  # changing it ends every session
    tf_primary_method: Mapped[str | None] = mapped_column(String(64))
    tf_totp_secret: Mapped[str | None] = mapped_column(String(255))
    tf_last_counter: Mapped[int | None]  # the half minute of the newest code that was taken: none is taken twice
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(MutableList.as_mutable(JSON))
    added_at: Mapped[datetime]


class StaffSession(Rowed, Base):
    """What the sign-in library remembers between two requests of one browser; the cookie holds only a random key."""

    __tablename__ = "staff_sessions"

    key: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"), index=True)
    begun_at: Mapped[datetime]
    touched_at: Mapped[datetime] = mapped_column(index=True)
    body: Mapped[bytes]

    data = Sealed[dict[str, Any]]("body")


def officer_by_email(email: str) -> Officer | None:
    return db.session.scalar(select(Officer).where(Officer.email == email.strip().lower()))


def officer_by_session_name(name: str) -> Officer | None:
    """The officer whom the sign-in library knows by this name, which changes when every session is ended."""
    return db.session.scalar(select(Officer).where(Officer.fs_uniquifier == name))


def staff_session(key: bytes) -> StaffSession | None:
    return db.session.scalar(_BY_KEY, {"key": key})


_BY_KEY = select(StaffSession).where(StaffSession.key == bindparam("key"))
