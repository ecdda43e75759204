"""Renders the parts and layouts alone, strict about names, with a form that has one field of each kind."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import wtforms
from bs4 import BeautifulSoup
from werkzeug.datastructures import MultiDict
from wtforms.fields import SelectChoice

from portal.web.pictures import load
from portal.web.text import dialled

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
LAYOUT = """{% extends "layout/SITE.html" %}IMPORTS{% block title %}What happened?{% endblock %}
{% block content %}CONTENT{% endblock %}"""
PARTS = sorted(path.stem for path in (TEMPLATES / "parts").glob("*.html"))
#: Every macro, called once with something.
CALLS = [
    "fields.text_input(form.name, hint='Any', heading=true, type='email', dir='ltr')",
    "fields.textarea(form.story, hint='Any')",
    "fields.age_input(form.age)",
    "fields.radios(form.way, hint='Pick one', heading=true, reveal={'call': fields.text_input(form.phone)})",
    "fields.checkboxes(form.about, other=form.about_other, pictures={'home': 'home', 'school': 'school'})",
    "fields.tick(form.agree, hint='Why')",
    "fields.select(form.team)",
    "fields.file_input(form.files)",
    "fields.children(form.children, heading=true, hint='Any')",
    "fields.error_summary([('name', 'Add a name.')])",
    "fields.form_error_summary(form)",
    "page.back('/y/1')",
    "page.buttons()",
    "page.progress(6, 9)",
    "page.csrf()",
    "page.link_button('Start', '/y/1')",
    "cards.hero('Tell us', 'You will not get in trouble')",
    "cards.door('home', 'I am a child', 'In words or pictures', '/y')",
    "cards.card('Next', 'Soon')",
    "cards.receipt_card('7KQM-3W9T', ['river', 'lemon'], '417 208', 'A Council')",
    "cards.receipt_card('7KQM-3W9T', '', '')",
    "timeline.timeline([{'title': 'Received', 'when': 'Monday 7 December', 'state': 'now'}])",
    "message.message('Hello', 'Sam', 'Monday', mine=true, seen='Seen on Tuesday')",
    "summary.summary([{'label': 'Name', 'value': ['Sam', 'Ali'], 'change_url': '/1'}, {'label': 'Age', 'value': ''}])",
    "banner.safe_contact(['Text only'])",
    "banner.success('Saved')",
    "banner.information('Note')",
    "panel.help_panel('Childline', ['It is free'])",
    "panel.phone('0800 1111', 'Childline')",
    "panel.confirmation('We have got it')",
    "text.inset('Note')",
    "text.warning('Tell us')",
    "text.details('Why?', 'Because')",
    "text.tag('In time', 'green')",
    "text.table('Dates', ['What'], [['Received']])",
    "text.pagination('/1', '/3')",
]


class Child(wtforms.Form):
    """One of the repeated group."""

    first_name = wtforms.StringField("First name")
    age = wtforms.StringField("Age")


class Form(wtforms.Form):
    """One field of each kind."""

    name = wtforms.StringField("Your name", [wtforms.validators.DataRequired("Add a name.")])
    story = wtforms.TextAreaField("What happened?", [wtforms.validators.DataRequired("Write something.")])
    age = wtforms.StringField("How old are you?")
    phone = wtforms.StringField("Your number")
    way = wtforms.RadioField(
        "How should we get back to you?",
        [wtforms.validators.InputRequired("Pick one.")],
        choices=[SelectChoice("code", "I will look here"), SelectChoice("call", "Call me")],
    )
    about = wtforms.SelectMultipleField(
        "What is it about?", choices=[SelectChoice("home", "Where I live"), SelectChoice("school", "School")]
    )
    about_other = wtforms.StringField("Anything else?")
    team = wtforms.SelectField("Team", choices=[SelectChoice("a", "All"), SelectChoice("b", "Fostering")])
    files = wtforms.MultipleFileField("Add a photo")
    agree = wtforms.BooleanField("You can link my answers")
    children = wtforms.FieldList(wtforms.FormField(Child), label="Which children?", min_entries=2)


FILLED = {"way": "call", "about": "home", "name": "Sam <b>", "story": "\nIt & this", "age": "12", "team": "b"}


def filled() -> Form:
    return Form(MultiDict(FILLED))


def failed() -> Form:
    """Sent with nothing in it, and checked."""
    form = Form(MultiDict({"phone": "0", "team": "a"}))
    form.validate()
    return form


def environment(words: Any = None) -> jinja2.Environment:
    """Templates as the portal renders them; `words` gives translations through `get(text, otherwise)`."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    known = {} if words is None else words
    env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: known.get(text, text),
        lambda one, many, count: known.get(one if count == 1 else many, one if count == 1 else many),
        newstyle=True,
    )
    env.globals["csrf_token"] = lambda: "token"
    env.globals["dialled"] = dialled
    env.globals["picture"] = load(TEMPLATES.parent / "static").__getitem__
    return env


def imports(text: str) -> str:
    """The import of every file of parts that `text` calls."""
    return "".join(f'{{% import "parts/{name}.html" as {name} %}}' for name in PARTS if f"{name}." in text)


def part(call: str, words: Any = None, **values: Any) -> str:
    """`part("page.back('/y')")`: one of our macros, rendered."""
    return environment(words).from_string(f"{imports(call)}{{{{ {call} }}}}").render(**values)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html5lib")


def page_source(site: str, content: str = "<h1>What happened?</h1>", **more: Any) -> str:
    """A page of one of the two sites, with `content` in its main part; a form is there unless another is given."""
    env = environment()
    env.globals |= {"asset": lambda name: f"/static/{name}", "page_url": lambda endpoint, **values: f"/en/{endpoint}"}
    council = SimpleNamespace(name="Exampleshire Council", short_name="Exampleshire")
    values = {"lang": "en", "dir": "ltr", "theme": "child", "authority": council, "leave_url": "/x"} | more
    values["form"] = values.get("form") or filled()
    text = LAYOUT.replace("SITE", site).replace("IMPORTS", imports(content)).replace("CONTENT", content)
    return env.from_string(text).render(**values)


def layout(site: str, **more: Any) -> BeautifulSoup:
    """A page with nothing but a heading in it."""
    return soup(page_source(site, **more))
