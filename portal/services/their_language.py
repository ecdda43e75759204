"""Speaking a person's own language outside a page: letters, messages, dates."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from babel import Locale
from flask import current_app
from flask_babel import force_locale, format_date, gettext

_LOCALES = {"en": "en_GB"}


def offered(language: str) -> str:
    """This language if the portal speaks it, else English."""
    return language if language in current_app.config["PORTAL"].languages else "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything inside is said in this language."""
    with force_locale(_LOCALES.get(language, language)):
        yield


def translated(text: str) -> str:
    """A text in the language that is being spoken; placeholders stay."""
    return gettext(text)


def written_out(day: date) -> str:
    """A day in the language that is being spoken: "Thursday 17 December"."""
    return format_date(day, "EEEE d MMMM")


def dated(day: date) -> str:
    """A day as it stands at the head of a letter: "Thursday 17 December 2026"."""
    return format_date(day, "EEEE d MMMM y")


def runs_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return Locale.parse(language).text_direction == "rtl"
