"""Photos, voice messages and documents: sealed piece by piece with a key of their own, which is sealed beside them."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import CheckConstraint, ForeignKey, Index, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.files import Scan, Sort, token
from portal.domain.speaking import Holder
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.sealing import SealBroken, bound_to, keyring

PIECE = 1024 * 1024
"""Bytes sealed at once."""
NONCE = 12
KEY_PLACE = "key"
"""What a file's key is called where it is sealed."""


class File(Rowed, Base):
    """Our own copy of a file, beside what somebody is writing, in a saved draft, or with a case.

    It goes with the row it belongs to, whoever deletes that: the database itself sees to it. In a draft saved under a
    code its key lies in the draft, where only the code reaches it; while the draft is carried on it is beside both.
    """

    __tablename__ = "files"
    __table_args__ = (
        Index("ix_files_case", "case_id", "id"),
        CheckConstraint("(sealed_key IS NULL) = (saved_id IS NOT NULL AND draft_id IS NULL)", "key_or_saved"),
    )

    draft_id: Mapped[int | None] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("case_visits.id", ondelete="CASCADE"), index=True)
    saved_id: Mapped[int | None] = mapped_column(ForeignKey("saved_drafts.id", ondelete="CASCADE"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    message_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))  # None: the person sent it
    question: Mapped[str] = mapped_column(Short)  # of which answer it is part
    sort: Mapped[Sort] = mapped_column(code_of(Sort))
    media: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime]
    scan: Mapped[Scan] = mapped_column(code_of(Scan), index=True)
    shared_at: Mapped[datetime | None]  # since when the person may read what the team added
    reader: Mapped[Holder | None] = mapped_column(code_of(Holder))  # for whom alone; None: whoever has a code
    sealed_key: Mapped[bytes | None]
    name: Mapped[bytes]
    small: Mapped[bytes | None]

    @property
    def token(self) -> str:
        return token(self.sort, self.uid)

    def own_key(self) -> bytes:
        """The key that opens this file. Raises `SealBroken` where only a code reaches it."""
        if self.sealed_key is None:
            raise SealBroken("files")
        return keyring().open(self.sealed_key, bound_to(self.__tablename__, KEY_PLACE, self.uid))

    def give_key(self, key: bytes) -> None:
        self.sealed_key = keyring().seal(key, bound_to(self.__tablename__, KEY_PLACE, self.uid))

    def seal(self, key: bytes, plain: bytes, part: str) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return nonce + AESGCM(key).encrypt(nonce, plain, self._place(part))

    def open(self, sealed: bytes, part: str) -> bytes:
        try:
            return AESGCM(self.own_key()).decrypt(sealed[:NONCE], sealed[NONCE:], self._place(part))
        except InvalidTag as broken:
            raise SealBroken("files") from broken

    def own_name(self) -> str:
        """What it was called where it came from."""
        return self.open(self.name, "name").decode()

    def small_picture(self) -> bytes:
        """The small copy of a photo, or nothing."""
        return self.open(self.small, "small") if self.small else b""

    def _place(self, part: str) -> bytes:
        return f"files:{part}:{self.uid.hex()}".encode()


class FilePiece(Base):
    """A part of a file, bound to its place among the others."""

    __tablename__ = "file_pieces"

    file_id: Mapped[int] = mapped_column(ForeignKey("files.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[bytes]


def pieces(size: int) -> int:
    """In how many pieces so many bytes are kept."""
    return -(-size // PIECE)


def body_of(file: File) -> bytes:
    """The whole file. Raises `SealBroken` when a piece was changed, moved or lost."""
    query = select(FilePiece.body).where(FilePiece.file_id == file.id).order_by(FilePiece.number)
    found, total = db.session.scalars(query).all(), pieces(file.size)
    if len(found) != total:
        raise SealBroken("files")
    return b"".join(file.open(part, f"piece {at} of {total}") for at, part in enumerate(found, start=1))


def files_of_draft(draft_id: int) -> Sequence[File]:
    """The files beside what somebody is writing, in the order they came."""
    return db.session.scalars(select(File).where(File.draft_id == draft_id).order_by(File.id)).all()


def files_of_visit(visit_id: int, question: str) -> Sequence[File]:
    """The files that wait to be sent with a message."""
    query = select(File).where(File.visit_id == visit_id, File.question == question)
    return db.session.scalars(query.order_by(File.id)).all()


def files_of_saved(saved_id: int) -> Sequence[File]:
    return db.session.scalars(select(File).where(File.saved_id == saved_id).order_by(File.id)).all()


def files_of_case(case_id: int) -> Sequence[File]:
    """Everything that was sent along or added to a case, oldest first."""
    return db.session.scalars(select(File).where(File.case_id == case_id).order_by(File.id)).all()


def shared_files_of(case_id: int, holder: Holder) -> Sequence[File]:
    """The papers of the team that the holder of this code may read, oldest first."""
    for_them = or_(File.reader.is_(None), File.reader == holder)
    query = select(File).where(File.case_id == case_id, File.shared_at.is_not(None), for_them)
    return db.session.scalars(query.order_by(File.shared_at, File.id)).all()


def file_of_case(case_id: int, number: int) -> File | None:
    """One file of this case; one of another case is none."""
    return db.session.scalar(select(File).where(File.case_id == case_id, File.id == number))


def waiting_for_scan(most: int) -> Sequence[File]:
    """Some of the files nobody could check for viruses yet; those in saved drafts wait for their code.

    In no order, so that many which the scanner cannot judge never stand before all others.
    """
    query = select(File).where(File.scan == Scan.WAITING, File.sealed_key.is_not(None))
    return db.session.scalars(query.order_by(func.random()).limit(most)).all()


def count_waiting(before: datetime) -> int:
    """How many of these came before a moment."""
    query = select(func.count()).select_from(File).where(File.scan == Scan.WAITING, File.sealed_key.is_not(None))
    return db.session.scalar(query.where(File.added_at < before)) or 0
