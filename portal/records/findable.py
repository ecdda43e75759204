"""What makes a row of sealed details one by which its case is found: keyed fingerprints of name, e-mail and phone."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, declared_attr

from portal.domain.spellings import SPELLINGS
from portal.records.sealing import HEADER, Sealed, key_of, keyring


class Findable:
    """A row of somebody's details that belongs to a case, beside which lie the fingerprints of what is sealed."""

    __tablename__: str
    uid: Any
    name_index: Mapped[bytes | None]
    email_index: Mapped[bytes | None]
    phone_index: Mapped[bytes | None]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:
        return tuple(Index(f"ix_{cls.__tablename__}_{one}", f"{one}_index", "case_id") for one in SPELLINGS)

    details: Sealed[dict[str, Any]]

    def find_by(self, detail: Callable[[str], str]) -> None:
        """Keep the fingerprints of this person's name, e-mail address and phone number."""
        for kind in SPELLINGS:
            setattr(self, f"{kind}_index", keyring().index(kind, detail(kind)))

    def found_by(self, kind: str) -> bytes | None:
        """This fingerprint as the key that seals now makes it, to be compared with that of another row."""
        kept: bytes | None = getattr(self, f"{kind}_index")
        ring = keyring()
        if kept is None or key_of(kept[:HEADER]) == ring.current:
            return kept
        return ring.index(kind, str(self.details.get(kind) or ""))
