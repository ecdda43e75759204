"""Somebody who asks to be called today is told to the duty team at that moment, whatever becomes of the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from portal import clock
from portal.domain.words import Audience
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.drafts import Draft
from portal.records.letters import Letter
from portal.services import alerting, drafting
from portal.services.alerting import ask_for_call, handle_alert
from tests import makers as make

DUTY = "duty@example-council.example"
VISITOR = b"v" * 32


@pytest.fixture(autouse=True)
def inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def draft(**answers: str) -> Draft:
    return drafting.keep(drafting.Writer(VISITOR, "young_person"), {"story": "I hid in the shed", **answers})


def ask(draft_id: int, phone: str = "07700 900982") -> Alert:
    return ask_for_call(draft_id, phone=phone, safe="no", audience=Audience.CHILD, language="ar")


def letters() -> list[Letter]:
    return db.session.query(Letter).order_by(Letter.id).all()


def test_the_duty_team_is_told_at_once_without_the_story_or_the_number() -> None:
    alert = ask(draft().id)
    told = {letter.content["to"] for letter in letters()}
    assert DUTY in told
    text = letters()[0].content["text"]
    assert "It is a child or young person." in text and "Arabic" in text
    assert "shed" not in text and "900982" not in text
    assert alert.details == {"phone": "07700 900982", "safe": "no"}


def test_the_alert_stays_when_the_form_is_abandoned() -> None:
    ask(draft().id)
    drafting.clear_idle(clock.now() + timedelta(hours=1))
    assert db.session.query(Draft).count() == 0
    assert db.session.query(Alert).one().details["phone"] == "07700 900982"


def test_a_second_yes_corrects_the_number_and_writes_no_second_letter() -> None:
    first = ask(draft().id)
    before = len(letters())
    assert ask(first.draft_id or 0, phone="07700 900111").id == first.id
    assert len(letters()) == before
    assert db.session.query(Alert).one().details["phone"] == "07700 900111"


def test_only_the_number_asked_for_last_is_known_as_asked_for() -> None:
    asking = draft()
    assert not alerting.asked_for(asking, "07700 900982")
    handle_alert(ask(asking.id).id, make.officer().id)
    assert alerting.asked_for(asking, "07700 900982")
    ask(asking.id, "07700 900123")
    assert not alerting.asked_for(asking, "07700 900982"), "that call is over: the first number counts anew"


def test_asking_again_after_somebody_called_is_a_new_alert() -> None:
    first = ask(draft().id)
    handle_alert(first.id, make.officer().id)
    assert ask(first.draft_id or 0).id != first.id


def test_a_new_draft_with_the_number_of_an_old_one_does_not_take_over_its_alert() -> None:
    first = ask(draft().id)
    number = first.draft_id or 0
    drafting.wipe(VISITOR)
    again = drafting.keep(drafting.Writer(b"w" * 32, "young_person"), {"story": "Something else"})
    assert again.id == number, "SQLite gives numbers out again; if it does not, this test says nothing"
    assert ask(number, phone="07700 900222").id != first.id
    assert {alert.details["phone"] for alert in db.session.query(Alert)} == {"07700 900982", "07700 900222"}


def test_a_worker_who_is_named_does_not_hear_of_it(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    council = app.extensions["portal.authority"]
    duty = replace(council.mailboxes["duty"], people=("Robin Ashdown",))
    monkeypatch.setitem(
        app.extensions, "portal.authority", replace(council, mailboxes={**council.mailboxes, "duty": duty})
    )
    ask(draft(named_person="robin", worker="").id)
    told = {letter.content["to"] for letter in letters()}
    assert told and DUTY not in told


def test_the_officer_who_called_first_stays_written_down() -> None:
    first, second = make.officer().id, make.officer().id
    alert = ask(draft().id)
    handle_alert(alert.id, first)
    assert handle_alert(alert.id, second).officer_id == first
    with pytest.raises(alerting.NoSuchAlert):
        handle_alert(999, first)
