"""The audit: who saw, changed, exported and was refused what; lines that are added, sealed to each other, and kept."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, select, update
from sqlalchemy.orm import Mapped, aliased, mapped_column

from portal.domain.access import Action
from portal.domain.audit_chain import Entry
from portal.domain.audit_words import By, Deed
from portal.extensions import db
from portal.records.base import Base, Short, code_of
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.records.sealing import Sealed

AT_ONCE = 2000
"""Lines read together when the whole chain is gone along."""


class AuditLine(Base):
    """One deed. The database refuses to change or delete it (see the first migration), and the chain shows if it was.

    It points at officers and cases and says nothing about what a case holds. The numbers have no gap. There are no
    foreign keys: to check one, the database would lock the case, and whoever holds the end of the chain must not wait.
    """

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_case", "case_id", "id"),  # "who opened my case, and when"
        Index("ix_audit_officer", "officer_id", "id"),
        Index("ix_audit_deed", "deed", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[By] = mapped_column("done_by", code_of(By))
    officer_id: Mapped[int | None]
    deed: Mapped[Deed] = mapped_column(code_of(Deed))
    what: Mapped[str] = mapped_column(Short)  # an action, a happening, or a table
    case_id: Mapped[int | None]
    about_id: Mapped[int | None]
    why: Mapped[str | None] = mapped_column(String(40))
    uid: Mapped[bytes] = mapped_column(LargeBinary(16))  # binds sealed words to their line
    body: Mapped[bytes | None]
    digest: Mapped[bytes | None] = mapped_column(LargeBinary(32))  # of the body: what the chain holds when that is gone
    key: Mapped[int]
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))

    words = Sealed[str | None]("body")
    """Why an officer opened somebody else's case, as they wrote it."""

    def entry(self, *, let_go: bool = False) -> Entry:
        """The line as the chain sees it; only those of a case that was let go may lack words that were there."""
        words = hashlib.sha256(self.body).digest() if self.body else (self.digest if let_go else None) or b""
        return Entry(
            number=self.id, at=self.at, by=self.by, officer=self.officer_id, deed=self.deed, what=self.what,
            case=self.case_id, about=self.about_id, why=self.why, words=words, key=self.key,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines somebody wants to read; None leaves a thing open."""

    case_id: int | None = None
    officer_id: int | None = None
    deed: Deed | None = None
    before: int | None = None  # only lines with a smaller number


def latest_lines(asked: Asked, most: int) -> Sequence[tuple[AuditLine, str, str, str]]:
    """The newest lines with the officer's name, the case's reference, and the officer it was done to ("" for none)."""
    other = aliased(Officer)
    query = (
        select(AuditLine, Officer.name, Case.reference, other.name)
        .outerjoin(Officer, AuditLine.officer_id == Officer.id)
        .outerjoin(Case, AuditLine.case_id == Case.id)
        .outerjoin(other, AuditLine.about_id == other.id)
    )
    wanted = (
        (AuditLine.case_id, asked.case_id),
        (AuditLine.officer_id, asked.officer_id),
        (AuditLine.deed, asked.deed),
    )
    query = query.where(*(column == value for column, value in wanted if value is not None))
    if asked.before is not None:
        query = query.where(AuditLine.id < asked.before)
    found = db.session.execute(query.order_by(AuditLine.id.desc()).limit(most))
    return [(line, name or "", reference or "", whom or "") for line, name, reference, whom in found]


def openings_of(case_id: int) -> Sequence[tuple[datetime, str]]:
    """When a case was opened, and the public name of the officer who did; oldest first.

    The advocacy provider opens no case: who helps a child is not for whoever speaks for them (`domain.speaking`).
    """
    query = select(AuditLine.at, Officer.public_name).join(Officer, AuditLine.officer_id == Officer.id)
    of_team = (AuditLine.deed == Deed.SAW, AuditLine.what != Action.ADVOCATES)
    query = query.where(AuditLine.case_id == case_id, *of_team).order_by(AuditLine.id)
    return [(at, name) for at, name in db.session.execute(query)]


def came_in_since(case_id: int, officer_id: int, since: datetime) -> bool:
    """Whether this officer saw this case, or wrote why they want to, at this moment or later."""
    query = select(AuditLine.id).where(
        AuditLine.case_id == case_id, AuditLine.officer_id == officer_id,
        AuditLine.deed.in_((Deed.SAID_WHY, Deed.SAW)), AuditLine.at >= since,
    )  # fmt: skip
    return db.session.scalar(query.limit(1)) is not None


def forget_reasons(case_id: int) -> None:
    """Take away what officers wrote when they opened a case that is let go; that they did, and when, stays."""
    written = update(AuditLine).where(AuditLine.case_id == case_id, AuditLine.body.is_not(None))
    db.session.execute(written.values(body=None).execution_options(synchronize_session=False))


def end_of_chain() -> tuple[int, bytes] | None:
    """Number and seal of the last line."""
    last = db.session.execute(select(AuditLine.id, AuditLine.seal).order_by(AuditLine.id.desc()).limit(1)).one_or_none()
    return (last.id, last.seal) if last else None


def whole_chain() -> Iterator[tuple[Entry, bytes]]:
    """Every line in order with its seal, a few at a time."""
    last, gone = 0, frozenset(db.session.scalars(select(Case.id).where(Case.let_go_on.is_not(None))))
    while True:
        query = select(AuditLine).where(AuditLine.id > last).order_by(AuditLine.id).limit(AT_ONCE)
        lines = db.session.scalars(query).all()
        yield from ((line.entry(let_go=line.case_id in gone), line.seal) for line in lines)
        if len(lines) < AT_ONCE:
            return
        last = lines[-1].id
        db.session.expunge_all()
