"""Speaking a person's own language outside a page: letters, messages, dates."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from babel import Locale
from babel.core import get_global
from flask import current_app
from flask_babel import force_locale, format_date, get_locale, gettext

_LOCALES = {"en": "en_GB"}
_JOINED: Mapping[str, Mapping[str, str]] = {
    "pt": {"EEEE d": "EEEE, d", "d MMMM": "d 'de' MMMM", "MMMM y": "MMMM 'de' y"},
    "tr": {"EEEE d MMMM y": "d MMMM y EEEE", "EEEE d MMMM": "d MMMM EEEE"},
    "vi": {"EEEE d": "EEEE, 'ngày' d", "MMMM y": "MMMM 'năm' y"},
}
"""Languages that put the parts of a date together in a way of their own, in Unicode's pattern letters."""
SCRIPTS = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Gujr": "GUJARATI",
    "Guru": "GURMUKHI",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Khmr": "KHMER",
    "Knda": "KANNADA",
    "Kore": "HANGUL",
    "Laoo": "LAO",
    "Latn": "LATIN",
    "Mlym": "MALAYALAM",
    "Mymr": "MYANMAR",
    "Sinh": "SINHALA",
    "Taml": "TAMIL",
    "Telu": "TELUGU",
    "Thai": "THAI",
}
"""Unicode's names of the scripts' letters begin like this."""


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
    return format_date(day, dates_as("EEEE d MMMM"))


def dated(day: date) -> str:
    """A day as it stands at the head of a letter: "Thursday 17 December 2026"."""
    return format_date(day, dates_as("EEEE d MMMM y"))


def dates_as(pattern: str) -> str:
    """A pattern of weekday, day, month and year as the language that is being spoken joins them."""
    locale = get_locale()
    for apart, joined in _JOINED.get(locale.language if locale else "", {}).items():
        pattern = pattern.replace(apart, joined)
    return pattern


def runs_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return Locale.parse(language).text_direction == "rtl"


def script_of(code: str) -> str:
    """The script a language is written in, as the names of its letters begin; "" where no one name says it."""
    likely = get_global("likely_subtags").get(code, "")
    parts = f"{code}_{likely}".replace("-", "_").split("_")
    return SCRIPTS.get(next((part for part in parts if len(part) == 4 and part.istitle()), "Latn"), "")
