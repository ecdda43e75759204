"""An old key gives way to a new one on each engine while the portal serves, and then nothing needs it any more."""

from __future__ import annotations

import threading

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, select, text, update

from portal.domain.references import parse_code
from portal.extensions import db
from portal.records.audit import Asked, latest_lines
from portal.records.cases import Case, Contact, Told
from portal.records.desk import Only
from portal.records.files import File, FilePiece, body_of
from portal.records.learning import LearningAction
from portal.records.officers import Officer
from portal.records.resealing import places
from portal.records.sealing import SealBroken
from portal.records.searching import found_by
from portal.services import renewing, tracking
from portal.services.accounting import bring_up_to_date
from portal.services.anchoring import verify_audit
from portal.services.joining import may_be_same
from portal.services.phones import one_time
from portal.services.renewing import make_anew, needed
from portal.services.transactions import writing
from tests import makers as make
from tests.services.two_keys import use


def opens(made: make.Made, network: str = "here") -> bool:
    """Whether number and code lead to the case."""
    return tracking.look(made.reference, parse_code(made.code).canonical, network).case_id == made.id


def digits() -> set[str]:
    """What the phones show now."""
    phones = one_time(renewing.keyring().phone_keys, "us")
    secrets = db.session.scalars(select(Officer.tf_totp_secret).where(Officer.tf_totp_secret.is_not(None)))
    return {phones.from_source(secret).generate(0).token for secret in secrets}


def test_with_the_new_key_alone_everything_is_as_it_was(kept: Flask) -> None:
    made, before = kept.config["MADE"], digits()
    bring_up_to_date()
    use(kept, 1, 2)
    done = make_anew({})
    assert done.whole and done.number > 15 and not done.closed and done.audit is None
    ring = use(kept, 2)
    assert set(needed()) == {2}
    for place in places():
        for row in db.session.execute(select(place.table.c.id, place.column.label("made"), *place.beside())):
            assert row.made is None or place.anew(row), "every row of every column opens"
    assert made.case.told.answers["story"] and made.case.contact.details["name"] == "Zoë Quick"
    assert body_of(db.session.scalars(select(File)).one()).startswith(b"\xff\xd8\xff")
    assert digits() == before
    for typed in ("zoe quick", "ZOE@home.example"):
        assert [one.id for one in found_by(typed, Only())] == [made.id]
    assert ring.index("name", "Zoë Quick") == made.case.contact.name_index
    assert opens(made)
    assert any(line.words == "Standing in for Sam, who is away." for line, *_ in latest_lines(Asked(), 50))
    assert verify_audit({}).broken is None
    for table in (Case, LearningAction):
        assert set(db.session.scalars(select(table.counted))) == {True}, "nothing has to be counted anew for this"
    assert make_anew({}).number == 0


def test_a_key_that_only_opens_makes_nothing_yet(kept: Flask) -> None:
    """The first of the two restarts: processes that know the new key live beside some that do not."""
    use(kept, 2, 1)
    make.case()
    assert make_anew({}).number == 0 and set(needed()) == {1}
    use(kept, 1)
    assert all(told.answers["story"] for told in db.session.scalars(select(Told)))


def test_until_then_people_are_found_by_whichever_key_made_their_fingerprints(kept: Flask) -> None:
    made = kept.config["MADE"]
    use(kept, 1, 2)
    second = make.case(name="ZOE QUICK")
    assert {one.id for one in found_by("zoe quick", Only())} == {made.id, second.id}
    assert may_be_same(made.case, second.case) is True
    assert may_be_same(made.case, make.case(name="Ann").case) is False


def test_who_writes_meanwhile_loses_nothing_and_waits_for_nobody(kept: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", 1)
    mine = kept.config["MADE"]
    for number in range(12):
        make.case(story=f"Story {number}.")
    use(kept, 1, 2)
    over, wrong, sent = threading.Event(), [], []

    def write() -> None:
        with kept.app_context():
            try:
                while not over.is_set():
                    sent.append(make.case(story=f"Sent meanwhile {len(sent)}.").id)
                    with writing():
                        told = db.session.scalars(select(Told).order_by(Told.id.desc()).limit(1).offset(3)).one()
                        told.answers = told.answers | {"changed": True}
                    assert opens(mine, f"network {len(sent)}")
            except Exception as failed:
                wrong.append(failed)
            finally:
                db.session.remove()

    writer = threading.Thread(target=write)
    writer.start()
    done = make_anew({})
    over.set()
    writer.join()
    assert wrong == [] and done.whole and len(sent) > 1
    use(kept, 2)
    stories = [told.answers["story"] for told in db.session.scalars(select(Told))]
    assert {f"Story {number}." for number in range(12)} < set(stories)
    assert sum(story.startswith("Sent meanwhile") for story in stories) == len(sent)
    assert any("changed" in told.answers for told in db.session.scalars(select(Told)))
    assert verify_audit({}).broken is None


def test_what_was_changed_or_deleted_since_it_was_read_is_left_as_it_is(kept: Flask) -> None:
    use(kept, 1, 2)
    (place,) = [one for one in places() if one.column is Told.__table__.c.body]
    rows = place.made_before(0, 10)
    changes = {row.id: (row.made, place.anew(row)) for row in rows}
    with writing():
        db.session.get_one(Told, rows[0].id).answers = {"story": "Told anew."}
    with writing():
        db.session.execute(text(f"DELETE FROM told WHERE id = {rows[1].id}"))
    with writing():
        place.put(changes)
    assert [told.answers["story"] for told in db.session.scalars(select(Told))] == ["Told anew."]


def test_somebody_who_holds_a_row_is_not_waited_for(postgres_app: Flask) -> None:
    with postgres_app.app_context():
        made = make.case()
        use(postgres_app, 1, 2)
        with db.engine.connect().execution_options(isolation_level="READ COMMITTED") as other:
            other.execute(select(Told.id).where(Told.case_id == made.id).with_for_update())
            done = make_anew({})
            assert {what[0]: number for what, number in done.left[1].items()} == {"field": 1} and not done.whole
        assert make_anew({}).whole
        use(postgres_app, 1)
        postgres_app.config.update(TAMPERED=True)


def test_what_no_key_opens_is_told_and_keeps_the_old_key(kept: Flask) -> None:
    use(kept, 1, 2)
    with writing():
        db.session.execute(update(Contact.__table__).values(body=b"\0\1" + bytes(40)))
    done = make_anew({})
    assert not done.whole and done.closed == {"contacts.body": 2, "contacts.name_index": 1, "contacts.email_index": 1}
    assert {what[0]: number for what, number in done.left[1].items()} == {"field": 2, "fingerprint": 2}


NOT_BY_A_KEY = {
    ("audit", "seal"),
    ("audit", "digest"),
    ("disposals", "finder"), ("audit", "uid"), ("file_pieces", "body"), ("files", "name"), ("files", "small"),
    ("kept_reports", "body"), ("saved_drafts", "body"), ("saved_drafts", "finder"), ("monitoring", "key"),
    ("children", "monitoring_key"), ("drafts", "visitor"), ("case_visits", "visitor"), ("staff_sessions", "key"),
}  # fmt: skip
"""Bytes that no key of the installation made: random names, hashes, what a code or a file's own key seals; the chain of
the audit, which is vouched for."""


def test_no_column_of_bytes_was_forgotten() -> None:
    tables = db.metadata.tables.values()
    found = {(c.table.name, c.name) for table in tables for c in table.c if isinstance(c.type, LargeBinary)}
    known = {(place.table.name, place.column.name) for place in places()}
    assert {one for one in found - known if one[1] != "uid"} == NOT_BY_A_KEY - {("audit", "uid")}


def test_a_file_stays_as_it_lies(kept: Flask) -> None:
    before = db.session.execute(select(FilePiece.number, FilePiece.body)).all()
    use(kept, 1, 2)
    make_anew({})
    assert db.session.execute(select(FilePiece.number, FilePiece.body)).all() == before
    use(kept, 1)
    with pytest.raises(SealBroken):
        body_of(db.session.scalars(select(File)).one())
