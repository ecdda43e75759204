"""Sending the letters that wait: leased one by one, tried again for seven days, never inside a transaction.

Mail can only be delivered at least once: when we stop between the server's yes and our own note of it, the letter goes
out again. It then carries the same Message-ID, by which mail programs show it once.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select

from portal import clock
from portal.domain.words import LetterState
from portal.extensions import db
from portal.records.letters import Letter
from portal.services import mailing
from portal.services.transactions import writing

LEASE = timedelta(minutes=5)
"""How long a letter belongs to the worker that took it; longer than any server may keep us waiting."""
FIRST_WAIT, LONGEST_WAIT = 60.0, 2880.0
"""Seconds before the second try, doubled from try to try up to the longest; up to a quarter is added at random."""
GIVE_UP_AFTER = timedelta(days=7)

FRESH = {"populate_existing": True}

_dice = secrets.SystemRandom()


class NoSuchLetter(LookupError):
    """There is no dead letter with this number."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of the letters of one round."""

    sent: int = 0
    postponed: int = 0
    dead: int = 0

    def __add__(self, other: "Posted") -> "Posted":
        return Posted(self.sent + other.sent, self.postponed + other.postponed, self.dead + other.dead)


def post_waiting(limit: int = 500) -> Posted:
    """Send what is due, at most `limit` letters; a server that takes nobody's letters ends the round.

    Raises `mailing.NoMailServer` when none is set.
    """
    mailing.server()
    done = Posted()
    for _ in range(limit):
        letter = _lease()
        if letter is None:
            break
        outcome, go_on = _try(letter)
        done += outcome
        if not go_on:
            break
    return done


def dead_letters() -> Sequence[Letter]:
    """Letters that could not be sent, newest first, for the banner on the staff site."""
    query = select(Letter).where(Letter.state == LetterState.DEAD).order_by(Letter.id.desc())
    return db.session.scalars(query).all()


def count_dead() -> int:
    """How many letters could not be sent."""
    query = select(func.count()).select_from(Letter).where(Letter.state == LetterState.DEAD)
    return db.session.scalar(query) or 0


def send_again(letter_id: int) -> Letter:
    """Let a dead letter wait anew, with seven more days to be sent in. Raises `NoSuchLetter`."""
    with writing():
        letter = db.session.scalar(select(Letter).where(Letter.id == letter_id).with_for_update())
        if letter is None or letter.state is not LetterState.DEAD:
            raise NoSuchLetter(letter_id)
        now = clock.now()
        letter.state, letter.tries, letter.next_try_at, letter.written_at = LetterState.WAITING, 0, now, now
        letter.leased_until = None
        return letter


def _lease() -> Letter | None:
    """Take the next due letter for us alone: PostgreSQL skips rows that others hold, SQLite has one writer."""
    with writing():
        now = clock.now()
        free = or_(Letter.leased_until.is_(None), Letter.leased_until < now)
        due = select(Letter).where(Letter.state == LetterState.WAITING, Letter.next_try_at <= now, free)
        letter = db.session.scalar(
            due.order_by(Letter.next_try_at, Letter.id).limit(1).with_for_update(skip_locked=True)
        )
        if letter is not None:
            letter.leased_until = letter.next_try_at = now + LEASE  # if it is what breaks us, others go first next time
            letter.tries += 1
        return letter


def _try(letter: Letter) -> tuple[Posted, bool]:
    """Hand one letter over; what became of it, and whether it is worth going on with others."""
    try:
        mailing.hand_over(letter)
    except mailing.NotNow as later:
        return _postpone(letter, str(later)), not later.everyone
    except mailing.Refused as never:
        _note(letter, LetterState.DEAD, clock.now(), str(never))
        return Posted(dead=1), True
    except Exception as broken:  # a letter that cannot even be made must not stand in the way of the others
        _note(letter, LetterState.DEAD, clock.now(), f"could not be made: {type(broken).__name__}")
        return Posted(dead=1), True
    _note(letter, LetterState.SENT, clock.now(), None)
    return Posted(sent=1), True


def _postpone(letter: Letter, answer: str) -> Posted:
    now = clock.now()
    if now - letter.written_at >= GIVE_UP_AFTER:
        _note(letter, LetterState.DEAD, now, answer)
        return Posted(dead=1)
    _note(letter, LetterState.WAITING, now + wait(letter.tries), answer)
    return Posted(postponed=1)


def wait(tries: int) -> timedelta:
    """How long to wait after this many tries: from one minute to one hour, never the same for two letters."""
    seconds = min(FIRST_WAIT * 2 ** min(tries - 1, 10), LONGEST_WAIT)
    return timedelta(seconds=seconds * _dice.uniform(1, 1.25))


def _note(letter: Letter, state: LetterState, when: datetime, trouble: str | None) -> None:
    """Write down what became of a letter, unless our lease ran out and another worker has it now."""
    ours = (Letter.id == letter.id, Letter.state == LetterState.WAITING, Letter.leased_until == letter.leased_until)
    with writing():
        kept = db.session.scalar(select(Letter).where(*ours).with_for_update(), execution_options=FRESH)
        if kept is None:
            return
        kept.state, kept.leased_until, kept.trouble = state, None, trouble
        if state is LetterState.SENT:
            kept.sent_at = when
        else:
            kept.next_try_at = when
