"""A case with a word of its own in every place where something can be written, and a walk over every page for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from portal.domain.access import Action
from portal.domain.children import AdvocacyKind, CareStatus, ConsentHow, ConsentScope, Relationship
from portal.domain.putting_right import ActionStatus, Basis, ExpenseKind, PaymentDetail, Resolution
from portal.domain.register_words import AskedBy, MemberConsent
from portal.domain.words import Audience, Happening, Side
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.cases import Case
from portal.records.timeline import Message
from portal.services import (
    alerting,
    case_files,
    children_in_case,
    concerns,
    handling,
    learning,
    looking,
    registering,
    remedying,
    speaking_for,
    stating,
)
from portal.services.keeping_files import InMemory
from portal.services.stating import LinkKind
from portal.web.doors import door_of
from tests import makers as make
from tests import samples

MARK = re.compile(r"qz[a-z]{3,20}zq")
"""How a canary looks: nobody's word in any language."""
DAY = date(2026, 12, 1)


class Canary:
    """The case, what was written into it, and an innocent case beside it."""

    def __init__(self, named: str, officer_id: int, assigned_to: int, neighbour: make.Made) -> None:
        self.words: set[str] = set()
        self.neighbour = neighbour
        say = self.say
        self.made = make.case(
            "adult",
            story=say("story"), name=say("name"), email=f"{say('mailbox')}@home.example", contact_way="email",
            wanted_other=say("wanted"), about=["worker"], named_person=named, worker=named, do_not_tell=named,
            code_word=say("codeword"), safe="no",
        )  # fmt: skip
        self._papers(self.made.id, officer_id)
        self._people(self.made.id, officer_id)
        self._desk(self.made.id, officer_id)
        case = db.session.get_one(Case, self.made.id)
        case.officer_id = assigned_to  # the worst that can happen: by mistake it lies on their own desk
        db.session.commit()

    def say(self, what: str) -> str:
        """A word that stands nowhere else."""
        word = f"qz{what}zq"
        self.words.add(word)
        return word

    @property
    def reference(self) -> str:
        return self.made.reference

    def found_in(self, text: str) -> set[str]:
        """Which of the canaries, or the number itself, stand in a text."""
        plain = text.replace("-", "").replace("\u2011", "").upper()
        lower = text.lower()
        found = {word for word in self.words if word in lower}  # a token may look like a canary, and be none
        return found | ({self.reference} if self.reference in plain else set())

    def _papers(self, case: int, who: int) -> None:
        say = self.say
        handling.acknowledge(case, who, say("acknowledged"))
        concerns.add(case, who, concerns.Head(say("concern"), "communication"))
        stating.write_statement(case, who, say("statement"))
        remedying.resolve(case, who, Resolution.APOLOGY, DAY, say("remedy"))
        remedying.pay(case, who, remedying.Paying(PaymentDetail.EXPENSES, 995, Basis.COUNCIL, DAY, say("payer")))
        remedying.spend(case, who, remedying.Spending(ExpenseKind.OTHER, 100, DAY, say("spender")))
        learned = learning.Learned(
            1, say("issue"), say("lesson"), say("action"), "all", say("owner"), date(2026, 12, 2)
        )
        number = learning.learn(case, who, learned)
        learning.review(case, who, number, learning.Look(ActionStatus.IN_PROGRESS, say("look"), date(2026, 12, 3)))

    def _people(self, case: int, who: int) -> None:
        say = self.say
        names = {"first_name": say("childname")}
        child = children_in_case.Child(next(iter(Relationship)), next(iter(CareStatus)), names=names)
        children_in_case.write_child(case, who, child)
        speaking_for.offer_advocate(case, who, AdvocacyKind.INSTRUCTED, say("provider"), DAY)
        speaking_for.ask_provider(case, who)  # the provider's desk shows the name, and how to reach them
        scope = [ConsentScope.SPEAK_FOR_ME]
        agreed = speaking_for.Agreement(say("consenter"), say("agent"), ConsentHow.SPOKEN, scope, DAY)
        speaking_for.record_consent(case, who, agreed)

    def _desk(self, case: int, who: int) -> None:
        say = self.say
        handling.note(case, who, say("note"))
        handling.reply(case, who, say("reply"))
        looking.say_why(case, who, say("why"))
        stating.link(case, who, self.neighbour.id, next(iter(LinkKind)))
        texts = {"member": say("member"), "about": say("enquiry")}
        registering.enter_member(who, registering.FromMember(AskedBy.MP, DAY, MemberConsent.NOT_CHECKED, texts), case)
        alert = alerting.ask_for_call(None, phone="07700 900982", safe="", audience=Audience.CHILD, language="en")
        row = db.session.get_one(Alert, alert.id)
        row.case_id, row.details = case, {"phone": say("phone"), "safe": ""}
        message = Message(case_id=case, side=Side.PERSON, kind=Happening.MESSAGE_FROM_PERSON, at=row.raised_at)
        message.text = {"words": say("message")}
        db.session.add(message)
        db.session.commit()
        assert case_files.add_papers(case, who, [InMemory(f"{say('filename')}.jpg", samples.jpeg())]) == []


def every_page(app: Flask, client: FlaskClient, reference: str) -> Iterator[tuple[str, str]]:
    """Every page of the staff site that can be reached, from every address it has and every link on its pages."""
    waiting = [
        re.sub("<int:[a-z]+>", "1", rule.rule.replace("<reference>", reference).replace("<kind>", "adult"))
        for rule in app.url_map.iter_rules()
        if isinstance(door_of(app, rule.endpoint), Action) and "GET" in (rule.methods or ())
    ]
    seen: set[str] = set()
    while waiting:
        address = waiting.pop(0)
        if address in seen or "<" in address:
            continue
        seen.add(address)
        answer = client.get(address)
        text = answer.get_data().decode("utf-8", "replace")
        yield address, text + " " + str(answer.headers.get("Location", "")).replace(reference, "")
        if answer.mimetype == "text/html":
            links = [str(link["href"]) for link in BeautifulSoup(text, "html5lib").select("a[href^='/staff']")]
            waiting += [link.partition("#")[0] for link in links if len(seen) + len(waiting) < 400]
