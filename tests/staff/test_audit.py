"""Who did what, as those read it who watch over privacy: everything but what a case is about."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.audit_words import Deed
from portal.records.audit import Asked, latest_lines
from portal.services import handling, looking
from portal.services.officers import all_officers
from portal.staff import audit
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def rows(watcher: Visitor) -> list[str]:
    return [" ".join(row.get_text(" ").split()) for row in watcher.page.select("tbody tr")]


def dashed(reference: str) -> str:
    return f"{reference[:4]}-{reference[4:]}"


def newest(app: Flask) -> tuple[str, str, str | None]:
    with app.app_context():
        line, officer, *_ = latest_lines(Asked(), 1)[0]
        return officer, f"{line.deed} {line.what}", line.why


def test_what_was_seen_changed_and_refused_stands_there_newest_first(app: Flask, sign_in: SignIn) -> None:
    lee, kelly = sign_in(name="Lee Wren"), sign_in(name="Kelly Ash")
    with app.app_context():
        made = make.case(about=["worker"], named_person="Kelly Ash", story="She laughed.")
    lee.open(f"/staff/cases/{made.reference}/note").fill({"text": "A secret note."})
    kelly.open(f"/staff/cases/{made.reference}")
    watcher = sign_in(Role.AUDITOR).open(f"/staff/audit?case={dashed(made.reference)}")
    told = [row.partition(" 12:00 ")[2] for row in rows(watcher)]
    number = dashed(made.reference)
    assert told == [
        f"Kelly Ash Was refused: it may be about them Read case {number}",
        f"Lee Wren Saw Read case {number}",
        f"Lee Wren Changed Note by staff {number}",
        f"Lee Wren Saw Note by staff {number}",
        f"The person Changed We received it {number}",
    ]
    assert "laughed" not in watcher.text and "secret" not in watcher.text


def test_every_page_about_a_case_leaves_a_line(app: Flask, sign_in: SignIn) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        made = make.case()
    for page, action in {
        "": "read_case",
        "/note": "note",
        "/concerns": "read_concerns",
        "/dates": "read_dates",
    }.items():
        lee.open(f"/staff/cases/{made.reference}{page}")
        assert newest(app) == ("Lee Wren", f"saw {action}", None)


def test_every_no_leaves_a_line_that_says_why(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        made = make.case()
    page = f"/staff/cases/{made.reference}"
    for role, address, expected in (
        (Role.AUDITOR, page, ("refused read_case", "role")),
        (Role.INVESTIGATING_OFFICER, page, ("refused read_case", "not_theirs")),
        (Role.SENIOR_MANAGER, f"{page}/assign", ("refused assign", "role")),
        (Role.SENIOR_MANAGER, "/staff/record", ("refused record", "role")),
        (Role.COMPLAINTS_OFFICER, "/staff/cases/22222222", ("refused read_case", "no_such_case")),
    ):
        sign_in(role, name="Lee Wren").client.get(address)
        assert newest(app) == ("Lee Wren", *expected), address


def test_a_search_is_kept_with_what_it_did_not_show(app: Flask, sign_in: SignIn) -> None:
    kelly = sign_in(name="Kelly Ash")
    with app.app_context():
        made = make.case(about=["worker"], named_person="Kelly Ash")
    kelly.open("/staff/").fill({"text": made.reference})
    assert newest(app) == ("Kelly Ash", "refused search", "conflict")


def test_a_failed_sign_in_is_kept_with_the_officer_somebody_tried_to_be(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        make.officer(name="Lee Wren", email="lee@council.example")
    guesser = Visitor(app)
    guesser.open("/staff/sign-in").fill({"email": "lee@council.example", "password": "not the password"})
    watcher = sign_in(Role.AUDITOR).open("/staff/audit?deed=refused")
    assert "Somebody who is not signed in Was refused: wrong password or code Sign in (Lee Wren)" in rows(watcher)[0]


def test_signing_in_and_out_and_reading_the_audit_itself_are_kept(app: Flask, sign_in: SignIn) -> None:
    watcher = sign_in(Role.AUDITOR, name="Ada Lark")
    assert newest(app)[:2] == ("Ada Lark", "signed_in sign_in")
    watcher.open("/staff/audit")
    assert newest(app)[:2] == ("Ada Lark", "saw read_audit")
    token = watcher.page.select_one(".who input[name=csrf_token]")["value"]
    watcher.client.post("/staff/sign-out", data={"csrf_token": token})
    assert newest(app)[:2] == ("Ada Lark", "signed_out sign_in")


def test_it_can_be_narrowed_to_an_officer_and_to_what_was_done(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        one, other = make.officer(name="Lee Wren").id, make.officer(name="Sam Reed").id
        made = make.case()
        for who in (one, other):
            handling.note(made.id, who, "Words.")
            looking.saw(audit.Action.NOTE, who, made.id)
    watcher = sign_in(Role.DATA_PROTECTION_OFFICER)
    assert len(rows(watcher.open(f"/staff/audit?officer={one}"))) == 2
    assert len(rows(watcher.open(f"/staff/audit?officer={one}&deed=saw"))) == 1
    assert watcher.page.select_one("#officer option[selected]").get_text() == "Lee Wren"


@pytest.mark.parametrize(
    "asked", ["case=nonsense", "case=22222222", "deed=pigeon", "officer=x", "before=-1", "before=9" * 9]
)
def test_an_odd_question_gets_an_answer(sign_in: SignIn, asked: str) -> None:
    watcher = sign_in(Role.AUDITOR).open(f"/staff/audit?{asked}")
    assert watcher.answer.status_code == 200
    assert ("No line fits." in watcher.text) is asked.startswith("case")


def test_the_lines_go_on_for_as_many_pages_as_there_are(
    app: Flask, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "PAGE", 4)
    watcher = sign_in(Role.AUDITOR, name="Ada Lark")
    with app.app_context():
        made = make.case()
        for number in range(9):
            handling.note(made.id, make.officer(name=f"Officer {'ABCDEFGHI'[number]}").id, "Words.")
    watcher.open("/staff/audit?deed=changed&case=" + made.reference)
    seen = rows(watcher)
    while later := watcher.page.select_one("a[rel=next]"):
        seen += rows(watcher.open(str(later["href"])))
    assert len(seen) == 10 == len(set(seen))


def test_whoever_a_case_is_about_sees_no_line_of_it(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        made, other = make.case(about=["worker"], named_person="Kelly Ash"), make.case()
        looking.say_why(made.id, make.officer().id, "Kelly's case: I stand in for Sam.")
    kelly = sign_in(Role.TEAM_MANAGER, name="Kelly Ash")
    kelly.open("/staff/audit")
    assert dashed(other.reference) in kelly.text
    assert dashed(made.reference) not in kelly.text and "stand in" not in kelly.text
    assert rows(kelly.open(f"/staff/audit?case={made.reference}")) == []
    with app.app_context():
        assert all_officers()
        assert latest_lines(Asked(deed=Deed.SAID_WHY), 1)
