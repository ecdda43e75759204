"""What a case page says of time: what happened, what is still to come, and whether a day that we told has passed."""

from datetime import date

from flask_babel import gettext

from portal import clock
from portal.domain.words import Happening, Kind, State
from portal.public import tracking_words as words
from portal.public.stage import Stage
from portal.services.tracking_seen import Seen
from portal.web.text import authority, day, say, spoken

ANSWERED_BY_A_DAY = frozenset({Kind.COMPLAINT, Kind.ENQUIRY, Kind.MEMBER_ENQUIRY})
"""What gets an answer by a date; thanks and ideas get one only if somebody has something to say."""
OPEN = (State.RECEIVED, State.ACCEPTED)
_SAYS_SO = frozenset({"s1_late", "s2_late", "late", "paused"})
"""Stages whose own words say that it is late, or that nothing runs."""


def late(seen: Seen) -> bool:
    """Whether the longest time has passed without an answer; a clock that stands still is not late."""
    return _answer_owed(seen) and clock.today() > seen.due_max_on


def _answer_owed(seen: Seen) -> bool:
    """Whether the clock of our answer runs."""
    return seen.kind in ANSWERED_BY_A_DAY and seen.state in OPEN and not seen.paused


def slipped(seen: Seen, stage: Stage) -> bool:
    """Whether a day that we told has passed, and the words of the stage do not say so."""
    today = clock.today()
    owed = [when for title, when, _ in _owed(seen) if title != words.NEXT_ANSWER]
    if _answer_owed(seen):
        owed.append(seen.due_on)
    return stage.code not in _SAYS_SO and any(when < today for when in owed)


def told(happening: Happening, seen: Seen, on: date) -> str:
    """What happened, in the words of whoever did it; before there was an answer nobody was unhappy with one."""
    if happening is Happening.NEXT_STEP_ASKED and not any(
        what is Happening.ANSWERED and when <= on for what, when in seen.happened
    ):
        return say(words.NEXT_STEP_UNANSWERED)
    return say(words.HAPPENED[happening])


def past(seen: Seen) -> list[dict[str, str]]:
    """What happened, the oldest first."""
    return [
        {
            "title": say(words.BY_OTHER[happening])
            if other and happening in words.BY_OTHER
            else told(happening, seen, when),
            "when": day(when),
            "iso": when.isoformat(),
            "state": "past",
        }
        for (happening, when), other in zip(seen.happened, seen.by_other, strict=True)
    ]


def coming(seen: Seen) -> list[dict[str, str]]:
    """What we said we would do and have not done yet; a day that has passed is named no more."""
    return [
        {"title": say(title), "text": say(words.LATER_THAN_TOLD), "state": "next"}
        if when < clock.today()
        else {
            "title": say(title),
            "when": gettext("By %(day)s", day=day(when)),
            "iso": when.isoformat(),
            "text": say(text),
            "state": "next",
        }
        for title, when, text in sorted(_owed(seen), key=lambda one: one[1])
    ] + _call(seen)


def _call(seen: Seen) -> list[dict[str, str]]:
    """How to call the advocates, for whoever they cannot call."""
    lines = spoken(words.CALL_ADVOCATES) if seen.has_to_call else []
    return [{"title": say(words.NEXT_CALL), "text": line, "state": "next"} for line in lines]


def _owed(seen: Seen) -> list[tuple[str, date, str]]:
    """What is still to be done, until when, and what is to be said of it."""
    due = []
    if _answer_owed(seen):
        later = clock.today() > seen.due_on
        due = [(words.NEXT_ANSWER, seen.due_max_on if later else seen.due_on, words.LATER_THAN_TOLD if later else "")]
    if seen.state is State.RECEIVED:
        due.append((words.NEXT_ACK, seen.ack_due_on, ""))
    if seen.advocate_by and authority().promised("advocate_contact_days"):
        due.append((words.NEXT_ADVOCATE, seen.advocate_by, ""))
    return due
