"""The audit on each engine: every deed leaves its line in the same transaction, and every tampering is found."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from portal.domain.access import Action
from portal.domain.audit_chain import Broken, Fault, Verdict
from portal.domain.audit_words import By, Deed, Refusal
from portal.extensions import db
from portal.records.audit import Asked, AuditLine, end_of_chain, latest_lines, openings_of
from portal.records.cases import Case
from portal.records.timeline import timeline_of
from portal.services import alerting, auditing, handling, looking, officers, tracking
from portal.services.anchoring import verify_audit
from portal.services.transactions import writing
from tests import makers as make
from tests.application import NOON


def lines() -> list[tuple[str, str, str]]:
    return [(line.by, line.deed, line.what) for line in db.session.scalars(select(AuditLine).order_by(AuditLine.id))]


def tamper(app: Flask, *statements: str) -> Verdict:
    """Change the table as somebody does who has the database's password, after taking its guard away."""
    app.config["TAMPERED"] = True
    db.session.rollback()
    with db.engine.begin() as connection:
        if db.engine.dialect.name == "sqlite":
            for verb in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER audit_no_{verb}"))
        else:
            connection.execute(text("DROP TRIGGER audit_append_only ON audit"))
        for statement in statements:
            connection.execute(text(statement))
    return verify_audit({})


@pytest.fixture
def story(either_app: Flask) -> Flask:
    """An application in which a few things happened: lines 1 to 7."""
    with either_app.app_context():
        who = make.officer().id
        made = make.case()
        looking.saw(Action.READ_CASE, who, made.id)
        handling.note(made.id, who, "Rang the school.")
        looking.refused(Action.READ_CASE, who, Refusal.CONFLICT, made.id)
        looking.say_why(made.id, who, "Standing in for Sam, who is away.")
        handling.acknowledge(made.id, who, "We have it.")
    return either_app


def test_every_deed_leaves_its_line_in_order(story: Flask) -> None:
    with story.app_context():
        assert lines() == [
            ("portal", "changed", "officer_added"),
            ("person", "changed", "received"),
            ("officer", "saw", "read_case"),
            ("officer", "changed", "note"),
            ("officer", "refused", "read_case"),
            ("officer", "said_why", "read_case"),
            ("officer", "changed", "acknowledged"),
        ]
        assert verify_audit({}) == Verdict(7)
        newest = latest_lines(Asked(deed=Deed.SAID_WHY), 5)[0][0]
        assert newest.words == "Standing in for Sam, who is away." and b"Sam" not in (newest.body or b"")


def test_every_line_of_a_timeline_is_in_the_audit_too(story: Flask) -> None:
    with story.app_context():
        case_id = db.session.scalars(select(Case.id)).one()
        happened = [line.happening.value for line in timeline_of(case_id)]
        assert [what for _, deed, what in lines() if deed == "changed"][1:] == happened


def test_what_is_undone_leaves_no_line(either_app: Flask) -> None:
    with either_app.app_context():
        made, who = make.case(), make.officer().id
        before = end_of_chain()
        handling.answer(made.id, who, "We are sorry.")
        after = end_of_chain()
        assert before and after and after[0] == before[0] + 1
        with pytest.raises(handling.CannotNow):
            handling.acknowledge(made.id, who, "Too late.")
        assert end_of_chain() == after


def test_a_change_whose_verb_noted_nothing_is_kept_all_the_same(either_app: Flask) -> None:
    with either_app.app_context():
        made = make.case()
        with writing():
            db.session.get_one(Case, made.id).urgent = True
        last = latest_lines(Asked(), 1)[0][0]
        assert (last.by, last.deed, last.what, last.case_id) == (By.UNNAMED, Deed.CHANGED, "cases", made.id)
    either_app.config["FORGOTTEN"] = True


def test_what_is_written_without_changing_a_case_leaves_no_line(either_app: Flask) -> None:
    from portal.services.throttling import count

    with either_app.app_context():
        count("submission", "203.0.113.9")
        with writing():
            db.session.scalars(select(Case)).all()
        assert lines() == []


def test_a_line_cannot_be_noted_where_nothing_is_written(either_app: Flask) -> None:
    with either_app.app_context(), pytest.raises(auditing.NoTransaction):
        auditing.note(Deed.SAW, Action.READ_CASE)


@pytest.mark.parametrize("statement", ["UPDATE audit SET officer_id = NULL", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_or_delete_a_line(story: Flask, statement: str) -> None:
    with (
        story.app_context(),
        pytest.raises(DBAPIError, match="a line of it is never changed"),
        db.engine.begin() as way,
    ):
        way.execute(text(statement))


TAMPERINGS: dict[str, tuple[tuple[str, ...], Broken]] = {
    "who it was": (("UPDATE audit SET officer_id = NULL WHERE id = 4",), Broken(4, Fault.CHANGED)),
    "when it was": (("UPDATE audit SET at = '2026-01-01 00:00:00+00' WHERE id = 3",), Broken(3, Fault.CHANGED)),
    "what it was": (("UPDATE audit SET what = 'note' WHERE id = 7",), Broken(7, Fault.CHANGED)),
    "which case": (("UPDATE audit SET case_id = NULL WHERE id = 5",), Broken(5, Fault.CHANGED)),
    "the reason": (("UPDATE audit SET body = NULL WHERE id = 6",), Broken(6, Fault.CHANGED)),
    "a line taken out": (("DELETE FROM audit WHERE id = 4",), Broken(4, Fault.MISSING)),
    "the first taken out": (("DELETE FROM audit WHERE id = 1",), Broken(1, Fault.MISSING)),
    "taken out and closed up": (
        ("DELETE FROM audit WHERE id = 6", "UPDATE audit SET id = 6 WHERE id = 7"), Broken(6, Fault.CHANGED),
    ),
    "two swapped": (
        ("UPDATE audit SET id = 99 WHERE id = 3", "UPDATE audit SET id = 3 WHERE id = 5",
         "UPDATE audit SET id = 5 WHERE id = 99"), Broken(3, Fault.CHANGED),
    ),
    "one put in": (
        ("INSERT INTO audit (id, at, done_by, deed, what, uid, key, seal) "
         "SELECT 8, at, done_by, deed, what, uid, key, seal FROM audit WHERE id = 1",), Broken(8, Fault.CHANGED),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_found_at_the_first_line_it_touches(story: Flask, what: str) -> None:
    statements, broken = TAMPERINGS[what]
    with story.app_context():
        assert tamper(story, *statements) == Verdict(broken.number - 1, broken)


def test_lines_cut_off_at_the_end_are_found_by_an_anchor_alone(story: Flask) -> None:
    with story.app_context():
        end = end_of_chain()
        assert end and end[0] == 7
        assert tamper(story, "DELETE FROM audit WHERE id > 5") == Verdict(5)
        assert verify_audit({end[0]: end[1]}) == Verdict(5, Broken(7, Fault.CUT_OFF))


def test_many_at_once_make_one_chain_without_a_gap(either_app: Flask) -> None:
    with either_app.app_context():
        made, who = make.case(), make.officer().id

    def work(number: int) -> None:
        with either_app.app_context():
            handling.note(made.id, who, f"Note {number}.") if number % 2 else looking.saw(Action.NOTE, who, made.id)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(40)))
    with either_app.app_context():
        assert verify_audit({}) == Verdict(42)
        db.session.remove()
        db.engine.dispose()


def test_a_child_can_be_told_who_opened_their_case_and_when(either_app: Flask, at: Callable[..., None]) -> None:
    at(NOON)
    with either_app.app_context():
        made, other = make.case(), make.case()
        sam = make.officer(name="Sam Reed").id
        looking.saw(Action.READ_CASE, sam, made.id)
        looking.saw(Action.READ_CASE, sam, other.id)
        at(NOON + timedelta(hours=1))
        looking.saw(Action.READ_CASE, sam, made.id)
        assert openings_of(made.id) == [(NOON, "Sam"), (NOON + timedelta(hours=1), "Sam")]


def test_a_wrong_code_is_kept_with_its_case_and_a_wrong_number_without_one(app: Flask) -> None:
    with app.app_context():
        made = make.case()
        for number in (made.reference, "22222222"):
            with pytest.raises(tracking.DoesNotMatch):
                tracking.look(number, "wrong", "203.0.113.9")
        found = [line for line, *_ in latest_lines(Asked(deed=Deed.REFUSED), 5)]
        assert [(line.by, line.what, line.case_id) for line in found] == [
            (By.NOBODY_KNOWN, "track", None),
            (By.NOBODY_KNOWN, "track", made.id),
        ]


def test_calls_and_officers_are_in_the_audit_although_they_have_no_timeline(app: Flask) -> None:
    from portal.domain.words import Audience

    with app.app_context():
        who = make.officer(email="sam@council.example").id
        alert = alerting.ask_for_call(None, phone="07700 900982", safe="", audience=Audience.CHILD, language="en")
        alerting.handle_alert(alert.id, who)
        alerting.handle_alert(alert.id, who)
        officers.lock_officer("sam@council.example")
        officers.unlock_officer("sam@council.example")
        assert lines()[1:] == [
            ("person", "changed", "call_asked"),
            ("officer", "changed", "handle_alert"),
            ("portal", "changed", "officer_locked"),
            ("portal", "changed", "officer_unlocked"),
        ]
        assert latest_lines(Asked(), 1)[0][3] == db.session.get_one(officers.Officer, who).name
