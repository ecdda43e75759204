"""Letters reach a real mail server, wait when it does not take them, and are never lost or stuck behind another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from portal import clock
from portal.domain.words import LetterState
from portal.extensions import db
from portal.records.letters import Letter
from portal.services import mailing, posting
from portal.services.mailing import NoMailServer, hand_over
from portal.services.outbox import enqueue
from portal.services.posting import Posted, dead_letters, post_waiting, send_again
from portal.services.transactions import writing
from tests.services.post_office import PostOffice, free_port, mail_to

MORNING = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def office_app(either_app: Flask, post_office: PostOffice) -> Iterator[Flask]:
    """The application on either engine, with the post office as its mail server."""
    with mail_to(either_app, post_office.url), either_app.app_context():
        yield either_app


def write(*addresses: str) -> None:
    """One letter to each address."""
    with writing():
        for number, address in enumerate(addresses, start=1):
            enqueue(
                "case:1", "team_digest", address, language="en", number=number, link="https://portal.example/staff/"
            )


def states() -> dict[str, str]:
    db.session.rollback()
    return {letter.content["to"]: letter.state.value for letter in db.session.query(Letter).order_by(Letter.id)}


def only_letter() -> Letter:
    db.session.rollback()
    return db.session.query(Letter).one()


def test_a_letter_arrives_with_its_words_a_neutral_sender_and_a_fixed_name(
    office_app: Flask, post_office: PostOffice
) -> None:
    write("team@council.example")
    assert post_waiting() == Posted(sent=1)
    (letter,) = post_office.taken
    assert letter["From"] == "no-reply@portal.example"
    assert letter["Subject"] == "Many new things in the inbox"
    assert "https://portal.example/staff/" in letter.get_content()
    assert letter["Message-ID"] == only_letter().message_id
    assert letter["Auto-Submitted"] == "auto-generated"
    assert post_waiting() == Posted()


def test_when_the_mail_server_is_down_letters_wait_and_go_out_when_it_is_back(
    either_app: Flask, at: Callable[[datetime], None]
) -> None:
    office = PostOffice(port=free_port())
    with mail_to(either_app, office.url), either_app.app_context():
        at(MORNING)
        write("one@council.example", "two@council.example")
        assert post_waiting() == Posted(postponed=1)  # a server that is down is asked once a round
        assert set(states().values()) == {"waiting"}
        with office.open():
            at(MORNING + timedelta(hours=2))
            assert post_waiting() == Posted(sent=2)
    assert sorted(office.told) == ["one@council.example", "two@council.example"]


def test_a_passing_refusal_is_tried_again_and_a_final_one_is_not(
    office_app: Flask, post_office: PostOffice, at: Callable[[datetime], None]
) -> None:
    at(MORNING)
    post_office.answers_to_address = {"later@council.example": "450 Busy", "gone@council.example": "550 No such user"}
    write("gone@council.example", "later@council.example", "fine@council.example")
    assert post_waiting() == Posted(sent=1, postponed=1, dead=1)
    assert states() == {
        "gone@council.example": "dead",
        "later@council.example": "waiting",
        "fine@council.example": "sent",
    }
    assert [letter.content["to"] for letter in dead_letters()] == ["gone@council.example"]
    post_office.answers_to_address.clear()
    at(MORNING + timedelta(minutes=2))
    assert post_waiting() == Posted(sent=1)


def test_a_letter_refused_for_what_it_says_is_dead_and_the_next_one_goes_out(
    office_app: Flask, post_office: PostOffice
) -> None:
    post_office.answers_to_letter = {"first@council.example": "554 Looks like spam to me <first@council.example>"}
    write("first@council.example", "second@council.example")
    assert post_waiting() == Posted(sent=1, dead=1)
    assert dead_letters()[0].trouble == "554 Looks like spam to me …"


def test_a_server_that_does_not_like_our_sender_costs_no_letter_its_life(
    office_app: Flask, post_office: PostOffice, at: Callable[[datetime], None]
) -> None:
    at(MORNING)
    post_office.sender_answer = "550 Sender not allowed"
    write("one@council.example", "two@council.example")
    assert post_waiting() == Posted(postponed=1)
    post_office.sender_answer = ""
    at(MORNING + timedelta(minutes=2))
    assert post_waiting() == Posted(sent=2)


def test_a_server_that_keeps_one_letter_waiting_does_not_keep_the_others(
    office_app: Flask, post_office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailing, "PATIENCE", 0.4)
    post_office.slow_for = {"slow@council.example": 2.0}
    write("slow@council.example", "quick@council.example")
    assert post_waiting() == Posted(sent=1, postponed=1)
    assert post_office.told == ["quick@council.example"]
    assert states()["slow@council.example"] == "waiting"


def test_a_letter_that_cannot_even_be_made_does_not_delay_the_others(
    office_app: Flask, post_office: PostOffice
) -> None:
    write("broken@council.example", "two@council.example", "three@council.example")
    with writing():
        letter = db.session.query(Letter).filter_by(number=1).one()
        letter.body = letter.body[:-1] + bytes([letter.body[-1] ^ 1])
    assert post_waiting() == Posted(sent=2, dead=1)
    assert dead_letters()[0].trouble == "could not be made: SealBroken"


@pytest.mark.parametrize("address", ["two\nlines@council.example", "ünï@council.example"])
def test_an_address_nothing_can_be_sent_to_is_dead_at_once(
    office_app: Flask, post_office: PostOffice, address: str
) -> None:
    write(address, "fine@council.example")
    done = post_waiting()
    assert (done.sent, done.dead) == (1, 1)


def test_after_a_crash_between_sending_and_noting_it_the_same_letter_goes_out_again_under_the_same_name(
    office_app: Flask, post_office: PostOffice, at: Callable[[datetime], None]
) -> None:
    at(MORNING)
    write("team@council.example")
    leased = posting._lease()
    assert leased is not None
    hand_over(leased)  # and here the machine stops
    assert post_waiting() == Posted()  # the letter still belongs to the worker that died
    at(MORNING + posting.LEASE + timedelta(seconds=1))
    assert post_waiting() == Posted(sent=1)
    assert len(post_office.taken) == 2
    assert len({letter["Message-ID"] for letter in post_office.taken}) == 1


def test_a_worker_whose_time_ran_out_does_not_undo_what_the_next_one_noted(
    office_app: Flask, post_office: PostOffice, at: Callable[[datetime], None]
) -> None:
    at(MORNING)
    write("team@council.example")
    slow_worker = posting._lease()
    assert slow_worker is not None
    db.session.expunge(slow_worker)
    at(MORNING + posting.LEASE + timedelta(seconds=1))
    assert post_waiting() == Posted(sent=1)
    posting._postpone(slow_worker, "421 Too slow")
    assert only_letter().state is LetterState.SENT


def test_two_workers_at_once_send_every_letter_once(office_app: Flask, post_office: PostOffice) -> None:
    addresses = [f"officer{number}@council.example" for number in range(40)]
    write(*addresses)
    done: list[Posted] = []

    def work() -> None:
        with office_app.app_context():
            done.append(post_waiting())

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(post_office.told) == sorted(addresses)
    assert sum(one.sent for one in done) == 40


def test_a_letter_is_tried_for_seven_days_less_and_less_often_and_then_given_up(
    office_app: Flask, post_office: PostOffice, at: Callable[[datetime], None]
) -> None:
    post_office.answers_to_address = {"team@council.example": "451 Not today"}
    at(MORNING)
    write("team@council.example")
    waits = []
    while only_letter().state is LetterState.WAITING:
        at(only_letter().next_try_at)
        tried_at = clock.now()
        assert post_waiting() in (Posted(postponed=1), Posted(dead=1))
        waits.append(only_letter().next_try_at - tried_at)
    assert timedelta(minutes=1) <= waits[0] <= timedelta(seconds=75)
    assert all(timedelta(minutes=1) <= one <= timedelta(hours=1) for one in waits[:-1])
    assert timedelta(days=7) <= clock.now() - MORNING < timedelta(days=7, hours=1)
    assert len(set(waits)) > len(waits) // 2  # no two letters come back at the same moment


def test_a_dead_letter_can_be_sent_again_by_hand(office_app: Flask, post_office: PostOffice) -> None:
    post_office.answers_to_address = {"team@council.example": "550 No such user"}
    write("team@council.example")
    post_waiting()
    post_office.answers_to_address.clear()
    send_again(only_letter().id)
    assert post_waiting() == Posted(sent=1)
    with pytest.raises(posting.NoSuchLetter):
        send_again(only_letter().id)


def test_without_a_mail_server_letters_are_kept(either_app: Flask) -> None:
    with either_app.app_context():
        write("team@council.example")
        with pytest.raises(NoMailServer):
            post_waiting()
        assert only_letter().tries == 0
