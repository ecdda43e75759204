"""A visitor without a browser, who fills in forms as they are on the page and sees every page checked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

HISTORY_SAFE = re.compile(r"complain|abuse|unsafe|hurt|danger", re.IGNORECASE)


def check_page(html: str, address: str) -> BeautifulSoup:
    """What must be true of every page we serve, whatever it is about."""
    page = BeautifulSoup(html, "html5lib")
    root = page.html
    assert root is not None and root.get("lang") and root.get("dir") in {"ltr", "rtl"}, address
    assert len(page.find_all("h1")) == 1, f"{address} has {len(page.find_all('h1'))} h1"
    assert page.title and page.title.get_text(strip=True), address
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids)), f"{address}: an id stands twice: {sorted(i for i in ids if ids.count(i) > 1)}"
    for control in page.select("input:not([type=hidden]), textarea, select"):
        assert page.find("label", attrs={"for": control.get("id")}), f"{address}: no label for {control}"
    for described in page.select("[aria-describedby]"):
        for name in str(described["aria-describedby"]).split():
            assert name in ids, f"{address}: described by {name}, which is not there"
    assert not page.find_all("script", src=False), f"{address}: inline script"
    assert not page.find_all("style") and not page.select("[style]"), f"{address}: inline style"
    assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)], address
    return page


class Visitor:
    """Somebody with an old phone.

    Opens addresses, fills in what is on the page, presses a button, follows where it leads.
    """

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.address = ""
        self.answer: TestResponse
        self.page: BeautifulSoup

    def open(self, address: str, **headers: str) -> Visitor:
        return self._see(self.client.get(address, headers=headers), address)

    def _see(self, answer: TestResponse, address: str) -> Visitor:
        hops = 0
        while answer.status_code in {301, 302, 303, 307, 308} and answer.location.startswith("/"):
            address, hops = answer.location, hops + 1
            assert hops < 6, f"going in circles at {address}"
            answer = self.client.get(address)
        self.answer, self.address = answer, address
        if (answer.mimetype == "text/html" and answer.status_code < 300) or answer.status_code >= 400:
            self.page = check_page(answer.get_data(as_text=True), address)
        return self

    @property
    def form(self) -> Tag:
        """The page's own form, not the way out."""
        found = self.page.select_one("main form[method=post]")
        assert found is not None, f"{self.address} has no form"
        return found

    def filled(self) -> list[tuple[str, str]]:
        """What a browser would send of the form as it stands."""
        sent = []
        for control in self.form.select("input, textarea"):
            name, kind = str(control.get("name", "")), control.get("type", "text")
            unpicked = kind in {"radio", "checkbox"} and not control.has_attr("checked")
            if not name or unpicked or kind in {"submit", "file"}:
                continue
            sent.append(
                (name, control.text.removeprefix("\n") if control.name == "textarea" else str(control.get("value", "")))
            )
        return sent

    def fill(self, answers: Mapping[str, str | Iterable[str]] | None = None, press: str | None = None) -> Visitor:
        """Fill in the form and press a button; refuses to answer what the page does not ask."""
        answers = answers or {}
        for name, value in answers.items():
            controls = self.form.select(f'[name="{name}"]')
            assert controls, f"{self.address} does not ask for {name!r}"
            offered = {control.get("value") for control in controls if control.get("type") in {"radio", "checkbox"}}
            if offered:
                wanted = {value} if isinstance(value, str) else set(value)
                assert wanted <= offered, f"{self.address} offers {offered} for {name!r}, not {wanted}"
        data = [(name, value) for name, value in self.filled() if name not in answers]
        for name, value in answers.items():
            data += [(name, value)] if isinstance(value, str) else [(name, one) for one in value]
        data.append(self._button(press))
        action = str(self.form.get("action") or self.address)
        body: dict[str, list[str]] = {}
        for name, value in data:
            body.setdefault(name, []).append(value)
        return self._see(self.client.post(action, data=body), action)

    def add_files(self, files: Iterable[tuple[str, bytes]], press: str = "attach", **answers: str) -> Visitor:
        """Pick files, each with its name, and press a button; the form has to say that it carries files."""
        assert self.form.get("enctype") == "multipart/form-data", f"{self.address} does not send files"
        box = self.form.select_one("input[type=file]")
        assert box is not None, f"{self.address} takes no files"
        data: dict[str, list[object]] = {}
        pressed = self._button(press)
        for name, value in [*(one for one in self.filled() if one[0] not in answers), *answers.items(), pressed]:
            data.setdefault(name, []).append(value)
        data[str(box["name"])] = [FileStorage(io.BytesIO(body), name) for name, body in files]
        action = str(self.form.get("action") or self.address)
        boundary, body = encode_multipart(data)
        sent = self.client.post(action, data=body, content_type=f'multipart/form-data; boundary="{boundary}"')
        return self._see(sent, action)

    def _button(self, press: str | None) -> tuple[str, str]:
        buttons = self.form.select("button[type=submit]")
        if self.form.get("id"):
            buttons += self.page.select(f'button[form="{self.form["id"]}"]')
        chosen = [b for b in buttons if press is None or press in {b.get("value"), b.get_text(strip=True)}]
        assert chosen, f"{self.address} has no button {press!r}: {[b.get_text(strip=True) for b in buttons]}"
        return str(chosen[0].get("name", "do")), str(chosen[0].get("value", ""))

    @property
    def heading(self) -> str:
        return self.page.h1.get_text(" ", strip=True) if self.page.h1 else ""

    @property
    def text(self) -> str:
        """What the page says, in one line."""
        return " ".join((self.page.main or self.page).get_text(" ").split())

    def error_at(self, name: str) -> str:
        """The error told at a field, which must also be linked from the summary."""
        field = self.form.select_one(f'[name="{name}"]')
        assert field is not None, f"{self.address} does not ask for {name!r}"
        group = field.find_parent(class_="govuk-form-group")
        told = group.select_one(".govuk-error-message") if group else None
        assert told is not None, f"{self.address}: no error at {name!r}"
        links = [str(link["href"]) for link in self.page.select(".govuk-error-summary a")]
        assert any(self.page.select_one(href) is not None for href in links), f"{links} lead nowhere"
        return told.get_text(" ", strip=True)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A visitor of the application on SQLite."""
    return Visitor(app)
