"""Reading on PostgreSQL: without a transaction, so that what the driver prepared is kept; writing: all or nothing."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import bindparam, func, select, text

from portal.domain.dataset.files import FILES
from portal.extensions import db
from portal.records.dataset import rows_in
from portal.records.officers import Officer
from portal.services.transactions import writing
from tests import makers as make

pytestmark = pytest.mark.postgres


def test_what_is_asked_again_and_again_is_prepared_once_for_all_pages(postgres_app: Flask) -> None:
    question = select(Officer.name).where(Officer.email == "nobody@council.example")
    with postgres_app.app_context():
        for _page in range(9):
            assert db.session.scalars(question).all() == []
            db.session.remove()
        prepared = db.session.scalars(text("SELECT statement FROM pg_prepared_statements")).all()
        assert any("officers.email" in one for one in prepared)


def test_what_is_prepared_is_planned_for_what_is_asked(postgres_app: Flask) -> None:
    question = select(Officer.name).where(Officer.email == bindparam("email"))
    with postgres_app.app_context():
        for _page in range(19):
            db.session.scalars(question, {"email": "nobody@council.example"}).all()
        plans = "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement LIKE '%officers.email%'"
        for_all, for_one = db.session.execute(text(plans)).one()
        assert not for_all and for_one > 9


def _delete_and_fail() -> None:
    with writing():
        db.session.delete(db.session.scalars(select(Officer)).one())
        db.session.flush()
        assert db.session.scalar(select(func.count()).select_from(Officer)) == 0
        _ = 1 / 0


def test_a_verb_that_fails_leaves_nothing_behind(postgres_app: Flask) -> None:
    with postgres_app.app_context():
        make.officer()
        before = db.session.scalar(select(func.count()).select_from(Officer))
        with pytest.raises(ZeroDivisionError):
            _delete_and_fail()
        assert db.session.scalar(select(func.count()).select_from(Officer)) == before == 1


def test_a_long_answer_comes_piece_by_piece_alone_and_within_a_verb(postgres_app: Flask) -> None:
    with postgres_app.app_context():
        assert list(rows_in(FILES["representations"])) == []
        with writing():
            assert list(rows_in(FILES["representations"])) == []
