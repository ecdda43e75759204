"""Letters can be read in development, on the developer's own machine, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from portal.app import create_app
from tests import makers as make
from tests.application import settings
from tests.visitor import check_page


def test_letters_are_shown_newest_first_in_their_own_language_and_direction(app: Flask) -> None:
    with app.app_context():
        first = make.case(story="I sat in the rain")
        make.case(language="ar", contact_way="email", email="nour@home.example")
    answer = app.test_client().get("/dev/letters")
    page = check_page(answer.get_data(as_text=True), "/dev/letters")
    assert "in development only" in page.h1.get_text()
    letters = page.select("article")
    assert letters[0].h2["lang"] == "ar" and "nour@home.example" in letters[0].get_text()
    assert any(f"/staff/cases/{first.reference}" in letter.get_text() for letter in letters)
    assert "rain" not in page.get_text()


def test_before_the_first_letter_the_page_says_so(app: Flask) -> None:
    page = check_page(app.test_client().get("/dev/letters").get_data(as_text=True), "/dev/letters")
    assert "No letter has been written yet." in page.get_text()


def test_nobody_on_another_machine_can_read_them(app: Flask) -> None:
    assert app.test_client().get("/dev/letters", environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 404


def test_there_is_no_such_page_in_production_or_with_a_mail_server(tmp_path: Path) -> None:
    post = "smtp://127.0.0.1:9"
    in_production = settings(
        tmp_path, PORTAL_ENVIRONMENT="production", PORTAL_PUBLIC_URL="https://portal.test", PORTAL_MAIL_URL=post
    )
    for chosen in (in_production, settings(tmp_path, PORTAL_MAIL_URL=post)):
        site = create_app(chosen)
        assert not [rule for rule in site.url_map.iter_rules() if rule.rule.startswith("/dev")]
