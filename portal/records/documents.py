"""Letters as they were sent, and that one was printed for the post. Lines are added and never changed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, exists, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.letter_kinds import LetterKind
from portal.domain.words import Audience, ContactWay
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.cases import Case
from portal.records.sealing import Sealed


class Document(Rowed, Base):
    """One letter as the person got it: the words, and by which way they had asked to be reached."""

    __tablename__ = "documents"
    __table_args__ = (Index("ix_documents_case", "case_id", "id"), Index("ix_documents_way", "way", "id"))

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    kind: Mapped[LetterKind] = mapped_column(code_of(LetterKind))
    language: Mapped[str] = mapped_column(Short)
    audience: Mapped[Audience] = mapped_column(code_of(Audience))
    way: Mapped[ContactWay] = mapped_column(code_of(ContactWay))
    may_say_who: Mapped[bool]
    at: Mapped[datetime]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))  # None: the portal wrote it by itself
    body: Mapped[bytes]

    content = Sealed[dict[str, str]]("body")
    """`heading`, `words`, `day`, and for the post `to`; `number` where the person may be sent it."""
    case: Mapped[Case] = relationship(lazy="select")


class Printing(Rowed, Base):
    """A letter was printed for the post."""

    __tablename__ = "printings"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


def documents_of(case_id: int) -> Sequence[Document]:
    """The letters of a case, the newest first."""
    return db.session.scalars(select(Document).where(Document.case_id == case_id).order_by(Document.id.desc())).all()


def printings_of(case_id: int) -> dict[int, datetime]:
    """When the letters of a case were printed for the post, by letter; the first time counts."""
    query = select(Printing).join(Document, Document.id == Printing.document_id).where(Document.case_id == case_id)
    return {row.document_id: row.at for row in db.session.scalars(query.order_by(Printing.id.desc()))}


def to_print(most: int) -> Sequence[Document]:
    """Letters to people who asked for the post, not printed yet, the oldest first."""
    waits = ~exists().where(Printing.document_id == Document.id)
    query = select(Document).where(Document.way == ContactWay.LETTER, waits).order_by(Document.id).limit(most)
    return db.session.scalars(query).all()
