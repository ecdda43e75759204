"""`portal remind`: late answers, lapses and the day's list, each once however often it runs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.clock_events import Agreed
from portal.domain.clock_rules import PauseReason
from portal.extensions import db
from portal.records.cases import Contact, Told
from portal.records.desk import Heap, Only, heap, lying
from portal.records.letters import Letter
from portal.records.timeline import messages_of, timeline_of
from portal.services import handling, proceeding_clocks, stepping
from portal.services.reminding import Reminded, remind
from portal.services.screening import look_at
from portal.services.stage_facts import Given
from tests import makers as make
from tests.services.desk import LOOKED

RECEIVED = date(2026, 11, 2)  # due Monday 16 November, at the latest Monday 30 November
NOTHING = Reminded(0, 0, 0)


def made_and_looked_at(**answers: str) -> make.Made:
    made = make.case(received=RECEIVED, **answers)  # type: ignore[arg-type]
    look_at(made.id, make.officer().id, LOOKED)
    return made


@pytest.fixture(autouse=True)
def _context(either_app: Flask, at):
    at(datetime(2026, 11, 2, 12, tzinfo=UTC))
    with either_app.app_context():
        yield


def letters(kind: str) -> list[dict[str, str]]:
    return [dict(one.content) for one in db.session.scalars(select(Letter).where(Letter.kind == kind))]


def on(at, month: int, day: int) -> Reminded:
    at(datetime(2026, month, day, 8, tzinfo=UTC))
    return remind()


def test_the_team_hears_once_of_each_day_that_passes_without_an_answer(at) -> None:
    made = made_and_looked_at()
    assert on(at, 11, 16) == NOTHING  # the due day itself is not late
    assert on(at, 11, 17).late == 1 and on(at, 11, 17).late == on(at, 11, 18).late == 0
    told = letters("team_late")
    assert told and all(made.reference[:4] in one["subject"] for one in told)


def test_a_new_day_that_passes_is_told_again(at) -> None:
    made = make.case(received=RECEIVED)
    at(datetime(2026, 11, 13, 12, tzinfo=UTC))
    proceeding_clocks.extend(made.id, make.officer().id, date(2026, 11, 20), "Records.", Agreed.YES, "More time.")
    assert on(at, 11, 17).late == 0 and on(at, 11, 23).late == 1


def test_the_person_is_told_once_that_they_need_not_wait(at) -> None:
    made = make.case(received=RECEIVED, contact_way="email", email="ann@home.example")
    assert on(at, 11, 30).lapsed == 0
    assert on(at, 12, 1).lapsed == 1 and on(at, 12, 2).lapsed == 0
    (told,) = [message.text["words"] for message in messages_of(made.id)]
    assert "We are late. We are sorry. You should have had our answer by Monday 30 November." in told
    assert "You do not have to wait. You can ask for the next step now. Or you can wait for our answer." in told
    assert "lapsed" in [line.happening for line in timeline_of(made.id)] and letters("person_news")


def test_one_case_that_cannot_be_worked_keeps_nobody_else_from_being_told(at) -> None:
    broken, other = (make.case(received=RECEIVED, contact_way="email", email="ann@home.example") for _ in range(2))
    for table in (Told, Contact):
        db.session.execute(update(table).where(table.case_id == broken.id).values(body=b"lost"))
    db.session.commit()
    done = on(at, 12, 1)
    assert done.lapsed == 1 and done.failed and messages_of(other.id)
    assert on(at, 12, 2).failed, "it is tried again the next day"


def test_they_are_told_in_their_language(at) -> None:
    made = make.case("adult", received=RECEIVED, language="pl")
    on(at, 12, 1)
    assert "poniedziałek 30 listopada" in messages_of(made.id)[0].text["words"]


def test_the_team_is_told_once_of_what_nobody_has_looked_at(at) -> None:
    seen, unseen = made_and_looked_at(), make.case(received=RECEIVED)
    assert on(at, 11, 5).unseen == 0, "the third working day is not past yet"
    assert on(at, 11, 6).unseen == 1 and on(at, 11, 9).unseen == 0
    told = letters("team_unseen")
    assert told and all(unseen.reference[:4] in one["subject"] for one in told)
    assert not any(seen.reference[:4] in one["subject"] for one in told)


def test_nobody_is_chased_for_what_has_been_looked_at_or_waits_for_consent(at) -> None:
    looked, waiting = made_and_looked_at(), make.case(received=RECEIVED)
    stepping.take(waiting.id, make.officer().id, "ask_consent", Given(reason="Her mother was asked."))
    assert looked.case.look_by is None
    assert on(at, 11, 9).unseen == 0 and not letters("team_unseen")


def test_what_nobody_looks_at_lies_in_the_heap_of_what_is_due(at) -> None:
    made = make.case(received=RECEIVED)
    handling.acknowledge(made.id, make.officer().id, "We have it.")
    assert lying(Only(), date(2026, 11, 4)).heaps[Heap.DUE] == []
    assert lying(Only(), date(2026, 11, 5)).heaps[Heap.DUE] == [made.id]
    assert [case.id for case in heap(Heap.DUE, Only(), date(2026, 11, 20))] == [made.id], "and there only once"
    look_at(made.id, make.officer().id, LOOKED)
    assert lying(Only(), date(2026, 11, 5)).heaps[Heap.DUE] == []
    assert lying(Only(), date(2026, 11, 16)).heaps[Heap.DUE] == [made.id], "until its answer is due"


def test_an_answer_in_time_or_a_clock_that_stands_still_reminds_nobody(at) -> None:
    answered, waiting = made_and_looked_at(), made_and_looked_at()
    handling.answer(answered.id, make.officer().id, "We agree.")
    proceeding_clocks.pause(waiting.id, make.officer().id, PauseReason.AWAITING_ADVOCATE, "", "We wait.")
    assert on(at, 12, 1) == NOTHING


def test_an_officer_gets_one_list_a_day_with_numbers_alone(at) -> None:
    kim = make.officer(name="Kim Lee", email="kim@council.example")
    handling.assign(make.case(received=RECEIVED, name="Jay").id, kim.id, kim.id)
    assert on(at, 11, 16).digests == 1 and on(at, 11, 16).digests == 0
    (letter,) = letters("officer_digest")
    assert (letter["to"], letter["subject"]) == (
        "kim@council.example",
        "Your complaints today: 1 due or late, 0 due soon",
    )
    assert "/staff/board" in letter["text"] and "Jay" not in letter["text"]


def test_at_a_weekend_the_team_is_left_in_peace(at) -> None:
    kim = make.officer()
    handling.assign(make.case(received=RECEIVED).id, kim.id, kim.id)
    assert on(at, 11, 21) == NOTHING
