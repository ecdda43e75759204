"""A site for the gates to visit: one application, one server and one bland page to leave to, for a whole test run."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask, url_for
from sqlalchemy import delete
from werkzeug.routing import Rule
from werkzeug.serving import make_server

from portal import clock
from portal.app import create_app
from portal.domain.words import Kind
from portal.extensions import db
from portal.records.limits import RateCount
from portal.services import drafting, submitting
from portal.services.transactions import writing
from portal.web.doors import Door, door_of
from tests import makers
from tests.application import make_tables, settings
from tests.chromium import Quiet
from tests.gates.pseudo import speak_pseudo
from tests.gates.stops import Stop, alike_once, every_journey_stop

LANGUAGES = ("en", "ar")
EVERY = os.environ.get("PORTAL_GATES") == "every"
"""With `make gates` every page is seen in every state, mode and language; every day in those that differ most."""
SHARES = 8
"""Into how many parts the pages are dealt, so that several processes can look at them."""
spread = pytest.mark.parametrize("share", range(SHARES), ids=[f"part {part + 1} of {SHARES}" for part in range(SHARES)])


@contextmanager
def served(app: WSGIApplication) -> Iterator[str]:
    """Serve on a free port of this machine."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def weather(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """Where leaving leads in tests: a page about something else."""
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [b'<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Weather</title><h1>Sunny</h1>']


def leave_to(app: Flask, address: str) -> None:
    """Let leaving lead to a page of this machine, which a council's profile may not name for want of https."""
    council = app.extensions["portal.authority"]
    app.extensions["portal.authority"] = replace(council, contacts=replace(council.contacts, exit_url=address))


@dataclass
class Site:
    """The application under test, its address, and the address to which leaving leads."""

    app: Flask
    address: str
    exit: str

    @property
    def stops(self) -> list[Stop]:
        """Every public page in every state."""
        return [*every_journey_stop(), *self._other_stops(), Stop("error/404", "/nothing-here")]

    @property
    def chosen(self) -> list[Stop]:
        """Every day one page of each shape; with `make gates` every page in every state."""
        return self.stops if EVERY else alike_once(self.stops)

    def share(self, part: int) -> list[Stop]:
        return self.chosen[part::SHARES]

    def _other_stops(self) -> Iterator[Stop]:
        """The public pages that belong to no journey, from the routes."""
        journeys = {stop.journey for stop in every_journey_stop()}
        for rule in public_rules(self.app):
            if rule.endpoint.partition(".")[0] in journeys or rule.arguments - {"lang"} or rule.rule == "/":
                continue  # "/" only chooses a language
            with self.app.test_request_context("/en/"):
                path = url_for(rule.endpoint, lang="en") if "lang" in rule.arguments else url_for(rule.endpoint)
            path = path.removeprefix("/en") if "lang" in rule.arguments else "!" + path
            holder = door_of(self.app, rule.endpoint) is Door.CODE_HOLDER
            posts = any("POST" in (other.methods or ()) for other in self.app.url_map.iter_rules(rule.endpoint))
            name, form = rule.endpoint.replace(".", "/", 1), posts or rule.endpoint == "saved.back"
            late = rule.endpoint == "tracking.next_step"
            kind = Kind.ENQUIRY if rule.endpoint == "tracking.complain" else Kind.COMPLAINT
            spoken, days = rule.endpoint.startswith("sharing."), 60 if late else 0
            yield Stop(name, path, holder=holder, spoken=spoken, form=form, wrong={"": ""}, days=days, kind=kind)
            if rule.endpoint == "tracking.case":
                yield Stop(f"{name} (spoken for)", path, holder=holder, spoken=True)
                yield Stop(f"{name} (late)", path, holder=holder, days=60)

    def url(self, stop: Stop, language: str) -> str:
        path = stop.path[1:] if stop.path.startswith("!") else f"/{language}{stop.path}"
        return self.address + path

    def prime(self, stop: Stop, language: str = "en") -> str | None:
        """Make true what the stop presupposes; return the visitor's key, or None for somebody who did nothing yet."""
        with self.app.app_context():
            if stop.holder:
                return self._open_case(language, clock.now() - timedelta(days=stop.days), stop)
            if not stop.answers and not stop.after:
                return None
            key = secrets.token_urlsafe(32)
            visitor = hashlib.sha256(key.encode()).digest()
            if stop.after:
                sent = drafting.keep(drafting.Writer(visitor, stop.after), {"story": "They moved it.", "name": "Kit"})
                submitting.submit(sent.id, secrets.token_hex(8))
            if not stop.answers:
                return key
            writer = drafting.Writer(visitor, stop.journey, stop.way, stop.variant, language)
            draft = drafting.keep(writer, stop.answers)
            if stop.sent:
                submitting.submit(draft.id, secrets.token_hex(8))
            return key

    def _open_case(self, language: str, received: datetime, stop: Stop) -> str:
        journey = "for_child" if stop.spoken else "young_person"
        made = makers.case(journey, language=language, name="Kit", received=received, kind=stop.kind)
        client = self.app.test_client()
        client.environ_base["REMOTE_ADDR"] = (
            f"10.{secrets.randbelow(250)}.{secrets.randbelow(250)}.7"  # nobody's tries add up
        )
        with self.app.test_request_context("/en/"):
            look = url_for("tracking.look", lang="en")
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(look).get_data(as_text=True))
        assert token, "the page that asks for number and code has no form"
        data = {"csrf_token": token[1], "number": made.reference, "code": made.code, "do": "continue"}
        answer = client.post(look, data=data)
        assert answer.status_code == 302, "a right number and code did not open the case"
        cookie = client.get_cookie("s")
        assert cookie is not None
        return cookie.value


def public_rules(app: Flask) -> list[Rule]:
    """The routes of the public site that can be asked for."""
    doors = (Door.ANYONE, Door.WRITER, Door.CODE_HOLDER)
    return [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and door_of(app, rule.endpoint) in doors and rule.endpoint != "assets.served"
    ]


@pytest.fixture
def site(standing_site: Site) -> Site:
    """The whole portal, served on this machine, to which nobody of this network came in this hour yet."""
    with standing_site.app.app_context(), writing():
        db.session.execute(delete(RateCount))
    return standing_site


@pytest.fixture(scope="session")
def standing_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The whole portal, served on this machine, in English, Arabic, Polish and the pseudo-language."""
    folder: Path = tmp_path_factory.mktemp("site")
    with served(weather) as away:
        app = create_app(settings(folder, PORTAL_LANGUAGES="en,ar,pl,eo", PORTAL_HELD_AFTER="1000000"))
        make_tables(app)
        leave_to(app, f"{away}/weather")
        speak_pseudo(app, folder / "pseudo")
        with served(app) as address:
            yield Site(app, address, away)
