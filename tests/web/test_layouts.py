"""The frame round every page: the same landmarks in the same order, nothing inline, leaving first."""

from __future__ import annotations

import pytest

from tests.web.rendering import failed, layout


def test_leaving_fast_is_the_first_thing_after_skip_and_needs_no_script() -> None:
    page = layout("public")
    first, second = page.body.find_all(["a", "button", "input"])[:2]
    assert first["href"] == "#main"
    assert second.get_text() == "Leave this site fast"
    form = second.find_parent("form")
    assert (form["method"], form["action"]) == ("post", "/x")


def test_the_title_says_error_when_something_is_wrong() -> None:
    assert layout("public").title.get_text() == "What happened? – Have your say – Exampleshire Council"
    wrong = layout("public", errors=[("story", "Write something.")])
    assert wrong.title.get_text().startswith("Error: What happened?")
    assert wrong.find("main").find("a", href="#story")
    staff = layout("staff", form=failed())
    assert staff.title.get_text().startswith("Error: ")
    assert staff.find("main").find("a", href="#story")


@pytest.mark.parametrize("site", ["public", "staff"])
def test_a_layout_has_nothing_inline_and_every_landmark(site: str) -> None:
    page = layout(
        site, officer_name="Amina", sign_out_url="/out", staff_nav=[("/", "Inbox", True)], keep_alive_url="/k"
    )
    assert not page.find_all(style=True)
    assert not page.find_all("style")
    assert all(script.get("src") and script.has_attr("defer") for script in page.find_all("script"))
    assert [len(page.find_all(mark)) for mark in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert all(nav.get("aria-label") for nav in page.find_all("nav"))
    assert (page.html["lang"], page.html["dir"]) == ("en", "ltr")
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]


@pytest.mark.parametrize("theme", ["child", "adult"])
def test_help_and_language_are_on_every_page(theme: str) -> None:
    ways = layout("public", theme=theme, lang="ar", dir="rtl").find("nav", class_="ways")
    assert [link["href"] for link in ways.find_all("a")] == ["/en/information.help_now", "/en/information.languages"]
    assert [word["lang"] for word in ways.find_all("span", lang=True)] == ["en", "ar", "pl"]


def test_the_warning_before_a_draft_is_cleared_is_only_where_there_is_a_draft() -> None:
    assert not layout("public").script.has_attr("data-alive")
    assert layout("public", keep_alive_url="/keep").script["data-alive"] == "/keep"


def test_a_first_page_is_four_requests_at_most() -> None:
    page = layout("public")
    fetched = [node.get("href") or node.get("src") for node in page.find_all(["link", "script", "img"])]
    assert len(fetched) <= 3  # and the page itself
    assert all(address.startswith("/static/") for address in fetched)
