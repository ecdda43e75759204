"""Stage 2 and Stage 3 on the pages: naming people, taking in reports, answering recommendations, the panel."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.findings import Outcome
from portal.domain.independence import Capacity, Ties
from portal.extensions import db
from portal.records.independents import Independent
from portal.records.learning import actions_of
from portal.records.remedies import Expense, rows_of
from portal.records.reports import latest_reports
from portal.records.steps import steps_of
from portal.services.concerns import Head, add
from portal.services.deciding import decide
from portal.services.independents import enter
from portal.services.officers import all_officers
from portal.services.stage_facts import Given
from portal.services.stating import agree_statement, write_statement
from portal.services.stepping import take
from tests import makers as make
from tests.application import NOON
from tests.services import outsiders
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def manager(sign_in: SignIn) -> Visitor:
    return sign_in(Role.COMPLAINTS_MANAGER, name="Amara Osei")


def standing(app: Flask, step: str, **answers: str | list[str]) -> make.Made:
    """A statutory complaint with one concern, in this place of its procedure."""
    with app.app_context():
        made = make.case(name="Kit", **answers)
        outsiders.stands(made, step)
        add(made.id, make.officer().id, Head("They moved my meeting.", "communication"))
        return made


def on_register(app: Flask, *names: str, **more: object) -> list[int]:
    with app.app_context():
        who = make.officer().id
        return [enter(who, outsiders.known(name, **more)) for name in names]


def of(made: make.Made, page: str = "") -> str:
    return f"/staff/cases/{made.reference}/papers{page}"


def test_the_page_of_a_statutory_case_leads_to_its_papers(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S2_requested")
    manager.open(f"/staff/cases/{made.reference}")
    assert manager.page.select_one(f'a[href="{of(made)}"]') is not None
    assert "Nobody is named yet." in manager.open(of(made)).text


def test_two_people_are_named_and_the_step_is_free(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S2_requested")
    ash, briar = on_register(app, "Ash Field", "Briar Lane")
    steps = f"/staff/cases/{made.reference}/steps"
    assert "The investigating officer is in the line of management" in manager.open(steps).text
    send(manager, of(made, "/people/new/2"), capacity="investigator", person=str(ash), checked="y", fee="1,400")
    assert "Ash Field, investigating officer Takes part" in manager.text
    assert "Checked that this person stands outside the line of management: Amara Osei" in manager.text
    assert "Fee agreed: £1,400.00" in manager.text
    send(manager, of(made, "/people/new/2"), capacity="independent_person", person=str(ash), checked="y")
    assert "have to be two people" in manager.text
    send(manager, of(made, "/people/new/2"), capacity="independent_person", person=str(briar), checked="y")
    send(manager, f"{steps}/appoint", words="Ash and Briar will look into it.")
    assert "Stage 2: agreeing the statement" in manager.text


def test_whoever_is_tied_to_the_council_or_unchecked_is_refused_with_the_reason(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S2_requested")
    (married,) = on_register(app, "Ash Field", ties=Ties(partner=True, signed_on=outsiders.SIGNED.signed_on))
    send(manager, of(made, "/people/new/2"), capacity="independent_person", person=str(married))
    assert "They are married to, or the civil partner of" in manager.text
    assert "Nobody has checked their ties to this case." in manager.text
    assert "Nobody is named yet." in manager.open(of(made)).text


def test_somebody_it_may_be_about_never_investigates(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S2_requested", about=["worker"], named_person="Mr Field")
    (ash,) = on_register(app, "Ash Field")
    send(manager, of(made, "/people/new/2"), capacity="investigator", person=str(ash), checked="y")
    assert "The complaint may be about them." in manager.text


def test_a_declaration_that_changes_afterwards_closes_the_step_again(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S2_requested")
    with app.app_context():
        _ash, briar = outsiders.two_for_stage_2(made.id, make.officer().id)
    steps = f"/staff/cases/{made.reference}/steps"
    assert "has not been checked as independent" not in manager.open(steps).text
    send(manager, f"/staff/independents/{briar}", is_officer="y")
    assert "has not been checked as independent" in manager.open(steps).text
    assert "Cannot take part: They are an officer of the council." in manager.open(of(made)).text


def test_a_fee_that_is_paid_is_a_cost_of_the_case(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S2_investigating")
    (ash,) = on_register(app, "Ash Field", pence_a_day=35_000)
    with app.app_context():
        number = outsiders.name(made.id, make.officer().id, ash, Capacity.INVESTIGATOR)
    pay = of(made, f"/people/{number}/pay")
    assert "Ash Field is paid £350.00 a day." in manager.open(pay).text
    send(manager, of(made, f"/people/{number}/agree"), fee="1400")
    send(manager, pay, fee="1,450.50", on="2026-12-01")
    assert "Write who approved it." in manager.text
    send(manager, pay, fee="1,450.50", on="2026-12-01", approved_by="Head of Service")
    assert "Paid £1,450.50, Tue 1 Dec" in manager.text
    send(manager, pay, fee="1", on="2026-12-01", approved_by="Head of Service")
    assert "They have been paid already." in manager.text
    with app.app_context():
        (cost,) = rows_of(Expense, made.id)
        assert (cost.kind, cost.pence) == ("independent_investigator", 145_050)
    assert "£1,450.50: Independent investigator" in manager.open(f"/staff/cases/{made.reference}/remedies").text


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


def test_the_panel_is_three_strangers_to_stage_2_with_a_day_and_papers(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S3_requested")
    with app.app_context():
        _ash, briar = outsiders.two_for_stage_2(made.id, make.officer().id)
    cedar, dale, elm = on_register(app, "Cedar Hill", "Dale Brook", "Elm Grove")
    new = of(made, "/people/new/3")
    send(manager, new, capacity="panellist", person=str(briar), checked="y")
    assert "They were the independent person of Stage 2, so they cannot sit." in manager.text
    send(manager, new, capacity="chair", person=str(cedar), checked="y")
    assert "A panel has three members" in manager.text
    send(manager, new, capacity="panellist", person=str(dale), checked="y")
    send(manager, new, capacity="chair", person=str(elm), checked="y")
    assert "Somebody is named for this." in manager.text
    send(manager, new, capacity="panellist", person=str(elm), checked="y")
    assert "Three independent people, one in the chair." in manager.text
    send(manager, of(made, "/panel"), meets_on="2027-01-11", place="Town Hall, Room 2")
    assert "11 January 2027" in manager.text
    assert "The papers go out by 23 December 2026" in manager.text
    send(manager, of(made, "/panel/papers"), papers="Both reports", readers="The panel and Kit")
    assert "They go to: The panel and Kit" in manager.text
    steps = f"/staff/cases/{made.reference}/steps"
    send(manager, f"{steps}/convene", words="The panel meets on Monday 11 January.")
    assert "Stage 3: the panel is called" in manager.text
    send(manager, of(made, "/panel"), meets_on="2027-01-18", place="Town Hall, Room 2")
    dates = manager.open(f"/staff/cases/{made.reference}/dates").text
    assert "Monday 4 January" in dates, "the papers go out ten working days before the new day"


def test_from_the_request_for_stage_2_to_the_directors_answer_by_way_of_the_pages(
    app: Flask, manager: Visitor, sign_in: SignIn, at
) -> None:
    made = standing(app, "S2_requested")
    senior, director = sign_in(Role.SENIOR_MANAGER), sign_in(Role.DIRECTOR)
    ash, briar, *three = on_register(app, "Ash Field", "Briar Lane", "Cedar Hill", "Dale Brook", "Elm Grove")

    def step(who: Visitor, event: str, **answers: str) -> None:
        before = _steps_taken(app, made)
        send(who, f"/staff/cases/{made.reference}/steps/{event}", **answers)
        assert _steps_taken(app, made) == [*before, event], who.text

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
        _in_again(app, one, role)
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


def test_somebody_named_opens_that_case_alone_and_only_until_the_last_day(app: Flask, sign_in: SignIn, at) -> None:
    made, other = standing(app, "S2_investigating"), standing(app, "S2_investigating")
    ash = sign_in(Role.INVESTIGATING_OFFICER, name="Ash Field")
    with app.app_context():
        email = next(one.email for one in all_officers() if one.name == "Ash Field")
    (person,) = on_register(app, "Ash Field", account=email)
    assert ash.open(f"/staff/cases/{made.reference}").answer.status_code == 404
    with app.app_context():
        who = make.officer().id
        outsiders.name(made.id, who, person, Capacity.INVESTIGATOR, until_on=date(2026, 12, 10))
    assert made.reference[:4] in ash.open("/staff/?heap=all").text
    assert other.reference[:4] not in ash.text
    assert ash.open(f"/staff/cases/{made.reference}").answer.status_code == 200
    assert ash.open(f"/staff/cases/{other.reference}").answer.status_code == 404
    send(ash, of(made, "/report/2"), recommends="no", words="Nothing was wrong.", finding_1="not_upheld")
    assert [option.get_text() for option in ash.open(of(made, "/report/2")).page.select("[name=author] option")] == [
        "Investigating officer"
    ]
    at(datetime(2026, 12, 10, 23, 30, tzinfo=UTC))
    _in_again(app, ash)
    assert ash.open(of(made)).heading == "Stage 2 and 3 papers", "the last day counts"
    at(datetime(2026, 12, 11, 0, 30, tzinfo=UTC))
    _in_again(app, ash)
    assert ash.open(of(made)).answer.status_code == 404
    assert made.reference[:4] not in ash.open("/staff/?heap=all").text


def test_ending_their_part_or_leaving_the_register_closes_the_case_at_once(app: Flask, sign_in: SignIn) -> None:
    made = standing(app, "S2_investigating")
    ash = sign_in(Role.INDEPENDENT_PERSON, name="Ash Field")
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    with app.app_context():
        email = next(one.email for one in all_officers() if one.name == "Ash Field")
    (person,) = on_register(app, "Ash Field", account=email)
    with app.app_context():
        number = outsiders.name(made.id, make.officer().id, person, Capacity.INDEPENDENT_PERSON)
    assert ash.open(of(made)).answer.status_code == 200
    with app.app_context():
        row = db.session.get_one(Independent, person)
        row.active = False
        db.session.commit()
    assert ash.open(of(made)).answer.status_code == 404
    with app.app_context():
        row = db.session.get_one(Independent, person)
        row.active = True
        db.session.commit()
    send(manager, of(made, f"/people/{number}/end"), reason="")
    assert "Write why their part ends." in manager.text
    send(manager, of(made, f"/people/{number}/end"), reason="They fell ill.")
    assert "Ended" in manager.text
    assert ash.open(of(made)).answer.status_code == 404


def _steps_taken(app: Flask, made: make.Made) -> list[str]:
    with app.app_context():
        return [line.event for line in steps_of(made.id)]


def _in_again(app: Flask, officer: Visitor, role: Role = Role.INVESTIGATING_OFFICER) -> None:
    """Sign in anew after the night, as the one who holds this role."""
    with app.app_context():
        number = next(one.id for one in all_officers() if one.roles == [role.value])
    make.signed_in(app, number, officer.client)
