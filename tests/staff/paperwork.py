"""Filling in the forms about a case as a browser does, which sends what every list shows."""

from __future__ import annotations

from collections.abc import Iterable

from tests.visitor import Visitor


def send(officer: Visitor, page: str, **answers: str | Iterable[str]) -> Visitor:
    """Open a page, fill in its form, press its button."""
    officer.open(page)
    assert officer.answer.status_code == 200, f"{page} answers {officer.answer.status_code}"
    shown = {}
    for box in officer.form.select("select"):
        chosen = box.select_one("option[selected]") or box.select_one("option")
        assert chosen is not None, f"{page}: nothing to pick in {box['name']}"
        shown[str(box["name"])] = str(chosen["value"])
    return read_and_send(officer.fill({**shown, **answers}))


def read_and_send(officer: Visitor) -> Visitor:
    """Send the letter that is shown once more before it goes, if one is."""
    return officer.fill(press="send") if officer.heading == "Read it once more" else officer


def press(officer: Visitor, page: str, words: str) -> Visitor:
    """Open a page and press the button that is a form of its own."""
    officer.open(page)
    for form in officer.page.select("main form[method=post]"):
        if form.get_text(strip=True) == words:
            token = form.select_one("[name=csrf_token]")
            assert token is not None
            return officer._see(
                officer.client.post(str(form["action"]), data={"csrf_token": token["value"]}), str(form["action"])
            )
    raise AssertionError(f"{page} has no button {words!r}")
