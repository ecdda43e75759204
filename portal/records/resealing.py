"""Everything that was made with one of the keys: where it lies, how much with which key, and how to make it anew."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Column, ColumnElement, LargeBinary, Row, Table, bindparam, func, literal_column, select, update

import portal.records.all  # noqa: F401  every table has to be known
from portal.domain.spellings import SPELLINGS
from portal.extensions import db
from portal.records.base import Base
from portal.records.files import KEY_PLACE, File
from portal.records.findable import Findable
from portal.records.sealing import HEADER, Sealed, bound_to, header, key_of, keyring

Named = tuple[str, str]
"""What one thing and several of its kind are called."""
Kept = Row[*tuple[Any, ...]]
"""A row with its `id`, and as `made` what a key made."""


@dataclass(frozen=True, slots=True)
class Place(ABC):
    """One column whose values were made with a key; they begin with its number."""

    table: Table
    column: Column[Any]

    what: ClassVar[Named]

    @abstractmethod
    def anew(self, kept: Kept) -> bytes | str | None:
        """The same made with the key that seals now. Raises `SealBroken` where that cannot be."""

    @abstractmethod
    def beside(self) -> Sequence[Column[Any]]:
        """What else of a row has to be read for that."""

    def by_key(self) -> Mapping[int, int]:
        """How many of them each key made."""
        query = select(self._beginning(), func.count()).where(self.column.is_not(None)).group_by(self._beginning())
        return {key_of(beginning): number for beginning, number in db.session.execute(query)}

    def made_before(self, after: int, most: int) -> Sequence[Kept]:
        """Some of those that another key made than the one that seals now, in the order of their rows."""
        old = self._beginning() != header(keyring().current)
        query = select(self.table.c.id, self.column.label("made"), *self.beside())
        return db.session.execute(query.where(self.table.c.id > after, old).order_by(self.table.c.id).limit(most)).all()

    def put(self, changes: Mapping[int, tuple[Any, Any]]) -> int:
        """Put what was made anew into these rows, in the caller's transaction; returns how many that were.

        A row that somebody changed or deleted meanwhile, or is changing now, is left as it is: so nobody ever waits for
        us and ends up waiting for each other. Nothing else of a row changes, not even that it has to be counted anew.
        """
        number = self.table.c.id
        these = select(number).where(number.in_(list(changes)))
        free = db.session.scalars(these.with_for_update(skip_locked=True)).all()
        if not free:
            return 0
        as_it_is = {column.name: column for column in self.table.c if column.onupdate is not None}
        change = update(self.table).where(number == bindparam("this_row"), self.column == bindparam("made_before"))
        change = change.values({self.column.name: bindparam("made_anew"), **as_it_is})
        rows = [{"this_row": one, "made_before": changes[one][0], "made_anew": changes[one][1]} for one in free]
        db.session.connection().execute(change, rows)
        return len(rows)

    def _beginning(self) -> ColumnElement[bytes]:
        return func.substr(self.column, literal_column("1"), literal_column(str(HEADER)), type_=LargeBinary())


@dataclass(frozen=True, slots=True)
class Field(Place):
    """A sealed column of a table."""

    named: str

    what = ("field", "fields")

    def anew(self, kept: Kept) -> bytes:
        place, ring = bound_to(self.table.name, self.named, kept.uid), keyring()
        return ring.seal(ring.open(kept.made, place), place)

    def beside(self) -> Sequence[Column[Any]]:
        return [self.table.c.uid]


@dataclass(frozen=True, slots=True)
class FileKey(Field):
    """The key of a file: the file itself stays as it lies, for it never changes."""

    what = ("key of a file", "keys of files")


@dataclass(frozen=True, slots=True)
class Fingerprint(Place):
    """A name, e-mail address or phone number by which a case is found, made from what is sealed beside it."""

    details: Field
    kind: str

    what = ("fingerprint", "fingerprints")

    def anew(self, kept: Kept) -> bytes | None:
        place, ring = bound_to(self.table.name, self.details.named, kept.uid), keyring()
        return ring.index(self.kind, str(json.loads(ring.open(kept.details, place)).get(self.kind) or ""))

    def beside(self) -> Sequence[Column[Any]]:
        return [self.table.c.uid, self.details.column.label("details")]  # type: ignore[list-item]  # a column by name


def places() -> Iterator[Place]:
    """All of them, read from the models, so that a new one cannot be forgotten."""
    for mapper in sorted(Base.registry.mappers, key=lambda one: str(one.local_table)):
        table = mapper.local_table
        assert isinstance(table, Table)
        found = [one for kin in mapper.class_.__mro__ for one in vars(kin).values() if isinstance(one, Sealed)]
        fields = [Field(table, table.c[one.column], one.column) for one in found]
        yield from fields
        if issubclass(mapper.class_, Findable):
            yield from (Fingerprint(table, table.c[f"{kind}_index"], fields[0], kind) for kind in SPELLINGS)
    files = File.__table__
    assert isinstance(files, Table)
    yield FileKey(files, files.c.sealed_key, KEY_PLACE)
