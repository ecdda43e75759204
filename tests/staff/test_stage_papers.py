"""The people of Stage 2 and Stage 3 on the pages: naming them, their fees, the panel."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.independence import Capacity, Ties
from portal.records.remedies import Expense, rows_of
from tests import makers as make
from tests.application import NOON
from tests.services import outsiders
from tests.staff.outside import of, on_register, standing
from tests.staff.paperwork import send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


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
