"""What is kept of the dataset: reading and writing it file by file, in its order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, collate, func, insert, select, type_coerce

from portal.domain.dataset.columns import Value
from portal.domain.dataset.files import BELONGING, FILES, File
from portal.domain.dataset.reading import Row
from portal.domain.tables.assembling import bundles as bundled
from portal.domain.tables.facts import Bundle
from portal.extensions import db, one_transaction
from portal.records.dataset_tables import COUNCIL, COUNTED, KEPT, LISTS

AT_A_TIME = 2000


def rows_in(file: File, owners: Iterable[str] | None = None, only: ColumnElement[bool] | None = None) -> Iterator[Row]:
    """The kept rows of a file, in the order of its key; of some owners only, or of all."""
    names = [column.name for column in file.columns]
    lists = [column.name for column in file.columns if column.kind in LISTS]
    for one in _cells(file, [KEPT[file.name].c[name] for name in names], owners, only):
        row: Row = dict(zip(names, one, strict=True))
        for name in lists:
            joined = row[name]
            row[name] = tuple(joined.split(";")) if isinstance(joined, str) and joined else None
        yield row


def cells_in(file: File) -> Iterator[Sequence[Any]]:
    """All rows of a file, each cell as the database has it: several codes in one, a day perhaps written out."""
    kept = KEPT[file.name].c
    columns = [
        type_coerce(kept[column.name], Text) if column.kind == "date" else kept[column.name] for column in file.columns
    ]
    return _cells(file, columns)


def _cells(
    file: File,
    columns: Sequence[ColumnElement[Any]],
    owners: Iterable[str] | None = None,
    only: ColumnElement[bool] | None = None,
) -> Iterator[Sequence[Any]]:
    kept = KEPT[file.name]
    query = select(*columns).order_by(*_order(file, kept))
    if owners is not None:
        query = query.where(kept.c.owner.in_(list(owners)))
    if only is not None:
        query = query.where(only)
    with one_transaction(db.session.connection()) as connection:
        for some in connection.execute(query.execution_options(yield_per=AT_A_TIME)).partitions():
            yield from some


def years_kept() -> list[int]:
    """The reporting years in which anything was received, the oldest first."""
    year, found = COUNTED["representations"].c.year, list[int]()
    while (next_ := db.session.scalar(select(func.min(year)).where(year > (found[-1] if found else 0)))) is not None:
        found.append(next_)
    return found


def _order(file: File, kept: Table) -> list[ColumnElement[Any]]:
    """By code point on every engine, so that the same rows always make the same file."""
    on_postgres = db.engine.dialect.name == "postgresql"
    text = {name for name in file.key if file.column(name).kind not in ("whole", "pence")}
    keys = ((name, func.coalesce(kept.c[name], "") if name in text else kept.c[name]) for name in file.key)
    return [collate(key, "C") if on_postgres and name in text else key for name, key in keys]


def keep(file: File, rows: Iterable[tuple[str, Row]]) -> None:
    """Keep rows of a file, each with what owns it."""
    _insert(KEPT[file.name], ({"owner": owner, **_flat(row)} for owner, row in rows))


def forget(files: Iterable[str], owners: Sequence[str]) -> None:
    """Let go what was kept of these owners in these files, and what was counted of it."""
    for name in files:
        for table in (KEPT[name], COUNTED.get(name)):
            for start in range(0, len(owners), AT_A_TIME) if table is not None else ():
                here = owners[start : start + AT_A_TIME]
                db.session.execute(table.delete().where(table.c.owner.in_(here)))  # type: ignore[union-attr]


def kept_among(name: str, owners: Iterable[str]) -> frozenset[str]:
    """Which of these own a row of a file."""
    owner, wanted, found = KEPT[name].c.owner, list(owners), set[str]()
    for start in range(0, len(wanted), AT_A_TIME):
        found.update(db.session.scalars(select(owner).where(owner.in_(wanted[start : start + AT_A_TIME])).distinct()))
    return frozenset(found)


def council_of_package() -> str:
    """The code of the council whose package was taken in; empty before there was one."""
    return db.session.scalar(select(COUNCIL.c.code)) or ""


def belongs_to(code: str) -> None:
    """Keep whose cases were taken in."""
    if council_of_package() != code:
        db.session.execute(COUNCIL.delete())
        db.session.execute(COUNCIL.insert(), [{"code": code}])


def bundles(references: Sequence[str]) -> Iterator[Bundle]:
    """Representations with the rows that belong to them."""
    return bundled({name: rows_in(FILES[name], references) for name in ("representations", *BELONGING)})


def owner_of(file: File, row: Row) -> str:
    """What a row goes in and out with: its representation, or else its own key."""
    key = file.key if "reference" not in file.key else ("reference",)
    return "/".join(str(row[name] or "") for name in key)


def _insert(table: Table, rows: Iterable[dict[str, object]]) -> None:
    waiting: list[dict[str, object]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) >= AT_A_TIME:
            db.session.execute(insert(table), waiting)
            waiting = []
    if waiting:
        db.session.execute(insert(table), waiting)


def _flat(row: Mapping[str, Value | object | None]) -> dict[str, object]:
    return {name: ";".join(value) if isinstance(value, tuple) else value for name, value in row.items()}


def rename(before: str, fresh: str) -> None:
    """Keep what is kept and counted of a representation under another number."""
    for name in ("representations", *BELONGING):
        kept = KEPT[name]
        renamed = kept.update().where(kept.c.owner == before)
        db.session.execute(renamed.values(owner=fresh, reference=fresh))
        if (counted := COUNTED.get(name)) is not None:
            db.session.execute(counted.update().where(counted.c.owner == before).values(owner=fresh))


def rename_child(before: str, fresh: str) -> None:
    """Keep what is kept of a child under another key, the same in every case of theirs."""
    kept = KEPT["children"]
    db.session.execute(kept.update().where(kept.c.child == before).values(child=fresh))
