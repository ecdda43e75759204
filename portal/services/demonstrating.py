"""Invented cases for trying the portal: sent, acknowledged and answered through the real services, at past moments."""

import hmac
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from flask import current_app
from sqlalchemy import select

from portal import clock
from portal.domain.audit_words import By, Deed
from portal.domain.journeys import JOURNEYS
from portal.domain.references import SecretCode, new_code
from portal.domain.submissions import freeze
from portal.domain.words import Kind, LetterState, Method, Point
from portal.extensions import db
from portal.records.advocacy import open_requests
from portal.records.alerts import Alert
from portal.records.cases import Case, Told
from portal.records.drafts import Draft
from portal.records.letters import Letter
from portal.services import alerting, staff_recording
from portal.services.asking_advocates import provider
from portal.services.auditing import note
from portal.services.codes import hash_code
from portal.services.demonstrating_deeds import TEAM_DEEDS, do
from portal.services.demonstrating_files import beside
from portal.services.demonstrating_officers import add_officers
from portal.services.demonstrating_records import write_down
from portal.services.keeping_files import take_along
from portal.services.submitting import open_case
from portal.services.transactions import writing

DATA = Path(__file__).with_name("demonstration.toml")
PROVIDERS = "needs_other"
"""The answer that holds the words of a request of which the council keeps none."""
A_LITTLE_LATER = timedelta(minutes=10)


class NotInProduction(RuntimeError):
    """Invented cases never mix with real ones."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One invented case to try the tracking page with."""

    about: str
    reference: str
    code: SecretCode


def load_cases() -> int:
    """Add the invented cases that are not there yet and return how many; raises `NotInProduction`."""
    if current_app.config["PORTAL"].production:
        raise NotInProduction("Invented cases never mix with real ones, so there is no demonstration in production.")
    officers = add_officers()
    known, now = _stories(), clock.now()
    in_order = sorted(_rows(), key=lambda row: _moment(row, now))
    added = [_live(row, now, officers) for row in in_order if _story(row) not in known]
    if added:
        _pretend_the_post_went_out(added)
    return len(added)


def _live(row: Mapping[str, Any], now: datetime, officers: Mapping[str, int]) -> int:
    """Add one case and let happen what happened to it, in the order of the data file and never in the future."""
    case_id = _add(row, now, officers)
    sent = last = _moment(row, now)
    for deed in row.get("then", ()):
        moment = sent + timedelta(days=deed["after"])
        last = max(_at_work(moment) if deed["does"] in TEAM_DEEDS else moment, last + A_LITTLE_LATER)
        if last >= now:
            break
        with clock.pretend(last):
            if deed["does"] in ("answer", "answered") and "found" in row:
                write_down(case_id, row, officers)
            do(case_id, deed, officers)
    return case_id


def to_try() -> list[Shown]:
    """The invented cases whose number and code are told, so that people can look at them as their senders would."""
    cases = _stories()
    return [
        Shown(about, db.session.get_one(Case, case_id).reference, _code(row))
        for row in _rows()
        if (about := row.get("show")) and (case_id := cases.get(_story(row)))
    ]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _rows() -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = _data()["case"]
    return rows


def _story(row: Mapping[str, Any]) -> str:
    """The words of the case, with a plain sentence that it is invented, in its language and in English."""
    marks: Mapping[str, str] = _data()["marks"]
    language = row.get("lang", "en")
    own = f"{marks[language]} " if language != "en" else ""
    return f"{row['story'].strip()}\n\n[{own}{marks['en']}]"


def _stories() -> dict[str, int]:
    """Every story there is, with the number of its case: how a second run knows what the first one did."""
    told = db.session.scalars(select(Told))
    kept = {one.answers["story"]: one.case_id for one in told if isinstance(one.answers.get("story"), str)}
    return kept | {str((one.passed_on or {}).get(PROVIDERS)): one.case_id for one in open_requests(provider())}


def _code(row: Mapping[str, Any]) -> SecretCode:
    """The code of an invented case: the same at every run on this machine, and another one on every other machine."""
    secret = str(current_app.secret_key).encode()
    drawn = int.from_bytes(hmac.digest(secret, f"demonstration:{_story(row)}".encode(), "sha256"))
    return new_code(lambda below: drawn % below)


def _moment(row: Mapping[str, Any], now: datetime) -> datetime:
    """So many days ago, at the time given, and in any case before now."""
    hour, minute = row.get("at", "10:30").split(":")
    day = clock.in_london(now) - timedelta(days=row["ago"])
    return min(day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0), now - timedelta(minutes=5))


def _at_work(moment: datetime) -> datetime:
    """The team writes on weekdays."""
    return moment + timedelta(days=max(0, 7 - moment.isoweekday() + 1) if moment.isoweekday() > 5 else 0)


def _add(row: Mapping[str, Any], now: datetime, officers: Mapping[str, int]) -> int:
    moment = _moment(row, now)
    with clock.pretend(moment):
        how: str = row.get("how", "")
        case_id = _write_down(row, moment, officers) if how else _send(row, moment)
        if phone := row.get("call"):
            _ask_for_call(case_id, row, phone)
    return case_id


def _send(row: Mapping[str, Any], moment: datetime) -> int:
    """As somebody would have sent it through the site."""
    hashed, journey = hash_code(_code(row).canonical), row.get("who", "young_person")
    place = PROVIDERS if JOURNEYS[journey].sends.passed_on else "story"
    answers = {"contact_way": "code_only", **row.get("answers", {}), place: _story(row)}
    files = beside(journey, row["files"]) if "files" in row else None
    with writing():
        draft = db.session.get_one(Draft, files) if files else None
        submission = freeze(
            JOURNEYS[journey],
            answers | (draft.answers if draft else {}),
            way="full",
            variant=row.get("variant", ""),
            language=row.get("page", "en"),
            received_at=moment,
            received_on=clock.in_london(moment).date(),
            kind=Kind(row.get("kind", Kind.COMPLAINT)),
        )
        case = open_case(submission, code_hash=hashed, held=row.get("held", False))
        if draft:
            take_along(draft, case, submission.answers)
            db.session.delete(draft)
        return case.id


def _write_down(row: Mapping[str, Any], moment: datetime, officers: Mapping[str, int]) -> int:
    """As an officer would have written it down."""
    method, _, point = row["how"].partition("/")
    day = clock.in_london(moment).date()
    kind = Kind(row.get("kind", Kind.COMPLAINT))
    arrival = staff_recording.Arrival(Method(method), Point(point), day, row.get("page", "en"), kind)
    answers = {**row.get("answers", {}), "story": _story(row)}
    journey, officer = row.get("who", "young_person"), officers["complaints_officer"]
    return staff_recording.record_submission(
        journey, row.get("variant", ""), answers, arrival, officer, with_code=False
    ).case_id


def _ask_for_call(case_id: int, row: Mapping[str, Any], phone: str) -> None:
    case = db.session.get_one(Case, case_id)
    alert = alerting.ask_for_call(None, phone=phone, safe="no", audience=case.audience, language=case.language)
    with writing():
        db.session.get_one(Alert, alert.id).case_id = case_id
        note(Deed.CHANGED, "call_asked", by=By.PERSON, case_id=case_id)


def _pretend_the_post_went_out(cases: list[int]) -> None:
    """The letters of invented cases are never sent: nobody is to get one. One shows as undeliverable."""
    with writing():
        alerts = db.session.scalars(select(Alert.id).where(Alert.case_id.in_(cases)))
        about = [*(f"case:{number}" for number in cases), *(f"alert:{number}" for number in alerts)]
        letters = db.session.scalars(select(Letter).where(Letter.about.in_(about)).order_by(Letter.id)).all()
        for letter in letters:
            letter.state, letter.sent_at, letter.tries = LetterState.SENT, letter.written_at, 1
        letters[0].state, letters[0].sent_at, letters[0].trouble = LetterState.DEAD, None, "550 No such user here"
