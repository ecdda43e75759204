"""Looking after a case on the pages: notes, corrections, handing over, a new code."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.references import parse_code
from portal.services.codes import code_fits
from portal.services.officers import all_officers
from tests import makers as make
from tests.visitor import Visitor


def test_a_note_is_kept_for_the_team(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    page = f"/staff/cases/{made.reference}/note"
    officer.open(page).fill({"text": ""})
    assert "Write the note" in officer.error_at("text")
    officer.fill({"text": "Rang the school."})
    assert "Note by staff" in officer.text and "Rang the school." in officer.text


def test_how_it_came_is_corrected_with_a_reason(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    page = f"/staff/cases/{made.reference}/method"
    officer.open(page)
    sent = dict(officer.filled()) | {"method": "letter", "point": "mp"}
    assert "Write why" in officer.client.post(page, data=sent).text
    officer.client.post(page, data=sent | {"reason": "The envelope was found."})
    officer.open(f"/staff/cases/{made.reference}")
    assert "Letter, Member of Parliament" in officer.text
    assert "Online form, Complaints team → Letter, Member of Parliament: The envelope was found." in officer.text


@pytest.mark.parametrize("wrong", ["pigeon", ""])
def test_a_way_of_arriving_that_does_not_exist_is_refused(app: Flask, officer: Visitor, wrong: str) -> None:
    with app.app_context():
        made = make.case()
    page = f"/staff/cases/{made.reference}/method"
    officer.open(page)
    answer = officer.client.post(page, data=dict(officer.filled()) | {"method": wrong, "point": "mp", "reason": "x"})
    assert answer.status_code == 200
    with app.app_context():
        assert made.case.method.value == "online_form"


def test_a_case_is_given_to_anybody_but_whom_it_may_be_about(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(about=["worker"], named_person="Lee")
        make.officer(name="Lee Wren")
        pat = make.officer(name="Pat Heron").id
    page = f"/staff/cases/{made.reference}/assign"
    officer.open(page)
    offered = [option.get_text(strip=True) for option in officer.page.select("#officer option")]
    assert "Pat Heron" in offered and "Lee Wren" not in offered
    officer.client.post(page, data=dict(officer.filled()) | {"officer": str(pat)})
    assert "With Pat Heron" in officer.open(f"/staff/cases/{made.reference}").text
    with app.app_context():
        lee = next(one.id for one in all_officers() if one.name == "Lee Wren")
    officer.open(page)
    answer = officer.client.post(page, data=dict(officer.filled()) | {"officer": str(lee)})
    assert "Pick somebody from the list" in answer.text


def test_a_new_code_is_read_out_once_and_the_old_one_is_dead(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    officer.open(f"/staff/cases/{made.reference}/code").fill()
    words = " ".join(li.get_text(strip=True) for li in officer.page.select(".receipt__words li"))
    with app.app_context():
        assert code_fits(parse_code(words).canonical, made.case.code_hash)
        assert not code_fits(parse_code(made.code).canonical, made.case.code_hash)
    officer.open(f"/staff/cases/{made.reference}/code")
    assert not officer.page.select(".receipt__words")
    assert "A new secret code was given" in officer.open(f"/staff/cases/{made.reference}").text
