"""What every table shares: typed columns, moments in UTC, codes as text."""

import secrets
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    BindParameter,
    ColumnElement,
    DateTime,
    LargeBinary,
    String,
    Text,
    type_coerce,
)
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from portal.extensions import metadata


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC on engines with and without time zones; a naive one is a mistake."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored.")
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def code_of(vocabulary: type[Enum]) -> EnumColumn:
    """A column for a closed vocabulary, kept as its code; new codes need no migration."""
    return EnumColumn(
        vocabulary,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda words: [word.value for word in words],
    )


class Base(DeclarativeBase):
    """The base of every table."""

    registry = registry(
        metadata=metadata,
        type_annotation_map={datetime: UtcDateTime(), str: Text(), bytes: LargeBinary()},
    )


class Rowed:
    """A row with a number for joins and a random name that binds sealed fields to it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[bytes] = mapped_column(LargeBinary(16), default=lambda: secrets.token_bytes(16))


class Accounted:
    """A row that reports count: any change to it says that it has to be counted anew."""

    counted: Mapped[bool] = mapped_column(default=False, onupdate=False, index=True)


Short = String(40)


class aside(FunctionElement[Any]):
    """A column that is looked at on the way but never searched by: SQLite then keeps to the index of the list's order.

    It would otherwise take any index of the column, without knowing that most of its rows are not in the list.
    """

    inherit_cache = True
    name = "aside"


@compiles(aside)
def _as_it_is(element: aside, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(element.clauses, **how)


@compiles(aside, "sqlite")
def _with_plus(element: aside, compiler: SQLCompiler, **how: Any) -> str:
    return f"+{compiler.process(element.clauses, **how)}"


class Numbers(TypeDecorator[list[int]]):
    """Many numbers as one value of a question: an array, or its like in JSON."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(BigInteger) if dialect.name == "postgresql" else JSON())


class among(FunctionElement[bool]):
    """Whether a column is one of many numbers, however many, in always the same words.

    `IN` has other words for each length, so that the question is put together and planned anew each time.
    """

    inherit_cache = True
    name = "among"

    def __init__(self, column: ColumnElement[int], numbers: BindParameter[Any]) -> None:
        super().__init__(column, type_coerce(numbers, Numbers()))


@compiles(among)
def _any_of_an_array(element: among, compiler: SQLCompiler, **how: Any) -> str:
    column, numbers = (compiler.process(one, **how) for one in element.clauses)
    return f"{column} = ANY ({numbers})"


@compiles(among, "sqlite")
def _each_of_json(element: among, compiler: SQLCompiler, **how: Any) -> str:
    column, numbers = (compiler.process(one, **how) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608  both parts were put into words by the compiler
