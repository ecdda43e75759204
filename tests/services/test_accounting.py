"""What happens at the desk stands in the dataset and in the report, however it got there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from portal.domain.dataset.files import FILES
from portal.domain.eligibility_words import Reason, Route
from portal.domain.register_words import AskedBy, MemberConsent, OmbudsmanService
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import report
from portal.domain.words import Kind
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.cases import Case
from portal.records.dataset import rows_in
from portal.records.facts import Kept
from portal.services import learning
from portal.services.accounting import bring_up_to_date
from portal.services.exporting import give_out
from portal.services.importing import Faulty, take_in
from portal.services.registering import FromMember, FromOmbudsman, enter_member, enter_ombudsman
from tests.services.desk import MONDAY, Desk
from tests.services.test_dataset import same

YEAR = ReportingYear(2026)


def kept(name: str) -> list[dict[str, object]]:
    """The rows of a file, brought up to date."""
    bring_up_to_date()
    return [dict(row) for row in rows_in(FILES[name])]


def shown(row: dict[str, object], *names: str) -> tuple[object, ...]:
    """Some cells of a row."""
    return tuple(row[name] for name in names)


def test_a_complaint_is_pending_then_taken_on_then_answered(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False) as moment:
        desk = Desk()
        assert shown(kept("representations")[0], "kind", "procedure", "triage") == ("complaint", None, "pending")
        assert kept("stages") == []
        desk.taken_on()
        (stage,) = kept("stages")
        assert shown(stage, "stage", "due_on", "responded_on", "outcome") == (1, date(2026, 12, 14), None, None)
        moment.shift(timedelta(days=3))
        desk.answered()
        (stage,) = kept("stages")
        assert shown(stage, "responded_on", "outcome") == (date(2026, 12, 3), "upheld")
        assert shown(kept("representations")[0], "procedure", "triage") == ("statutory", "accepted")
        assert shown(kept("concerns")[0], "category", "primary", "outcome_1") == ("communication", True, "upheld")


def test_later_stages_stand_as_they_were_asked_for(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False) as moment:
        desk = Desk()
        desk.taken_on()
        desk.answered()
        moment.shift(timedelta(days=4))
        desk.person("ask_next")
        first, second = kept("stages")
        assert first["responded_on"] == MONDAY.date()
        assert shown(second, "stage", "requested_on", "declined") == (2, date(2026, 12, 4), None)


def test_taken_back_and_turned_away_are_told_apart(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        gone = Desk()
        gone.person("withdraw")
        assert shown(kept("representations")[0], "triage", "withdrawn_on") == ("withdrawn", MONDAY.date())


def test_who_is_turned_away_goes_out_with_a_reason_that_can_come_in_again(
    app: Flask, postgres_app: Flask, tmp_path: Path
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        with app.app_context():
            Desk().turned_away(Reason.NO_PR_OR_INVOLVEMENT)
            Desk().turned_away(Reason.OTHER_BODY, Route.SCHOOL, "to_alternative")
            give_out(tmp_path / "here", "example")
            assert {row["triage_reason"] for row in kept("representations")} == {"no_pr_or_involvement", "other_body"}
        with postgres_app.app_context():
            assert take_in(tmp_path / "here").representations == 2


def test_what_was_learned_goes_out_as_text_that_no_spreadsheet_runs_and_comes_in_again_however_long(
    app: Flask, postgres_app: Flask, tmp_path: Path
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        with app.app_context():
            desk = Desk()
            issue, action = '=HYPERLINK("http://x","y")', "- call first\n" + "and again " * 900
            learned = learning.Learned(1, issue, "", action.strip(), "all", "Manager", date(2026, 12, 4))
            learning.learn(desk.made.id, desk.officer, learned)
            give_out(tmp_path / "here", "example")
            (row,) = kept("actions")
            assert row["issue"] == f"'{issue}" and str(row["actions"]).startswith("'- call first\n")
            take_in(tmp_path / "here")  # the desk's own rows are as they were
        with postgres_app.app_context():
            take_in(tmp_path / "here")
            give_out(tmp_path / "there", "example")
    assert same(tmp_path / "here", tmp_path / "there")


def test_a_request_for_a_service_is_no_representation_even_while_it_is_looked_at_as_a_complaint(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        asked = Desk(kind=Kind.SERVICE_REQUEST)
        assert kept("representations") == []
        asked.do(asked.officer, "escalate")
        assert asked.where[0] == "intake"
        assert kept("representations") == []


def test_only_what_changed_is_counted_anew(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        desk, _other = Desk(), Desk()
        assert bring_up_to_date() == 2
        assert bring_up_to_date() == 0
        desk.taken_on()
        assert bring_up_to_date() == 1


def test_the_desk_counted_by_the_database_is_the_desk_counted_by_hand(either_app: Flask) -> None:
    with either_app.app_context(), time_machine.travel(MONDAY, tick=False):
        officer = _busy()
        assert officer
        bring_up_to_date()
        files = {name: list(rows_in(file)) for name, file in FILES.items()}
        authority = either_app.extensions["portal.authority"]
        there = report(authority, Kept(), YEAR, MONDAY.date())
        assert there == report(authority, listed(files, MONDAY.date()), YEAR, MONDAY.date())
        kinds = there.table("received-by-kind")
        assert [kinds.row(code).values[0] for code in ("statutory", "compliment", "member_enquiry")] == [1, 1, 1]
        assert there.table("outcomes").row("upheld").values[0] == 1
        assert there.table("ombudsman").total == (1,)


def test_an_export_of_the_desk_goes_in_elsewhere_and_comes_out_the_same(
    app: Flask, postgres_app: Flask, tmp_path: Path
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        with app.app_context():
            _busy()
            give_out(tmp_path / "here", "example")
        with postgres_app.app_context():
            take_in(tmp_path / "here")
            give_out(tmp_path / "there", "example")
    assert same(tmp_path / "here", tmp_path / "there")


def test_an_import_leaves_alone_what_the_desk_keeps_itself(app: Flask, tmp_path: Path) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        desk = Desk()
        give_out(tmp_path / "out", "example")
        take_in(tmp_path / "out")
        path = tmp_path / "out" / "representations.csv"
        path.write_bytes(path.read_bytes().replace(b"online_form", b"letter"))
        with pytest.raises(Faulty, match="as the desk has it"):
            take_in(tmp_path / "out")
        assert db.session.get_one(Case, desk.made.id).method.value == "online_form"


def _busy() -> int:
    """A complaint answered, a compliment, a question of an MP, an Ombudsman enquiry; the number of the officer."""
    desk = Desk()
    desk.taken_on()
    desk.answered()
    Desk(kind=Kind.COMPLIMENT)
    day = MONDAY.date()
    texts = {"member": "Cllr Ash Field", "about": "A bus"}
    enter_member(desk.officer, FromMember(AskedBy.MP, day, MemberConsent.NOT_NEEDED, texts))
    words = {"their_reference": "26 000 001", "about": "A delay"}
    enter_ombudsman(
        desk.officer, FromOmbudsman(day, day + timedelta(days=20), OmbudsmanService.EDUCATION, words), desk.made.id
    )
    return desk.officer
