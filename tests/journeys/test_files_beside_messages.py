"""Files with messages and papers of the team: who gets them, and who does not."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.domain.access import Action, Role
from portal.domain.audit_words import Deed
from portal.domain.speaking import Holder
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.audit import AuditLine
from portal.records.files import File, body_of, files_of_case
from portal.records.timeline import timeline_of
from portal.services import case_files
from portal.services.keeping_files import InMemory
from tests import makers as make
from tests import samples
from tests.samples import SECRET
from tests.visitor import Visitor

PHOTO, VOICE = ("my room.jpg", samples.jpeg()), ("voice.webm", samples.sound("libopus", "webm"))
PAGE = ("nice.jpg", b"<html><script>alert(1)</script>")


def follow(app: Flask, audience: str = "adult") -> tuple[Visitor, make.Made]:
    """Somebody who looks at their case."""
    with app.app_context():
        made = make.case(audience)
    inside = Visitor(app).open("/en/t").fill({"number": made.reference, "code": made.code})
    return inside, made


def test_files_go_with_a_message_and_the_person_never_sees_their_own_again(app: Flask) -> None:
    inside, made = follow(app)
    inside.open("/en/t/case/message").add_files([("letter.pdf", samples.pdf()), PAGE], words="Look at this.")
    assert "“nice.jpg”" in inside.error_at("files") and "Look at this." in inside.text and "Document 1" in inside.text
    inside.fill(press="send")
    assert inside.address.startswith("/en/t/case?")
    assert "Document 1" not in inside.text and "Look at this" not in inside.text
    with app.app_context():
        file = files_of_case(made.id)[0]
        assert file.message_id is not None and SECRET not in body_of(file)
        officer = make.officer().id
    page = make.signed_in(app, officer).get(f"/staff/cases/{made.reference}").get_data(as_text=True)
    assert "Look at this." in page and "Document 1" in page


def test_a_message_may_be_a_voice_message_alone_and_what_waits_can_be_taken_out(app: Flask) -> None:
    inside, made = follow(app, "young_person")
    inside.open("/en/t/case/add").add_files([VOICE, PHOTO])
    assert not inside.page.select("main img"), "a photo is not shown again on the page of a case"
    inside.fill(press=str(inside.page.select("button[name=remove]")[1]["value"])).fill(press="send")
    with app.app_context():
        assert [file.media for file in files_of_case(made.id)] == ["audio/webm"]
    inside.open("/en/t/case/message").add_files([PHOTO])
    inside.open("/en/t/case").client.post("/x")
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(File)) == 1, "what was not sent is gone"


def test_a_paper_of_the_team_is_read_by_the_person_only_while_it_is_shared(app: Flask) -> None:
    inside, made = follow(app)
    with app.app_context():
        officer = make.officer().id
    desk = Visitor(app)
    make.signed_in(app, officer, desk.client)
    address = f"/staff/cases/{made.reference}/files"
    desk.open(address).add_files([("plan.docx", samples.docx()), PAGE], press="add")
    assert "We cannot take “nice.jpg”" in desk.text and "plan.docx" in desk.text
    assert "Papers for you" not in inside.open("/en/t/case").text
    assert inside.client.get("/en/t/case/paper/1").status_code == 404
    desk.fill(press="Let the person read it")
    assert "Document 1" in inside.open("/en/t/case").text and "We added a paper" in inside.text
    answer = inside.client.get("/en/t/case/paper/1")
    assert answer.headers["Content-Disposition"].startswith("attachment") and answer.data.startswith(b"PK")
    desk.open(address).fill(press="Keep it to the team")
    assert inside.client.get("/en/t/case/paper/1").status_code == 404
    with app.app_context():
        happened = [line.happening for line in timeline_of(made.id)]
        assert {Happening.PAPER_ADDED, Happening.PAPER_SHARED, Happening.PAPER_WITHDRAWN} <= set(happened)


def test_a_paper_for_whoever_speaks_for_a_child_is_not_on_the_childs_page(app: Flask) -> None:
    inside, made = follow(app)
    with app.app_context():
        officer = make.officer().id
        paper = InMemory("plan.pdf", samples.pdf())
        assert case_files.add_papers(made.id, officer, [paper]) == []
        case_files.share(made.id, officer, 1)
        assert "Document 1" in inside.open("/en/t/case").text
        with make.doctored():
            db.session.get_one(File, 1).reader = Holder.SPEAKER
    assert "Document 1" not in inside.open("/en/t/case").text
    assert inside.client.get("/en/t/case/paper/1").status_code == 404


def test_a_file_of_another_case_or_of_the_person_is_not_a_paper_of_the_team(app: Flask) -> None:
    inside, made = follow(app)
    inside.open("/en/t/case/message").add_files([PHOTO]).fill(press="send")
    _, other = follow(app)
    with app.app_context():
        officer = make.officer().id
        for case_id, number in ((made.id, 1), (other.id, 1), (made.id, 99)):
            with pytest.raises(case_files.NotThere):
                case_files.share(case_id, officer, number)
    desk = make.signed_in(app, officer)
    assert desk.get(f"/staff/cases/{other.reference}/files/1").status_code == 404


def test_whom_it_is_about_gets_no_file_of_it_and_who_gets_one_is_written_down(app: Flask) -> None:
    inside, _ = follow(app)
    inside.open("/en/t/case/message").add_files([PHOTO], words="x").fill(press="send")
    with app.app_context():
        about = make.officer(name="Morgan Vale").id
        named = make.case("adult", named_person="Morgan Vale")
        with make.doctored():
            db.session.get_one(File, 1).case_id = named.id
        auditor, manager = make.officer(Role.AUDITOR).id, make.officer(Role.COMPLAINTS_MANAGER).id
    for officer, status in ((about, 404), (auditor, 404), (manager, 200)):
        desk = make.signed_in(app, officer)
        for address in (f"/staff/cases/{named.reference}/files", f"/staff/cases/{named.reference}/files/1"):
            assert desk.get(address).status_code == status, address
    with app.app_context():
        lines = db.session.scalars(select(AuditLine).where(AuditLine.what == Action.READ_FILES)).all()
        assert [(line.officer_id, line.deed) for line in lines] == [
            *[(about, Deed.REFUSED)] * 2, *[(auditor, Deed.REFUSED)] * 2, *[(manager, Deed.SAW)] * 2,
        ]  # fmt: skip
