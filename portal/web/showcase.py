"""Every part of the pages with something in it, for the pages that show developers how all of them look."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    MultipleFileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired

from portal.web.palettes import SCHEMES, SHEETS

LOOKS: Mapping[str, str] = {
    "child": "children and young people, and pages for everybody",
    "easy": "pictures and short words",
    "adult": "parents, carers and professionals",
    "staff": "the complaints team",
}
"""Every look, and whom it is for."""
PAGES = {f"{theme}-{scheme}": (theme, scheme) for theme in SHEETS for scheme in SCHEMES}
COLOURS: Mapping[str, str] = {
    "page": "What everything stands on.",
    "surface": "Cards, panels and boxes on the page.",
    "tint": "What is picked, pointed at or said by us.",
    "line": "Between rows; says nothing, so it may be faint.",
    "text": "Words.",
    "muted": "Hints and dates: words that come second.",
    "link": "Links, the button to press, what is picked.",
    "on-link": "Words on that button.",
    "press": "That button under a finger.",
    "edge": "The edge of everything that answers a finger.",
    "ring": "Round what has the focus.",
    "halo": "Outside the ring, so that it shows on any ground.",
    "sun": "Where you are among the stones.",
    "bar": "The bar at the top, the front of a receipt.",
    "on-bar": "Words in the bar.",
    "error": "What has to be put right. Red is for nothing else.",
    "error-panel": "Behind it.",
    "success": "It was done.",
    "success-panel": "Behind it.",
    "help": "Somebody to ring, and notes.",
    "help-panel": "Behind it.",
    "warn": "Safe contact, and time that runs out.",
    "warn-panel": "Behind it.",
    "plate": "Behind a picture: its outlines are dark.",
}
"""What each colour is for; the page about looks shows them all, and a test says so."""


class Child(Form):
    """One of the repeated group."""

    first_name = StringField("First name")
    age = StringField("Age")


class Sample(Form):
    """One field of each kind."""

    name = StringField("What should we call you?", [DataRequired("Write a name, or a nickname.")])
    story = TextAreaField("What happened?", [DataRequired("Write something. A few words is fine.")])
    age = StringField("How old are you?")
    phone = StringField("Your phone number")
    way = RadioField(
        "How should we get back to you?",
        choices=[SelectChoice("code", "I will look here with my code"), SelectChoice("call", "Call me")],
    )
    about = SelectMultipleField(
        "What is it about?", choices=[SelectChoice("home", "Where I live"), SelectChoice("school", "School")]
    )
    about_other = StringField("Anything else?")
    feeling = SelectMultipleField(
        "How do you feel?",
        choices=[SelectChoice("sad", "Sad"), SelectChoice("angry", "Angry"), SelectChoice("worried", "Worried")],
    )
    team = SelectField("Team", choices=[SelectChoice("all", "All teams"), SelectChoice("fostering", "Fostering")])
    files = MultipleFileField("Add a photo, a drawing or a voice message")
    agree = BooleanField("My answers may be kept with my complaint")
    children = FieldList(FormField(Child), label="Which child or children is this about?", min_entries=1)


def filled() -> Sample:
    """As it is while somebody fills it in."""
    return Sample(MultiDict({"way": "call", "about": "home", "feeling": "sad", "name": "Sam", "team": "fostering"}))


def failed() -> Sample:
    """As it is after it was sent with nothing in it; its ids are apart from the other's."""
    form = Sample(MultiDict(), prefix="wrong-")
    del form["way"], form["team"]
    form.validate()
    return form


def shown() -> dict[str, Any]:
    """What the page of parts is filled with."""
    return {"sample": filled(), "wrong": failed()}
