"""Urgent alerts: "call me today" is told to the duty team at that moment, whether or not the form is ever sent."""

from babel import Locale
from flask import current_app
from sqlalchemy import Select, select

from portal import clock
from portal.domain.access import Action
from portal.domain.audit_words import By, Deed
from portal.domain.authority import Authority
from portal.domain.routing import RoutingFacts, route
from portal.domain.words import Audience, Happening
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.drafts import Draft
from portal.services.auditing import note
from portal.services.outbox import enqueue, staff_link
from portal.services.transactions import writing
from portal.services.writing_letters import named_in

CALL = "call_today"
"""What the routing rules are asked about: only rules for every kind fit, above all the urgent one."""


class NoSuchAlert(LookupError):
    """There is no alert with this number."""


def ask_for_call(draft_id: int | None, *, phone: str, safe: str, audience: Audience, language: str) -> Alert:
    """Raise the alert now and tell the duty team; a second yes on the same draft only corrects the first one."""
    with writing():
        note(Deed.CHANGED, Happening.CALL_ASKED, by=By.PERSON)
        draft = db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update()) if draft_id else None
        alert = _open_alert(draft) if draft else None
        details = {"phone": phone, "safe": safe}
        if alert is not None:
            alert.details = details
            return alert
        alert = Alert(
            draft_id=draft.id if draft else draft_id,
            case_id=draft.case_id if draft else None,
            audience=Audience(audience),
            language=language,
            raised_at=clock.now(),
        )
        alert.details = details
        db.session.add(alert)
        db.session.flush()
        _tell_duty(alert, named_in(draft.answers) if draft else ())
        return alert


def asked_for(draft: Draft, phone: str) -> bool:
    """Whether the last call that was asked for from this draft is one to this number, seen to or not."""
    last = db.session.scalar(_alerts_of(draft).order_by(Alert.id.desc()).limit(1))
    return last is not None and last.details["phone"] == phone


def handle_alert(alert_id: int, officer_id: int) -> Alert:
    """An officer has seen to it; whoever was first stays written down. Raises `NoSuchAlert`."""
    with writing():
        alert = db.session.scalar(select(Alert).where(Alert.id == alert_id).with_for_update())
        if alert is None:
            raise NoSuchAlert(alert_id)
        if alert.handled_at is None:
            alert.handled_at, alert.officer_id = clock.now(), officer_id
            note(Deed.CHANGED, Action.HANDLE_ALERT, officer_id=officer_id, case_id=alert.case_id)
        return alert


def _open_alert(draft: Draft) -> Alert | None:
    return db.session.scalar(_alerts_of(draft).where(Alert.handled_at.is_(None)))


def _alerts_of(draft: Draft) -> Select[Alert]:
    """The alerts raised from this draft; SQLite may give a new draft the number of one that was cleared."""
    return select(Alert).where(Alert.draft_id == draft.id, Alert.raised_at >= draft.begun_at)


def _tell_duty(alert: Alert, named_people: tuple[str, ...]) -> None:
    council: Authority = current_app.extensions["portal.authority"]
    facts = RoutingFacts(kind=CALL, audience=alert.audience.value, urgent=True, named_people=named_people)
    for number, recipient in enumerate(route(council, facts).recipients, start=1):
        enqueue(
            f"alert:{alert.id}",
            "team_call_today",
            recipient.address,
            language="en",
            number=number,
            child=alert.audience is Audience.CHILD,
            language_name=Locale.parse(alert.language).get_language_name("en"),
            link=staff_link(),
            why=recipient.why,
        )
