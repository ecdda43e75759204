"""The machinery that gives tests a PostgreSQL."""

from __future__ import annotations

import psycopg
import pytest

from tests.engines import Postgres


def _tables(url: str) -> list[str]:
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    return [name for (name,) in rows]


def _fill(url: str) -> None:
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as connection:
        connection.execute("CREATE TABLE marker (id integer)")


@pytest.mark.postgres
def test_an_empty_database_is_empty(postgres_empty: str) -> None:
    assert _tables(postgres_empty) == []


@pytest.mark.postgres
def test_a_filled_database_is_a_copy_of_what_was_filled_once(postgres: Postgres, worker_id: str) -> None:
    first = postgres.create_filled(f"copy_{worker_id}", _fill)
    assert _tables(first) == ["marker"]
    with psycopg.connect(first.replace("postgresql+psycopg", "postgresql")) as connection:
        connection.execute("DROP TABLE marker")
    assert _tables(postgres.create_filled(f"copy_{worker_id}", _fill)) == ["marker"]
    postgres.drop(f"copy_{worker_id}")


@pytest.mark.postgres
def test_the_server_listens_on_no_port(postgres_empty: str) -> None:
    with psycopg.connect(postgres_empty.replace("postgresql+psycopg", "postgresql")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
