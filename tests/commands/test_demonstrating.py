"""`portal demo` makes a lively inbox of invented cases, tells how to look at them, and doubles nothing."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select

from portal.domain.advocates import Standing
from portal.domain.words import Kind, State
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from portal.records.alerts import Alert
from portal.records.audit import openings_of
from portal.records.cases import Case, Told
from portal.records.children import ChildInCase, who_of
from portal.records.concerns import outcomes_of
from portal.records.drafts import Draft
from portal.records.files import body_of, files_of_case
from portal.records.letters import Letter
from portal.records.officers import Officer
from portal.records.speakers import speaker_of
from portal.services import tracking
from portal.services.officers import HASHING
from tests.commands.conftest import Installation

PAIR = re.compile(r"^  (\w{4})-(\w{4})  (\w+ \w+ \w+ \w+ \w+)\s", re.MULTILINE)


def test_the_demonstration_is_lively_marked_and_not_doubled(installation: Installation) -> None:
    first = installation.run("demo")
    assert first.exit_code == 0
    again = installation.run("demo")
    assert "there already" in again.output
    assert PAIR.findall(again.output) == PAIR.findall(first.output)
    with installation.app().app_context():
        cases = db.session.scalars(select(Case)).all()
        assert 40 <= len(cases) <= 65
        assert len({case.state for case in cases}) == 4
        assert {case.language for case in cases} == {"en", "ar", "pl"}
        assert {"child", "adult"} == {case.audience.value for case in cases}
        assert len({case.method for case in cases}) >= 6
        assert all(
            any(flag) for flag in zip(*[(c.urgent, c.held, c.unhappy, c.waiting_for_us) for c in cases], strict=True)
        )
        assert max(c.received_on for c in cases).year - min(c.received_on for c in cases).year in (1, 2)
        kept = [told for told in db.session.scalars(select(Told)) if told.case.journey != "advocacy"]
        stories = [told.answers["story"] for told in kept]
        assert all("Invented for the demonstration. No real person is meant." in story for story in stories)
        assert len(stories) == len(set(stories))
        assert len({request.standing for request in db.session.scalars(select(AdvocacyRequest))}) >= 3
        assert db.session.query(Alert).filter(Alert.handled_at.is_(None)).count() == 1
        assert Counter(letter.state.value for letter in db.session.scalars(select(Letter)))["waiting"] == 0
        ended = {
            case.reference: openings_of(case.id) for case in cases if case.answered_on and case.journey != "advocacy"
        }
        assert ended and all(ended.values()), "nobody answers what they did not open"


def test_the_numbers_codes_and_passwords_it_tells_are_true(installation: Installation) -> None:
    from portal.domain.references import parse_code

    told = installation.run("demo").output
    pairs = PAIR.findall(told)
    assert len(pairs) >= 5
    with installation.app().app_context():
        for front, back, words in pairs:
            assert tracking.look(front + back, parse_code(words).canonical, f"network {front}")
        for email, password in re.findall(r"^    (\S+@demo\.example)  password (\S+)$", told, re.MULTILINE):
            officer = db.session.scalars(select(Officer).where(Officer.email == email)).one()
            assert HASHING.verify(officer.password or "", password)
            assert officer.tf_primary_method == "authenticator"


SATURDAY_NIGHT = datetime(2026, 12, 5, 23, 50, tzinfo=UTC)
JUST_AFTER_MIDNIGHT = datetime(2026, 12, 28, 0, 5, tzinfo=UTC)
END_OF_FEBRUARY = datetime(2027, 2, 28, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "day",
    [JUST_AFTER_MIDNIGHT, *(pytest.param(day, marks=pytest.mark.slow) for day in (SATURDAY_NIGHT, END_OF_FEBRUARY))],
    ids=str,
)
def test_it_loads_on_any_day(installation: Installation, day: datetime) -> None:
    with time_machine.travel(day, tick=False):
        assert installation.run("demo").exit_code == 0
        with installation.app().app_context():
            assert db.session.scalar(select(Case.received_at).order_by(Case.received_at.desc())) <= day


def test_it_never_runs_in_production(installation: Installation) -> None:
    installation.set(
        ENVIRONMENT="production", PUBLIC_URL="https://portal.council.example", MAIL_URL="smtp://127.0.0.1:9"
    )
    told = installation.run("demo")
    assert told.exit_code == 1
    assert "no demonstration in production" in told.stderr
    with installation.app().app_context():
        assert db.session.query(Case).count() == 0


def test_another_machine_has_other_passwords(installation: Installation) -> None:
    with installation.app().app_context():
        from portal.services.demonstrating_officers import accounts

        ours = accounts()[0].password
    installation.set(SECRET_KEY="Another-machine-has-another-secret-key!!")
    with installation.app().app_context():
        assert accounts()[0].password != ours


def test_a_newcomer_sees_every_kind_of_place_and_what_children_send(installation: Installation) -> None:
    assert installation.run("demo").exit_code == 0
    with installation.app().app_context():
        cases = db.session.scalars(select(Case).order_by(Case.id)).all()
        found = {(case.procedure.value, case.step) for case in cases}
        told = {case.journey: case for case in cases}
        files = files_of_case(told["easy"].id)
        assert [file.media for file in files] == ["image/png", "audio/wav"] and all(body_of(file) for file in files)
        assert speaker_of(told["for_child"]) and told["kind_words"].kind is Kind.COMPLIMENT
        answered = {request.standing for request in db.session.scalars(select(AdvocacyRequest))}
        assert {Standing.TAKEN_ON, Standing.OVER} <= answered, "the provider answered some of them"
        for request in db.session.scalars(select(AdvocacyRequest).where(AdvocacyRequest.over_on.is_(None))):
            story = str(request.case.told.answers.get("story", "nothing was told"))
            assert story not in (request.passed_on or {}).values(), "what happened is not passed on"
        assert not [case.journey for case in cases if "Invented" in str(case.told.answers.get("needs_other"))]
        assert not db.session.scalars(select(Draft)).all()
        complaints = [case for case in cases if case.kind is Kind.COMPLAINT and case.procedure.value != "ineligible"]
        answered_here = [case.id for case in complaints if case.state is State.ANSWERED]
        silent = [number for number in answered_here if not (outcomes_of(number) and who_of(number))]
        assert silent == [], "reports would say “not recorded” of them"
        assert len(db.session.scalars(select(ChildInCase)).all()) >= 12
    assert found >= {
        ("statutory", "S1_responded"), ("statutory", "S2_investigating"), ("statutory", "S3_convened"),
        ("statutory", "paused_reg8"), ("corporate", "C2_open"), ("informal", "open"), ("ineligible", "notified"),
        ("compliment", "shared"), ("advocacy", "sent_to_provider"), ("intake", "triage"),
    }  # fmt: skip
