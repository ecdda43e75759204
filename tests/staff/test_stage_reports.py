"""Reports and recommendations on the pages, and the whole way to the Director's answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.findings import Outcome
from portal.records.learning import actions_of
from portal.records.reports import latest_reports
from portal.records.steps import steps_of
from portal.services.deciding import decide
from portal.services.stage_facts import Given
from portal.services.stating import agree_statement, write_statement
from portal.services.stepping import take
from tests import makers as make
from tests.application import NOON
from tests.services import outsiders
from tests.staff.conftest import SignIn
from tests.staff.outside import in_again, of, on_register, standing, steps_taken
from tests.staff.paperwork import send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def test_reports_come_with_a_finding_for_every_concern_and_a_newer_one_replaces_the_older(
    app: Flask, manager: Visitor
) -> None:
    made = standing(app, "S2_investigating")
    page = of(made, "/report/2")
    words = "They moved it three times. " * 20
    send(manager, page, author="investigator", recommends="yes", words=words)
    assert "Pick what the investigation found about concern 1." in manager.text
    assert "They moved it three times." in str(manager.page)
    send(manager, page, author="investigator", recommends="yes", words=words, finding_1="upheld")
    assert "Investigating officer Came Thu 3 Dec" in manager.text and "Concern 1: Upheld" in manager.text
    send(manager, page, author="investigator", recommends="yes", words="Corrected.", finding_1="partly_upheld")
    assert "Replaced by a newer one" in manager.text
    with app.app_context():
        (newest,) = latest_reports(made.id).values()
        assert newest.words == "Corrected." and b"Corrected" not in newest.body
    send(manager, page, author="investigator", recommends="yes", words="x" * 200_001, finding_1="upheld")
    assert "It is longer than 200,000 letters." in manager.text, "and nothing of it is cut"
    manager.open(of(made))
    first = next(str(a["href"]) for a in manager.page.select("a") if a.get_text().startswith("Read all of it"))
    assert words.strip() in manager.open(first).text


def test_a_recommendation_is_accepted_with_an_action_or_refused_with_a_reason(
    app: Flask, manager: Visitor, sign_in: SignIn
) -> None:
    made = standing(app, "S2_reported")
    with app.app_context():
        writer = make.officer(Role.TEAM_MANAGER).id
        outsiders.both_report(made.id, writer)
        decide(made.id, writer, 2, {1: Outcome.UPHELD})
        take(made.id, writer, "draft", Given(words="We were wrong."))
    senior = sign_in(Role.SENIOR_MANAGER, name="Bo Grey")
    first, second = of(made, "/recommendation/2/1/answer"), of(made, "/recommendation/2/2/answer")
    send(senior, first, verdict="accept")
    assert "Write what is done about it and who does it." in senior.text
    done = {"action": "Write a letter.", "owner_role": "Team manager", "due_on": "2026-12-20"}
    send(senior, first, verdict="accept", **done)
    assert "Write a letter. Team manager, by Sun 20 Dec (agreed)." in senior.text
    send(senior, second, verdict="reject")
    assert "Write why it is not accepted" in senior.text
    send(senior, second, verdict="reject", reason="We ring already.")
    assert "Why: We ring already." in senior.text and "Not accepted" in senior.text
    with app.app_context():
        (action,) = actions_of(made.id)
        assert (action.stage, action.concern_number, action.owner_role) == (2, 1, "Team manager")
        assert action.texts["issue"] == "Say sorry."
    send(senior, first, verdict="reject", reason="On second thoughts no.", action="", owner_role="", due_on="")
    with app.app_context():
        (action,) = actions_of(made.id)
        assert action.status == "dropped"


def test_only_who_decides_answers_and_only_before_the_decision_is_sent(
    app: Flask, officer: Visitor, manager: Visitor
) -> None:
    made = standing(app, "S2_reported")
    with app.app_context():
        outsiders.both_report(made.id, make.officer().id)
    answer = of(made, "/recommendation/2/1/answer")
    assert officer.open(answer).answer.status_code == 403
    with app.app_context():
        outsiders.stands(made, "S2_adjudicated")
    send(manager, answer, verdict="reject", reason="Too late.")
    assert "until the decision is sent" in manager.text
    send(manager, of(made, "/report/2"), author="independent_person", recommends="no", words="Late.")
    assert "until it is decided" in manager.text


def test_from_the_request_for_stage_2_to_the_directors_answer_by_way_of_the_pages(
    app: Flask, manager: Visitor, sign_in: SignIn, at
) -> None:
    made = standing(app, "S2_requested")
    senior, director = sign_in(Role.SENIOR_MANAGER), sign_in(Role.DIRECTOR)
    ash, briar, *three = on_register(app, "Ash Field", "Briar Lane", "Cedar Hill", "Dale Brook", "Elm Grove")

    def step(who: Visitor, event: str, **answers: str) -> None:
        before = steps_taken(app, made)
        send(who, f"/staff/cases/{made.reference}/steps/{event}", **answers)
        assert steps_taken(app, made) == [*before, event], who.text

    for person, part in ((ash, "investigator"), (briar, "independent_person")):
        send(manager, of(made, "/people/new/2"), capacity=part, person=str(person), checked="y")
    step(manager, "appoint", words="Ash and Briar will look into it.")
    with app.app_context():
        writer = make.officer().id
        write_statement(made.id, writer, "They moved my meeting.")
        agree_statement(made.id, writer, NOON.date())
    step(manager, "agree_statement", words="This is what we look into.")
    send(manager, of(made, "/report/2"), recommends="yes", words="They moved it thrice.", finding_1="upheld")
    send(manager, of(made, "/report/2"), author="independent_person", recommends="no", words="It was fair.")
    send(manager, of(made, "/recommendation/2"), words="Say sorry.", concern="1")
    step(manager, "reports_in")
    send(manager, f"/staff/cases/{made.reference}/outcomes/2", concern_1="upheld")
    step(manager, "draft", draft="We were wrong. We are sorry.")
    done = {"verdict": "accept", "action": "Write a letter.", "owner_role": "Team manager", "due_on": "2026-12-20"}
    send(senior, of(made, "/recommendation/2/1/answer"), **done)
    step(senior, "adjudicate")
    step(manager, "ask_next", words="You asked for Stage 3.")
    for place, person in enumerate(three):
        capacity = "panellist" if place else "chair"
        send(manager, of(made, "/people/new/3"), capacity=capacity, person=str(person), checked="y")
    send(manager, of(made, "/panel"), meets_on="2027-01-11", place="Town Hall, Room 2")
    step(manager, "convene", words="The panel meets on Monday 11 January.")
    send(manager, of(made, "/panel/papers"), papers="Both reports", readers="The panel and Kit")
    step(manager, "send_papers", words="Here are the papers.")
    at(datetime(2027, 1, 11, 15, tzinfo=UTC))
    for one, role in ((manager, Role.COMPLAINTS_MANAGER), (director, Role.DIRECTOR)):
        in_again(app, one, role)
    step(manager, "heard")
    send(manager, of(made, "/report/3"), recommends="yes", words="We heard everybody.", finding_1="upheld")
    send(manager, of(made, "/recommendation/3"), words="Offer a new meeting.")
    step(manager, "panel_reported", words="This is what the panel says.")
    send(manager, f"/staff/cases/{made.reference}/outcomes/3", concern_1="upheld")
    step(manager, "draft", draft="We accept what the panel says.")
    send(director, of(made, "/recommendation/3/1/answer"), **(done | {"due_on": "2027-02-01"}))
    step(director, "respond")
    with app.app_context():
        assert made.case.step == "S3_responded"
        assert not any(line.details["confirmed"] for line in steps_of(made.id)), "nobody ticked anything"
        assert [(one.stage, one.owner_role) for one in actions_of(made.id)] == [
            (2, "Team manager"),
            (3, "Team manager"),
        ]
