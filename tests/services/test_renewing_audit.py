"""The audit and other kept lines when a key goes: vouched for, never written anew, and guarded as before."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from portal.domain.audit_chain import Fault
from portal.domain.audit_words import Deed
from portal.extensions import db
from portal.records.audit import Asked, latest_lines
from portal.records.timeline import TimelineLine
from portal.services.anchoring import verify_audit
from portal.services.renewing import make_anew, needed
from tests import makers as make
from tests.services.two_keys import KEYS, use


def drop_guard(app: Flask) -> None:
    with db.engine.begin() as way:
        sqlite = db.engine.dialect.name == "sqlite"
        way.execute(text("DROP TRIGGER audit_no_update" if sqlite else "DROP TRIGGER audit_append_only ON audit"))


def test_nobody_vouches_for_an_audit_that_was_changed(kept: Flask) -> None:
    use(kept, 1, 2)
    drop_guard(kept)
    with db.engine.begin() as way:
        way.execute(text("UPDATE audit SET case_id = 99 WHERE id = 2"))
    done = make_anew({})
    assert done.audit is not None and done.audit.number == 2 and not done.whole
    assert {what[0] for what in done.left[1]} == {"line of the audit"}
    assert latest_lines(Asked(deed=Deed.VOUCHED), 1) == []


@pytest.mark.parametrize("column", ["case_id = 99", "seal = (SELECT seal FROM audit WHERE id = 1)", "body = NULL"])
def test_a_line_whose_key_is_gone_can_be_changed_no_more_than_any_other(kept: Flask, column: str) -> None:
    use(kept, 1, 2)
    assert make_anew({}).whole
    use(kept, 2)
    number = next(line.id for line, *_ in latest_lines(Asked(), 50) if line.words and line.key == 1)
    drop_guard(kept)
    with db.engine.begin() as way:
        way.execute(text(f"UPDATE audit SET {column} WHERE id = {number}"))
    use(kept, 2)
    broken = verify_audit({}).broken
    assert broken and broken.fault is Fault.NOT_VOUCHED and broken.number >= number


def test_a_third_key_needs_neither_of_the_two_before(kept: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KEYS, 3, b"3" * 32)
    for numbers in ((1, 2), (2, 3)):
        use(kept, *numbers)
        assert set(needed()) == {numbers[0]}
        assert make_anew({}).whole
        make.case()
    use(kept, 3)
    assert set(needed()) == {3} and verify_audit({}).broken is None


def test_a_kept_line_takes_nothing_but_the_same_under_another_key(kept: Flask) -> None:
    ring = use(kept, 1, 2)
    line = db.session.scalars(select(TimelineLine).where(TimelineLine.body.is_not(None))).first()
    assert line is not None and line.body is not None
    anew = ring.seal(b'"x"', f"timeline:body:{line.uid.hex()}")
    for refused in ({"body": line.body[:-1] + b"x"}, {"body": None}, {"body": anew, "case_id": 2}):
        with pytest.raises(DBAPIError, match="a line of it is never changed"), db.engine.begin() as way:
            way.execute(update(TimelineLine.__table__).where(TimelineLine.id == line.id).values(**refused))
    with db.engine.begin() as way:
        way.execute(update(TimelineLine.__table__).where(TimelineLine.id == line.id).values(body=anew))
