"""The audit: who saw, changed, exported and was refused what; lines that are added, sealed to each other, and kept."""

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, func, select, update
from sqlalchemy.orm import Mapped, aliased, mapped_column

from portal.domain.access import Action
from portal.domain.audit_chain import Entry, vouched_in
from portal.domain.audit_words import By, Deed
from portal.extensions import db
from portal.records.base import Base, Short, code_of
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.records.sealing import SealBroken, Sealed, keyring

AT_ONCE = 2000
"""Lines read together when the whole chain is gone along."""


class AuditLine(Base):
    """One deed. The database refuses to change or delete it (see the first migration), and the chain shows if it was.

    Only what an officer wrote may be sealed anew with another key: the chain is of the words, not of how they are kept.

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
    digest: Mapped[bytes | None] = mapped_column(LargeBinary(32))  # of what is sealed: it stays when that goes
    key: Mapped[int]
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))

    said = Sealed[list[str] | None]("body")
    """Chance, and words."""

    @property
    def words(self) -> str | None:
        """Why an officer opened somebody else's case, as they wrote it; or which lines were vouched for."""
        return self.said[1] if self.said else None

    def say(self, words: str) -> None:
        """Keep these words, and a digest which nobody can guess them from once they are gone."""
        self.said = [secrets.token_hex(16), words]
        self.digest = _digest(self.said)

    def entry(self, *, let_go: bool = False) -> Entry:
        """The line as the chain sees it; only those of a case that was let go may lack words that were there."""
        try:
            words = _digest(self.said) if self.said else (self.digest if let_go else None) or b""
        except SealBroken:
            words = b"cannot be opened, so it fits no chain"
        return Entry(
            number=self.id, at=self.at, by=self.by, officer=self.officer_id, deed=self.deed, what=self.what,
            case=self.case_id, about=self.about_id, why=self.why, words=words, key=self.key,
        )  # fmt: skip


def _digest(said: Sequence[str]) -> bytes:
    return hashlib.sha256("".join(said).encode("utf-8", "surrogatepass")).digest()


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


@dataclass(frozen=True, slots=True)
class Vouched:
    """What one line says of all lines up to another, and the key that has to be here to believe it."""

    lines: int
    digest: bytes
    key: int


def vouchings() -> Sequence[Vouched]:
    """What lines say that were sealed with keys that are here; the chain shows whether they are ours."""
    query = select(AuditLine).where(AuditLine.deed == Deed.VOUCHED).order_by(AuditLine.id)
    ours = [line for line in db.session.scalars(query) if line.key in keyring()]
    read = [(vouched_in(_opened(line)), line.key) for line in ours]
    return [Vouched(*said, key) for said, key in read if said]


def lines_by_key() -> Mapping[int, int]:
    """How many lines can only be believed as long as each key is here."""
    ring, said = keyring(), vouchings()
    now = max((one.lines for one in said if one.key == ring.current), default=0)
    last = max(said, key=lambda one: one.lines, default=Vouched(0, b"", ring.current))
    found = Counter({ring.current: now})
    for known, first, end in ((True, now, last.lines), (False, last.lines, None)):
        query = select(AuditLine.key, func.count()).where(AuditLine.id > first).group_by(AuditLine.key)
        query = query.where(AuditLine.id <= end) if end is not None else query
        for key, number in db.session.execute(query):
            found[last.key if known and key not in ring else key] += number
    return +found


def _opened(line: AuditLine) -> str:
    try:
        return line.words or ""
    except SealBroken:
        return ""
