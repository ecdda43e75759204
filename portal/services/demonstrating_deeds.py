"""What the people of the demonstration do after a case was sent, each through the service that does it on the site."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from portal.domain.access import Action
from portal.domain.words import Method, Point
from portal.services import handling, looking, tracking, tracking_deeds
from portal.services.demonstrating_advocates import ADVOCATE_DEEDS
from portal.services.demonstrating_stages import STAGE_DEEDS

Doing = Mapping[str, Any]
Officers = Mapping[str, int]


def do(case_id: int, deed: Doing, officers: Officers) -> None:
    """Do one thing from the data file: `{ after = 2, does = "acknowledge", words = "…" }`."""
    name = deed["does"]
    if name in TEAM_DEEDS:
        officer = officers[deed.get("by", "complaints_officer")]
        if name not in ADVOCATE_DEEDS:  # the team does nothing to a case that it has not opened
            looking.saw(Action.READ_CASE, officer, case_id, messages=True)
        TEAM_DEEDS[name](case_id, officer, deed, officers)
        return
    visitor = secrets.token_bytes(32)
    tracking.open_visit(visitor, case_id, None)
    PERSON_DEEDS[name](visitor, deed)
    tracking.close(visitor)


def _acknowledge(case_id: int, officer: int, deed: Doing, _: Officers) -> None:
    handling.acknowledge(case_id, officer, deed["words"])


def _reply(case_id: int, officer: int, deed: Doing, _: Officers) -> None:
    handling.reply(case_id, officer, deed["words"])


def _answer(case_id: int, officer: int, deed: Doing, _: Officers) -> None:
    handling.answer(case_id, officer, deed["words"])


def _note(case_id: int, officer: int, deed: Doing, _: Officers) -> None:
    handling.note(case_id, officer, deed["words"])


def _assign(case_id: int, officer: int, deed: Doing, officers: Officers) -> None:
    handling.assign(case_id, officer, officers[deed["to"]])


def _release(case_id: int, officer: int, _deed: Doing, _: Officers) -> None:
    handling.release_held(case_id, officer)


def _method(case_id: int, officer: int, deed: Doing, _: Officers) -> None:
    handling.change_method(case_id, officer, Method(deed["method"]), Point(deed["point"]), deed["words"])


def _look(visitor: bytes) -> None:
    """Reading is what marks the team's messages as seen."""
    tracking.see(visitor, reading=True)


TEAM_DEEDS: Mapping[str, Callable[[int, int, Doing, Officers], None]] = {
    "acknowledge": _acknowledge,
    "reply": _reply,
    "answer": _answer,
    "note": _note,
    "assign": _assign,
    "release": _release,
    "correct_method": _method,
    **STAGE_DEEDS,
    **ADVOCATE_DEEDS,
}

PERSON_DEEDS: Mapping[str, Callable[[bytes, Doing], None]] = {
    "look": lambda visitor, _: _look(visitor),
    "message": lambda visitor, deed: tracking_deeds.send_message(visitor, deed["words"]),
    "add": lambda visitor, deed: tracking_deeds.add(visitor, deed["words"]),
    "next_step": lambda visitor, deed: tracking_deeds.ask_next_step(visitor, deed["words"]),
    "take_back": lambda visitor, deed: tracking_deeds.take_back(visitor, deed.get("reason", ""), deed.get("words", "")),
    "advocate": lambda visitor, _: tracking_deeds.ask_advocate(visitor),
    "rate": lambda visitor, deed: tracking_deeds.rate(visitor, deed["answers"], deed.get("words", "")),
}
