"""Photos, voice messages and documents: from the form to the desk, with nothing typed lost, and gone with a draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.domain.files import MOST_BYTES, Scan
from portal.extensions import db
from portal.records.cases import Case
from portal.records.files import File, FilePiece, body_of, files_of_case
from portal.records.sealing import SealBroken
from portal.services import drafting, keeping_files
from portal.services.drafting import clear_idle
from tests import makers as make
from tests import samples
from tests.application import NOON
from tests.samples import SECRET
from tests.visitor import Visitor

PHOTO, VOICE = ("my room.jpg", samples.jpeg()), ("voice.webm", samples.sound("libopus", "webm"))
PAGE = ("nice.jpg", b"<html><script>alert(1)</script>")


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app)


def counted(app: Flask) -> tuple[int, int]:
    """Files and pieces that are kept."""
    with app.app_context():
        return tuple(db.session.scalar(select(func.count()).select_from(one)) or 0 for one in (File, FilePiece))  # type: ignore[return-value]


def with_files(visitor: Visitor, *files: tuple[str, bytes], story: str = "") -> Visitor:
    return visitor.open("/en/y/2").add_files(files, story=story)


def send(visitor: Visitor) -> Case:
    visitor.open("/en/y/6").fill({"contact_way": "code_only"})
    visitor.open("/en/y/check").fill(press="send")
    assert "We have got it" in visitor.heading
    return db.session.scalars(select(Case)).one()


def test_a_photo_and_a_voice_message_are_enough_and_reach_the_team(app: Flask, visitor: Visitor) -> None:
    with_files(visitor, PHOTO, VOICE)
    assert "Photo 1" in str(visitor.page) and "Voice message 1" in visitor.text
    visitor.fill(press="continue")
    assert visitor.address == "/en/y/3", "no words are needed beside them"
    pictures = visitor.open("/en/y/check").page.select("main img")
    assert [picture["alt"] for picture in pictures] == ["Photo 1"]
    assert visitor.client.get(str(pictures[0]["src"])).mimetype == "image/jpeg"
    with app.app_context():
        case = send(visitor)
        files = files_of_case(case.id)
        assert [file.media for file in files] == ["image/jpeg", "audio/webm"]
        assert case.told.answers["files"] == [file.token for file in files]
        assert [file.own_name() for file in files] == ["my room.jpg", "voice.webm"]
        assert not any(SECRET in body_of(file) for file in files)
        officer, reference = make.officer().id, case.reference
    desk = make.signed_in(app, officer)
    page = desk.get(f"/staff/cases/{reference}").get_data(as_text=True)
    assert 'src="data:image/jpeg;base64,' in page and "<audio" in page
    answer = desk.get(f"/staff/cases/{reference}/files/1")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.data.startswith(b"\xff\xd8\xff") and "my room" not in str(answer.headers)


def test_a_refused_file_is_named_and_neither_words_nor_other_files_are_lost(app: Flask, visitor: Visitor) -> None:
    with_files(visitor, PHOTO, PAGE, ("../../etc/empty.png", b""), story="It is cold and dark.")
    told = visitor.error_at("files")
    assert "“nice.jpg”" in told and "“empty.png” is empty" in told and ".." not in told
    assert "It is cold and dark." in visitor.text
    assert "Photo 1" in str(visitor.page)
    assert counted(app)[0] == 1


def test_eleven_files_and_one_too_big_are_told_kindly(app: Flask, visitor: Visitor) -> None:
    big = ("big.jpg", b"\xff\xd8\xff" + bytes(MOST_BYTES))
    with_files(visitor, big, story="So big.")
    assert "“big.jpg” is too big" in visitor.error_at("files") and "So big." in visitor.text
    small = ("s.png", samples.picture("PNG"))
    visitor.add_files([small] * 11)
    assert "“s.png” did not fit" in visitor.error_at("files")
    assert counted(app)[0] == 10


def test_a_file_can_be_taken_out_again_one_by_one(app: Flask, visitor: Visitor) -> None:
    with_files(visitor, PHOTO, VOICE, story="Two.")
    button = visitor.page.select_one("button[name=remove]")
    assert button is not None and "Remove Photo 1" in button.get_text(" ", strip=True)
    visitor.fill(press=str(button["value"]))
    assert "Photo 1" not in str(visitor.page.main) and "Voice message 1" in visitor.text and "Two." in visitor.text
    assert counted(app)[0] == 1
    last = visitor.page.select_one("button[name=remove]")
    assert last is not None
    visitor.fill({"story": ""}, press=str(last["value"])).fill({"story": ""})
    assert "Write something, or add a photo" in visitor.error_at("story")


def test_files_of_a_page_that_was_open_too_long_are_asked_for_again_with_the_words_kept(app: Flask) -> None:
    visitor = Visitor(app).open("/en/y/2")
    visitor.client.delete_cookie("s")
    visitor.add_files([PHOTO], story="Here are my words.")
    assert "once more" in visitor.error_at("files") and "Here are my words." in visitor.text
    assert counted(app) == (0, 0)


def test_somebody_elses_visitor_cannot_see_a_photo(app: Flask, visitor: Visitor) -> None:
    picture = with_files(visitor, PHOTO).page.select_one("img.files__picture")
    assert picture is not None
    assert app.test_client().get(str(picture["src"])).status_code == 404
    assert Visitor(app).open("/en/y/2").client.get(str(picture["src"])).status_code == 404


@pytest.mark.parametrize("how", ["leaving", "idle", "sent by another"])
def test_files_go_with_the_draft(app: Flask, visitor: Visitor, how: str, at: Callable[..., None]) -> None:
    at(NOON)
    with_files(visitor, PHOTO, story="Gone soon.")
    assert counted(app)[0] == 1
    if how == "leaving":
        visitor.client.post("/x")
    elif how == "idle":
        with app.app_context():
            clear_idle(NOON + timedelta(minutes=31))
    else:
        with app.app_context():
            drafting.wipe(db.session.scalars(select(drafting.Draft)).one().visitor)
    assert counted(app) == (0, 0)


def test_a_saved_form_takes_its_files_along_and_only_its_code_opens_them(app: Flask, visitor: Visitor) -> None:
    with_files(visitor, PHOTO, story="To be continued.").fill(press="save")
    code = " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))
    with app.app_context():
        file = db.session.scalars(select(File)).one()
        assert file.sealed_key is None and file.draft_id is None
        with pytest.raises(SealBroken):
            body_of(file)
    visitor.open("/en/back").fill({"code": code})
    visitor.open("/en/y/2")
    assert "Photo 1" in str(visitor.page) and "To be continued." in visitor.text
    with app.app_context():
        assert body_of(db.session.scalars(select(File)).one()).startswith(b"\xff\xd8\xff")
        send(visitor)
        assert len(files_of_case(1)) == 1


def test_a_saved_form_that_is_cleared_takes_its_files_along(
    app: Flask, visitor: Visitor, at: Callable[..., None]
) -> None:
    at(NOON)
    with_files(visitor, PHOTO).fill(press="save")
    with app.app_context():
        clear_idle(NOON + timedelta(days=15))
    assert counted(app) == (0, 0)


def test_a_flood_of_files_is_slowed_and_words_still_go_through(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_files, "FILES_AN_HOUR", 2)
    with_files(visitor, PHOTO, VOICE, story="One.").add_files([PHOTO])
    assert "Wait a while and add it again" in visitor.error_at("files") and "One." in visitor.text
    assert counted(app)[0] == 2
    visitor.fill(press="continue")
    assert visitor.address == "/en/y/3"


def test_files_that_take_too_long_are_asked_for_again(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_files, "PATIENCE", 0)
    with_files(visitor, PHOTO, VOICE)
    assert "“voice.webm” did not get through" in visitor.error_at("files")


def test_every_engine_keeps_files_and_lets_them_go(either_app: Flask, at: Callable[..., None]) -> None:
    at(NOON)
    visitor = with_files(Visitor(either_app), PHOTO, VOICE, story="Both.")
    visitor.fill(press="save")
    code = " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))
    visitor.open("/en/back").fill({"code": code})
    with either_app.app_context():
        send(visitor)
        files = files_of_case(1)
        assert [file.size for file in files] == [len(body_of(file)) for file in files]
        assert {file.scan for file in files} == {Scan.WAITING}
    other = with_files(Visitor(either_app), PHOTO)
    other.client.post("/x")
    assert counted(either_app)[0] == 2


def test_a_piece_that_was_changed_moved_or_lost_is_noticed(app: Flask, visitor: Visitor) -> None:
    with_files(visitor, PHOTO, ("b.jpg", samples.jpeg(colour="blue")))
    with app.app_context():
        first, second = db.session.scalars(select(File).order_by(File.id)).all()
        pieces = {piece.file_id: piece for piece in db.session.scalars(select(FilePiece))}
        pieces[first.id].body, pieces[second.id].body = pieces[second.id].body, pieces[first.id].body
        db.session.commit()
        with pytest.raises(SealBroken):
            body_of(first)
        db.session.delete(pieces[first.id])
        db.session.commit()
        with pytest.raises(SealBroken):
            body_of(first)


def test_nothing_of_a_file_lies_open_in_the_database(app: Flask, visitor: Visitor) -> None:
    with_files(visitor, ("qzfilenamezq.jpg", samples.jpeg()), story="x")
    with app.app_context():
        file = db.session.scalars(select(File)).one()
        piece = db.session.scalars(select(FilePiece)).one()
        whole = body_of(file)
        for stored in (file.name, file.small or b"", file.sealed_key or b"", piece.body):
            assert b"qzfilename" not in stored and b"JFIF" not in stored and whole[:40] not in stored


def test_adults_are_offered_documents_and_children_are_not(app: Flask, visitor: Visitor) -> None:
    for address, papers in (("/en/y/2", False), ("/en/a/6", True), ("/en/a/one?w=one_page", True)):
        box = visitor.open(address).page.select_one("input[type=file]")
        assert box is not None and (".pdf" in str(box["accept"])) is papers
