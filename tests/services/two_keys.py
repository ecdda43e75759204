"""An application that goes from one key to the next, with something in it that the first one made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flask import Flask

from portal.extensions import db
from portal.records.officers import Officer
from portal.records.sealing import Keyring
from portal.services import handling, looking
from portal.services.keeping_files import InMemory
from portal.services.learning import Learned, learn
from portal.services.phones import one_time
from portal.services.transactions import writing
from tests import makers as make
from tests import samples
from tests.services.test_scanning import complain

KEYS = {1: b"k" * 32, 2: b"n" * 32}
"""The key of every test, and the one that takes its place."""


def use(app: Flask, *numbers: int) -> Keyring:
    """Go on with these keys, as if started with them; the last one seals."""
    ring = Keyring({number: KEYS[number] for number in numbers})
    app.extensions["portal.keyring"] = ring
    db.session.rollback()
    db.session.expunge_all()
    return ring


def filled(app: Flask) -> Iterator[Flask]:
    """An application in which the first key made something of every sort."""
    with app.app_context():
        who = make.officer()
        made = make.case(name="Zoë Quick", contact_way="email", email="zoe@home.example")
        looking.say_why(made.id, who.id, "Standing in for Sam, who is away.")
        handling.note(made.id, who.id, "Rang the school.")
        learn(made.id, who.id, Learned(1, "Moved meetings", "", "We ring first.", "all", "Manager", date(2026, 12, 31)))
        complain(InMemory("photo.jpg", samples.jpeg()))
        with writing():
            secret = one_time(Keyring({1: KEYS[1]}).phone_keys, "us").new().to_json(encrypt=True)
            db.session.get_one(Officer, who.id).tf_totp_secret = secret
        app.config.update(MADE=made)
        yield app
        use(app, 1)
        app.config.update(TAMPERED=True, FORGOTTEN=True)  # each test looked at the audit with its own keys
