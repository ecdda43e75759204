"""The language of a page lives in its address.

Which languages there are, how they are written, and how far they were checked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale
from flask import Flask, abort, current_app, g, request
from flask_babel import gettext
from markupsafe import Markup

from portal.config import translations
from portal.domain.wording import N_


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its own name, its English name for helpers, its locale for dates, its direction."""

    code: str
    autonym: str
    english: str
    locale: str
    direction: str = "ltr"


def _known() -> Iterator[Language]:
    yield Language("en", "English", "English", "en_GB")
    for code, one in translations().items():
        yield Language(code, one["autonym"], one["english"], code, Locale.parse(code).text_direction)
    yield Language("eo", "Ƥşḗŭḓǿ", "Pseudo-language for tests", "eo")


KNOWN = {language.code: language for language in _known()}


def review_level(code: str) -> int:
    """How far a translation was checked.

    0 by a computer only, 1 by a bilingual worker, 2 by a professional and a second reader.
    """
    return int(translations()[code]["review_level"]) if code != "en" else 2


def language() -> Language:
    """The language of the page being made."""
    return KNOWN[g.get("lang", "en")]


def switched_on() -> tuple[Language, ...]:
    return tuple(KNOWN[code] for code in current_app.config["PORTAL"].languages)


def preferred() -> str:
    """The best language for a first visit, from what the browser asks for."""
    codes = [one.code for one in switched_on() if one.code != "eo"]
    return request.accept_languages.best_match(codes) or "en"


UNCHECKED = N_("A computer translated this page. No person has checked it yet.")


def notice() -> Markup | str | None:
    """What a reader of an unchecked translation is told, in their language and in English."""
    if g.get("lang", "en") in ("en", "eo") or review_level(g.lang) > 0:
        return None
    return bilingual(UNCHECKED, gettext(UNCHECKED))


def bilingual(text: str, translated: str) -> Markup | str:
    """A safety string with its English beneath, until a professional has checked the translation."""
    if translated == text or g.get("lang", "en") in ("en", "eo") or review_level(g.lang) >= 2:
        return translated
    return Markup('{}<span class="original" lang="en" dir="ltr">{}</span>').format(translated, text)


def speak(app: Flask) -> None:
    """Take the language out of every address and put it back into every link."""

    @app.url_value_preprocessor
    def take(_endpoint: str | None, values: dict[str, object] | None) -> None:
        if not values or "lang" not in values:
            return
        code = str(values.pop("lang"))
        if code not in app.config["PORTAL"].languages:
            g.lang = "en"
            abort(404)
        g.lang = code

    @app.url_defaults
    def give(endpoint: str, values: dict[str, object]) -> None:
        if "lang" not in values and app.url_map.is_endpoint_expecting(endpoint, "lang"):
            values["lang"] = g.get("lang", "en")
