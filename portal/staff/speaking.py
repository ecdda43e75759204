"""Advocates offered in a case, and what the person agreed that others may do."""

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField

from portal import clock
from portal.domain.access import Action
from portal.domain.children import HEARD, THEIR_WORD, AdvocacyKind, ConsentHow, ConsentScope, consent_stands
from portal.records.advocacy import open_request_of
from portal.records.children import AdvocateOffer, Consent, advocate_offers_of, consents_of
from portal.services import speaking_for as verbs
from portal.services.asking_advocates import with_us
from portal.services.case_writing import NotLikeThis
from portal.services.parting import rests_on
from portal.services.speaking_for import Agreement
from portal.staff.advocates import passed_on
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import (
    BOTH,
    Day,
    Entry,
    Link,
    Section,
    form_page,
    here,
    kept,
    label_of,
    one_of,
    pick,
    pressed,
    several,
    text,
)
from portal.staff.spoken import ENDED
from portal.web.doors import door
from portal.web.text import authority

blueprint = Blueprint("staff_speaking", __name__, url_prefix="/staff/cases/<reference>")

BACK = "staff_children.children"


class OfferForm(FlaskForm):
    """An advocate is offered."""

    provider = StringField("Who the advocate comes from")
    kind = pick("How they work", AdvocacyKind)
    on = Day("The day we offered it")


class AskForm(FlaskForm):
    """Their wish is passed on."""

    yes = BooleanField("They said yes", description="Nothing is passed on without their own yes.")


class AnswerForm(FlaskForm):
    """What became of it."""

    answer = one_of("What they said", [("yes", "They want the advocate"), ("no", "They do not want one")])
    on = Day("The day they said so")


class ConsentForm(FlaskForm):
    """What somebody agreed to."""

    by = StringField("Who agrees")
    to = StringField("Who may act")
    scope = several("What they may do", ConsentScope)
    how = pick("How it was said", HEARD)
    given_on = Day("The day it was given")
    ends_on = Day("The last day it counts", needed=False, description="Leave this empty if it has no end.")


@blueprint.route("/advocate", methods=BOTH)
@door(Action.CHILDREN)
def offer() -> str | Response:
    """An advocate is offered."""
    form, back = OfferForm(data={"provider": authority().advocacy.name, "on": clock.today()}), here(BACK)

    def verb() -> None:
        kind, provider = AdvocacyKind(form.kind.data), text(form.provider, 120)
        verbs.offer_advocate(the_case().id, me().id, kind, provider, form.on.day)

    return kept(form, verb, "Kept.", back) or form_page(form, "An advocate was offered", "Keep the offer", back)


@blueprint.route("/advocate/ask", methods=BOTH)
@door(Action.CHILDREN)
def ask() -> str | Response:
    """Their wish for an advocate is passed on."""
    form, back = AskForm(), here(BACK)

    def verb() -> None:
        if not form.yes.data:
            raise NotLikeThis("Tick this when they have said yes. Without it nothing is passed on.")
        verbs.ask_provider(the_case().id, me().id)

    said = "We pass on what to call them, how to reach them safely and what they need. Nothing of what happened."
    done = "Passed on. You see on the page of the case how far it is."
    return kept(form, verb, done, back) or form_page(form, "Ask the provider for an advocate", "Pass it on", back, said)


@blueprint.route("/advocate/<int:number>", methods=BOTH)
@door(Action.CHILDREN)
def answer(number: int) -> str | Response:
    """Taken up or declined."""
    if not any(row.id == number for row in advocate_offers_of(the_case().id)):
        abort(404)
    form, back = AnswerForm(data={"answer": "yes", "on": clock.today()}), here(BACK)

    def verb() -> None:
        accepted = form.answer.data == "yes"
        verbs.answer_offer(the_case().id, me().id, number, form.on.day, accepted=accepted)

    return kept(form, verb, "Kept.", back) or form_page(form, "The answer to the offer", "Keep the answer", back)


@blueprint.route("/consent", methods=BOTH)
@door(Action.CHILDREN)
def consent() -> str | Response:
    """What others may do."""
    form, back = ConsentForm(data={"given_on": clock.today()}), here(BACK)

    def verb() -> None:
        scope = [ConsentScope(code) for code in form.scope.data or []]
        by, to, how = text(form.by, 200), text(form.to, 200), ConsentHow(form.how.data)
        agreement = Agreement(by, to, how, scope, form.given_on.day, form.ends_on.data)
        verbs.record_consent(the_case().id, me().id, agreement)

    return kept(form, verb, "Kept.", back) or form_page(form, "What they agree to", "Keep the consent", back)


@blueprint.post("/consent/<int:number>/revoke")
@door(Action.CHILDREN)
def revoke(number: int) -> Response:
    """Taken back."""
    ends = rests_on(the_case(), number) is not None
    done, back = (ENDED, here("staff_handling.code")) if ends else ("Taken back.", here(BACK))
    return pressed(lambda: verbs.revoke_consent(the_case().id, me().id, number), done, back)


def advocates() -> Section:
    """The offers and what became of them."""
    case = the_case()
    rows = [_offer(row) for row in advocate_offers_of(case.id)]
    rows += [Entry(title, lines) for title, lines in passed_on(case, clock.today())]
    links = [Link(here("staff_speaking.offer"), "An advocate was offered")]
    waiting = open_request_of(case.id)
    if waiting is None or not with_us(waiting):
        links.append(Link(here("staff_speaking.ask"), "They want one: ask the provider"))
    return Section("Advocates", rows, links, "None offered yet.")


def _offer(row: AdvocateOffer) -> Entry:
    tag = ("No answer yet", "yellow")
    if row.accepted_on:
        tag = (f"Taken up {short(row.accepted_on)}", "green")
    elif row.declined_on:
        tag = (f"Declined {short(row.declined_on)}", "grey")
    links = [Link(here("staff_speaking.answer", number=row.id), "Say what they answered")]
    lines = [f"Offered {short(row.offered_on)}. {label_of(AdvocacyKind, row.kind)}"]
    return Entry(row.provider, lines, tags=[tag], links=[] if row.accepted_on or row.declined_on else links)


def consents() -> Section:
    """What was agreed to, and whether it counts today."""
    rows = [_consent(row) for row in consents_of(the_case().id)]
    return Section("Consent", rows, [Link(here("staff_speaking.consent"), "Write down a consent")], "No consent yet.")


def _consent(row: Consent) -> Entry:
    stands = consent_stands(clock.today(), row.given_on, row.ends_on, row.revoked_on)
    until = f", until {short(row.ends_on)}" if row.ends_on else ""
    lines = [
        ", ".join(label_of(ConsentScope, code) for code in row.scope),
        f"{label_of(ConsentHow, row.how)} on {short(row.given_on)}{until}",
        f"Taken back {short(row.revoked_on)}" if row.revoked_on else "",
    ]
    links = [Link(here("staff_speaking.revoke", number=row.id), "It was taken back", post=True)]
    tag = ("Counts no more", "grey") if not stands else ("Counts", "green")
    if stands and row.how in THEIR_WORD:
        tag = ("Nobody has asked the child yet", "yellow")
    title = f"{row.people['by']} lets {row.people['to']}"
    if row.how == ConsentHow.CLAIMED:
        title = f"{row.people['to']} says that {row.people['by']} agreed"
    return Entry(title, lines, tags=[tag], links=[] if row.revoked_on else links)
