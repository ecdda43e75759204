"""The reports page: figures for those who may, files that are kept in the audit, rows only with a reason."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from portal.domain.access import Role
from portal.domain.audit_words import Deed
from portal.extensions import db
from portal.records.audit import AuditLine
from portal.services.expecting import MANY
from portal.services.importing import take_in
from tests import makers as make
from tests.councils.inventing import council
from tests.services.desk import MONDAY
from tests.services.test_dataset import packed
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


@pytest.fixture
def counted(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        take_in(packed(tmp_path / "in", council(11)))


def lines(app: Flask, deed: Deed) -> list[tuple[str, str | None]]:
    """What the audit says was done."""
    with app.app_context():
        query = db.select(AuditLine).where(AuditLine.deed == deed).order_by(AuditLine.id)
        return [(line.what, line.words) for line in db.session.scalars(query)]


def taken(officer: Visitor, reason: str) -> str:
    """The rows of the representations, asked for with a reason."""
    token = officer.open("/staff/rows").form.select_one("[name=csrf_token]")
    assert token is not None
    asked = {"csrf_token": str(token["value"]), "file": "representations", "reason": reason}
    answer = officer.client.post("/staff/rows", data=asked)
    assert answer.content_type == "text/csv; charset=utf-8"
    return answer.data.decode()


@pytest.mark.usefixtures("counted")
def test_an_officer_sees_the_tables_of_a_year_and_where_to_get_them_as_files(officer: Visitor) -> None:
    officer.open("/staff/reports?year=2017-18&edition=internal")
    assert "How complaints reached us" in officer.text
    assert "not for publication" in officer.text
    names = [link.text for link in officer.page.select("ul.facts a")]
    assert [name.split(" of this")[0] for name in names][:3] == ["Page to save or print", "PDF", "Word"]
    officer.open("/staff/reports?year=2017-18&edition=public&quarter=2&seen=1")
    assert "not for publication" not in officer.text
    assert "[c]" in officer.text


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(
    ("form", "begins"),
    [("json", b"{"), ("html", b"<!doctype"), *((one, b"PK") for one in ("docx", "xlsx", "ods", "csv"))],
)
def test_each_file_is_given_and_kept_in_the_audit(app: Flask, officer: Visitor, form: str, begins: bytes) -> None:
    answer = officer.client.get(f"/staff/reports/file?year=2017-18&edition=public&format={form}&seen=1")
    assert answer.status_code == 200 and answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="report-2017-18-public.')
    assert lines(app, Deed.EXPORTED)[-1][0] == "report 2017-18 public"


def test_a_year_of_nothing_says_so(officer: Visitor) -> None:
    officer.open("/staff/reports?year=2031-32")
    assert "2031-32 had not begun on " in officer.text
    assert officer.client.get("/staff/reports/file?year=2031-32&format=json").status_code == 404
    for wrong in ("2031", "2018-20", "x"):
        officer.open(f"/staff/reports?year={wrong}")
        assert officer.answer.status_code == 400 and "There is no such year. Write it like 20" in officer.text


@pytest.mark.usefixtures("counted")
def test_what_takes_long_says_so_first_and_goes_on_by_itself(app: Flask, officer: Visitor) -> None:
    for address, said in (
        ("/staff/reports?year=2017-18&edition=public", "The report comes by itself."),
        ("/staff/reports/file?year=2017-18&edition=public&format=csv", "The file is saved by itself"),
    ):
        officer.open(address)
        assert "which small figures have to be kept back" in officer.text and said in officer.text
        wait, onward = officer.answer.headers["Refresh"].split("; url=")
        assert wait == "0" and officer.page.select_one(f'main a[href="{onward}"]'), "and a link for who needs it"
        answer = officer.client.get(onward)
        assert answer.status_code == 200 and "Refresh" not in answer.headers
    assert "Refresh" not in officer.open("/staff/reports?year=2017-18&edition=internal").answer.headers
    with app.app_context():
        for _ in range(MANY):
            make.case()
    officer.open("/staff/reports?year=2017-18&edition=internal")
    assert "A lot has changed since the last report" in officer.text and officer.answer.headers["Refresh"]


@pytest.mark.usefixtures("counted")
def test_some_tables_alone_are_those_of_the_whole_report_in_every_form(officer: Visitor) -> None:
    officer.open("/staff/reports?year=2017-18&edition=internal")
    whole = officer.page.select("section.report-table")
    assert {box["value"] for box in officer.page.select("[name=table]")} >= {"outcomes", "learning"}
    officer.open("/staff/reports?year=2017-18&edition=internal&table=outcomes&table=learning")
    assert [box["value"] for box in officer.page.select("[name=table][checked]")] == ["outcomes", "learning"]
    picked = officer.page.select("section.report-table")
    assert len(whole) > 40 and len(picked) == 2
    bodies = {str(table.find("tbody")) for table in whole}
    assert {str(table.find("tbody")) for table in picked} < bodies, "not counted anew"
    link = next(link for link in officer.page.select("ul.facts a") if "JSON" in link.text)
    answer = officer.client.get(str(link["href"]))
    assert [table["id"] for table in answer.json["tables"]] == ["outcomes", "learning"]
    assert 'filename="report-2017-18-excerpt-internal.json"' in answer.headers["Content-Disposition"]
    officer.open("/staff/reports?year=2017-18&edition=internal&table=outcomes&table=nothing")
    assert len(officer.page.select("section.report-table")) == 1, "what nobody offered is passed over"


@pytest.mark.usefixtures("counted")
def test_a_quarter_that_is_none_is_no_whole_year(officer: Visitor) -> None:
    answer = officer.client.get("/staff/reports?year=2017-18&edition=internal&quarter=9")
    assert answer.status_code == 400 and "There is no such quarter." in answer.text
    assert "report-table" not in answer.text
    assert officer.client.get("/staff/reports/file?year=2017-18&quarter=9&format=json").status_code == 400


@pytest.mark.usefixtures("counted")
def test_a_report_can_be_asked_for_as_at_an_earlier_day(officer: Visitor) -> None:
    address = "/staff/reports?year=2017-18&edition=internal&as_at=2017-06-30"
    officer.open(address)
    assert "We count every case as it stood on that day." in officer.text
    officer.open(f"{address}&seen=1")
    assert "Counted as things stood on 30 June 2017, while the year goes on." in officer.text
    day = officer.page.select_one("[name=as_at]")
    assert day is not None and day["value"] == "2017-06-30"
    assert "Keep it as it is now" not in officer.text, "what is kept is as it is now"
    link = next(link for link in officer.page.select("ul.facts a") if "JSON" in link.text)
    answer = officer.client.get(f"{link['href']}&seen=1")
    assert answer.json["as_at"] == "2017-06-30"
    assert 'filename="report-2017-18-as-at-2017-06-30-internal.json"' in answer.headers["Content-Disposition"]
    assert "2017-18 had not begun on 2017-01-01" in officer.open(address.replace("06-30", "01-01") + "&seen=1").text
    assert "2126-01-01 has not come yet" in officer.open(address.replace("2017-06-30", "2126-01-01") + "&seen=1").text
    answer = officer.client.get(address.replace("06-30", "06-31"))
    assert answer.status_code == 400 and "There is no such day." in answer.text


@pytest.mark.usefixtures("counted")
def test_a_file_can_be_asked_for_at_once(officer: Visitor) -> None:
    answer = officer.client.get("/staff/reports?year=2017-18&edition=internal&format=csv", follow_redirects=True)
    assert answer.content_type == "application/zip"


@pytest.mark.usefixtures("counted")
def test_rows_are_given_with_a_reason_and_without_one_not(app: Flask, officer: Visitor) -> None:
    officer.open("/staff/rows").fill({"file": "representations", "reason": ""})
    assert "Write what you need them for." in officer.text
    answer = taken(officer, "The quarterly look at fairness")
    assert lines(app, Deed.EXPORTED)[-1] == ("rows of representations", "The quarterly look at fairness")
    found = list(csv.DictReader(io.StringIO(answer, newline="")))
    assert len(found) == 120 and found[0]["kind"]


def test_what_may_be_about_an_officer_is_not_among_their_rows(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        about_them = make.case(worker="Rowan Carter")
        other = make.case()
    text = taken(sign_in(Role.COMPLAINTS_MANAGER, name="Rowan Carter"), "Why not")
    assert other.reference in text
    assert about_them.reference not in text
