"""The dataset as it is kept: a table for each of its files, and beside most of them a narrow one with what is counted.

Both are made from the domain's own lists of columns, so that a file, a table and a check can never disagree.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Boolean, Date, Index, Integer, MetaData, String, Table, Text
from sqlalchemy import Column as DbColumn
from sqlalchemy.types import TypeEngine

from portal.domain.dataset.files import FILES, File
from portal.domain.tables.fields import FAMILIES
from portal.extensions import metadata

_LONG = {"text", "codes", "keys"}
_TYPES: Mapping[str, type[TypeEngine[Any]]] = {"date": Date, "flag": Boolean, "whole": Integer, "pence": Integer}
MOST_CODE = 60
LISTS = frozenset({"codes", "keys"})
"""Kinds of columns that hold several codes, kept joined by semicolons as in the files."""


def _type(kind: str) -> TypeEngine[Any]:
    if kind in _LONG:
        return Text()
    return _TYPES[kind]() if kind in _TYPES else String(MOST_CODE)


def _kept(file: File, into: MetaData) -> Table:
    columns = [DbColumn(column.name, _type(column.kind), nullable=True) for column in file.columns]
    owner = DbColumn("owner", Text(), nullable=False, index=True)
    return Table(f"data_{file.name}", into, DbColumn("id", Integer, primary_key=True), owner, *columns)


def _counted(grain: str, families: Iterable[str], into: MetaData) -> Table:
    numbers = [DbColumn(name, Integer, nullable=False) for name in families]
    owner = DbColumn("owner", Text(), nullable=False, index=True)
    when = [DbColumn(name, Integer, nullable=False) for name in ("year", "quarter")]
    table = Table(f"fact_{grain}", into, DbColumn("id", Integer, primary_key=True), owner, *when, *numbers)
    for number in numbers:  # whoever counts by a family reads its index and nothing else
        Index(f"ix_fact_{grain}_{number.name}", table.c.year, number, table.c.quarter)
    return table


KEPT: Mapping[str, Table] = MappingProxyType({file.name: _kept(file, metadata) for file in FILES.values()})
"""The table of each file. `owner` is what a row goes in and out with: a reference, or its own number."""
_RECEIVED = KEPT["representations"].c
Index("ix_data_representations_day", _RECEIVED.received_on, _RECEIVED.reference)

COUNCIL: Table = Table("data_council", metadata, DbColumn("code", String(MOST_CODE), primary_key=True))
"""The council whose package was taken in: one row, or none."""

WORDS: Table = Table(
    "fact_words",
    metadata,
    DbColumn("id", Integer, primary_key=True),
    DbColumn("text", Text(), nullable=False, unique=True),
)
"""The combinations of values that facts are counted by, written as JSON, each under a number."""

COUNTED: Mapping[str, Table] = MappingProxyType(
    {grain: _counted(grain, families, metadata) for grain, families in FAMILIES.items()}
)
"""The table of what is counted of each grain: the year and quarter it counts in, and a number for each family."""
