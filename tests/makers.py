"""Makes cases and officers through the real services: say only what matters for the test.

    from tests import makers as make

    make.case(story="They took my phone.", contact_way="email", email="ann@home.example")
    make.officer(Role.TEAM_MANAGER)
    make.signed_in(app, make.officer())

Everything needs an application context, except `signed_in`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from portal import clock
from portal.domain.access import Role
from portal.domain.audit_words import By, Deed
from portal.domain.calendar import LONDON
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answer
from portal.domain.references import new_code
from portal.domain.submissions import freeze
from portal.domain.words import Kind, Method, Point
from portal.extensions import db
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.services import officers, staying_signed_in
from portal.services.auditing import note
from portal.services.codes import hash_code
from portal.services.submitting import open_case
from portal.services.transactions import writing

PASSWORD = "three random words"
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Made:
    """A case and the secret code that opens it."""

    id: int
    reference: str
    code: str

    @property
    def case(self) -> Case:
        return db.session.get_one(Case, self.id)


def case(
    journey: str = "young_person",
    *,
    received: date | datetime | None = None,
    language: str = "en",
    variant: str = "",
    method: Method = Method.ONLINE_FORM,
    point: Point = Point.COMPLAINTS_TEAM,
    held: bool = False,
    kind: Kind | None = None,
    **answers: Answer,
) -> Made:
    """A case as somebody would have sent it; answers by the keys of the journey, `story` if nothing else."""
    told: dict[str, Answer] = {
        "story": "My meeting was moved and nobody told me.",
        "contact_way": "code_only",
    } | answers
    moment = received or clock.now()
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 12, tzinfo=LONDON)
    code = new_code()
    hashed = hash_code(code.canonical)
    with writing():
        submission = freeze(
            JOURNEYS[journey],
            told,
            way="full",
            variant=variant,
            language=language,
            received_at=moment,
            received_on=clock.in_london(moment).date(),
            method=method,
            point=point,
            kind=kind,
        )
        made = open_case(submission, code_hash=hashed, held=held)
        return Made(made.id, made.reference, " ".join(code.words))


@contextmanager
def doctored() -> Iterator[None]:
    """Change rows as no verb does, for a test that needs them so; the audit says that a test did it."""
    with writing():
        note(Deed.CHANGED, "by_a_test", by=By.PORTAL)
        yield


def officer(*roles: Role, name: str = "", email: str = "") -> Officer:
    """Somebody who may sign in: a complaints officer unless other roles are given."""
    number = next(_numbers)
    number_of = officers.add_officer(
        email or f"officer{number}@council.example",
        name or f"Robin Kestrel-{number}",
        roles or (Role.COMPLAINTS_OFFICER,),
        password=PASSWORD,
    )
    return db.session.scalars(select(Officer).where(Officer.id == number_of)).one()


def signed_in(app: Flask, officer_id: int, client: FlaskClient | None = None) -> FlaskClient:
    """A browser in which this officer has signed in a moment ago."""
    client = client or app.test_client()
    with app.app_context():
        person = db.session.get_one(Officer, officer_id)
        person.mf_recovery_codes = person.mf_recovery_codes or []
        db.session.commit()
        session = {
            "_user_id": person.fs_uniquifier,
            "_fresh": True,
            "fs_cc": "set",
            "fs_paa": clock.now().timestamp(),
            "officer_id": person.id,
        }
        key = staying_signed_in.remember(None, session, person.id, anew=True)
    client.set_cookie("staff", key)
    return client
