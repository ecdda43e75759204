"""Our lean parts make the page that GOV.UK's own macros make for the same thing, and their own habits hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import html5lib
import jinja2
import pytest
import wtforms
from werkzeug.datastructures import MultiDict

from tests.web.rendering import CALLS, Form, failed, filled, part, soup

CASES = tomllib.loads((Path(__file__).parent / "govuk_parts.toml").read_text(encoding="utf-8"))["part"]
# What differs on purpose: attributes GOV.UK's script adds or needs, classes it takes away, arrows of its own drawing.
ATTRIBUTES = {("div", "tabindex"), ("dd", "dir")}
CLASSES = {
    "govuk-radios__conditional--hidden",
    "govuk-checkboxes__conditional--hidden",
    "govuk-pagination--block",
    "govuk-pagination__link-title--decorated",
}
ELEMENTS = {"svg"}


def theirs(component: str, params: dict[str, Any]) -> str:
    """The component by the library that follows GOV.UK Frontend."""
    env = jinja2.Environment(
        loader=jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}),
        autoescape=True,
    )
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    path = f"govuk_frontend_jinja/components/{component}/macro.html"
    return env.from_string(f'{{% from "{path}" import {name} as part %}}{{{{ part(params) }}}}').render(params=params)


def shape(html: str) -> list[Any]:
    """What a browser makes of it: attributes and classes in any order, words with single spaces."""

    def walk(node: Any) -> Any:
        attributes = {
            name: frozenset(set(value) - CLASSES) if name == "class" else value
            for name, value in node.attrs.items()
            if (node.name, name) not in ATTRIBUTES
        }
        inner = [
            walk(child) if getattr(child, "name", None) else " ".join(str(child).split()) for child in node.children
        ]
        return (node.name, attributes, [one for one in inner if one and one[0] not in ELEMENTS])

    return [walk(node) for node in soup(html).body.find_all(recursive=False)]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_part_is_what_govuk_would_have_made(case: dict[str, Any]) -> None:
    form = failed() if case.get("form") == "failed" else filled()
    assert shape(part(case["call"], form=form)) == shape(theirs(case["component"], case["params"]))


def test_the_comparison_notices_a_missing_hint_and_a_wrong_word() -> None:
    case = CASES[0]
    mine = shape(part("fields.text_input(form.name)", form=filled()))
    assert mine != shape(theirs(case["component"], case["params"]))
    mine = shape(part(case["call"], form=filled()))
    assert mine != shape(theirs(case["component"], case["params"] | {"label": {"text": "Your names"}}))


@pytest.mark.parametrize("make", [filled, failed], ids=["filled", "failed"])
@pytest.mark.parametrize("call", CALLS)
def test_a_part_is_valid_html_with_unique_ids_and_no_inline_style(call: str, make: Any) -> None:
    html = part(call, form=make())
    html5lib.HTMLParser(strict=True).parseFragment(html, container="ul" if html.startswith("<li") else "main")
    found = soup(html)
    ids = [node["id"] for node in found.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert not found.find_all(style=True)
    assert not found.find_all("script")
    for box in found.find_all(["input", "textarea", "select"]):
        if box.get("type") != "hidden":
            assert found.find("label", attrs={"for": box["id"]}), f"{box['id']} has no label"
    for told in " ".join(node["aria-describedby"] for node in found.find_all(attrs={"aria-describedby": True})).split():
        assert told in ids


class Marked(dict[str, str]):
    """A translation that puts a sign before every text."""

    def get(self, text: str, otherwise: Any = None) -> str:  # type: ignore[override]
        return f"~{text}"


FIXED = [
    "Error:",
    "Change",
    "There is a problem",
    "Continue",
    "Back",
    "Warning",
    "Not answered",
    "Question",
    "Save and",
]


@pytest.mark.parametrize("call", CALLS)
def test_no_hidden_word_stays_english(call: str) -> None:
    words = soup(part(call, Marked(), form=failed())).get_text(" ")
    for fixed in FIXED:
        assert not re.search(rf"(?<!~)\b{re.escape(fixed)}", words), f"{fixed} is not translated"


def test_an_error_links_to_something_that_can_take_the_focus() -> None:
    form = failed()
    form["children"].errors = ["Write the age as a number."]
    links = [
        link["href"].lstrip("#") for link in soup(part("fields.form_error_summary(form)", form=form)).find_all("a")
    ]
    assert links == ["name", "story", "way", "children"]
    kinds = {"name": "text_input", "story": "textarea", "way": "radios", "children": "children"}
    for name, macro in kinds.items():
        target = soup(part(f"fields.{macro}(form.{name})", form=form)).find(id=name)
        assert target.name in {"input", "textarea"} or target["tabindex"] == "-1"


def test_what_somebody_typed_comes_back_as_typed() -> None:
    class Numbers(wtforms.Form):
        age = wtforms.IntegerField("How old are you?")

    form = Numbers(MultiDict({"age": "about ten"}))
    form.validate()
    assert soup(part("fields.age_input(form.age)", form=form)).find("input")["value"] == "about ten"
    story = soup(part("fields.textarea(form.story)", form=filled())).find("textarea")
    assert story.get_text() == "\nIt & this"


def test_a_password_is_never_sent_back() -> None:
    form = Form(MultiDict({"name": "correct horse"}))
    assert "horse" not in part('fields.text_input(form.name, type="password")', form=form)


def test_children_are_a_group_of_groups_and_enter_means_continue() -> None:
    found = soup(part("fields.children(form.children)", form=filled()))
    assert [legend.get_text() for legend in found.find_all("legend")] == ["Which children?", "Child 1", "Child 2"]
    assert [button["value"] for button in found.find_all("button")] == ["continue", "add"]
    assert not soup(part("fields.children(form.children, most=2)", form=filled())).find("button", value="add")


def test_the_secret_reads_the_same_in_every_language() -> None:
    card = soup(part("cards.receipt_card('7KQM-3W9T', 'river lemon', '417 208')"))
    assert [word.get_text() for word in card.find_all("li")] == ["river", "lemon"]
    assert card.find("ol")["lang"] == "en"
    assert {node["dir"] for node in card.find_all("bdi")} == {"ltr"}


def test_progress_is_words_first_and_the_stones_are_decoration() -> None:
    found = soup(part("page.progress(6, 9)"))
    assert found.find("p").get_text() == "Question 6 of 9"
    assert found.find(class_="stones")["aria-hidden"] == "true"
    assert [stone.get("class", [""])[0] for stone in found.find_all("i")] == ["past"] * 5 + ["here"] + [""] * 3
