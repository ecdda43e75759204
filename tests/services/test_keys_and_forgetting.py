"""A case that is let go and a key that gives way, in either order: what is gone stays gone, and the audit fits."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.extensions import db
from portal.records.audit import AuditLine
from portal.records.retention import Disposal
from portal.services import forgetting
from portal.services.anchoring import verify_audit
from portal.services.renewing import make_anew, needed
from tests.services import test_forgetting as letting_go
from tests.services.test_forgetting import Set, gone
from tests.services.two_keys import use
from tests.staff.canaries import Canary

people, canary = letting_go.people, letting_go.canary


@pytest.mark.parametrize("first", ["let go", "new key"])
def test_in_either_order_nothing_of_one_undoes_the_other(
    first: str, either_app: Flask, canary: Canary, people: tuple[int, int], at: Set
) -> None:
    reference = canary.made.reference
    if first == "let go":
        gone(canary, people, at)
    use(either_app, 1, 2)
    assert make_anew({}).whole
    use(either_app, 2)
    if first == "new key":
        gone(canary, people, at)
    assert set(needed()) == {2} and verify_audit({}).broken is None
    emptied = [line for line in db.session.scalars(select(AuditLine)) if line.digest and line.words is None]
    assert [line.case_id for line in emptied] == [canary.made.id]
    assert db.session.scalars(select(Disposal.finder)).all() == [forgetting.known_by("let_go", reference)]
    use(either_app, 1)
    either_app.config.update(TAMPERED=True)  # looked at with its own key above
