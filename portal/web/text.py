"""Text at the border: what people typed is made safe to keep, what the data says is put into words."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import flask
from babel import Locale
from babel.support import Translations
from flask_babel import format_date, format_datetime, get_domain, get_locale, ngettext
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from portal.domain.authority import UNNAMED_PROVIDER, Authority
from portal.domain.journeys.pages import Line
from portal.domain.journeys.validation import digits
from portal.services.their_language import dates_as, written_out
from portal.web.language import UNCHECKED, bilingual, language, notice

_PLACE = re.compile(r"%\((\w+)\)s")
_KEPT = {"\n", "\t"}
_LETTER = re.compile(r"[A-Za-z]")
_LEFT_TO_RIGHT = re.compile("\u2066[^\u2069]*\u2069" + r"|(\+?\d+(?: \d+)+|[0-9A-Z]{4}-[0-9A-Z]{4})")
"""What is kept in order already, or is to be."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_EMAIL = re.compile("[^\\s@\u2066]+@[^\\s@\u2069]+\\w")


def plain(text: str, most: int) -> str:
    """What was typed as plain text.

    Composed, without control characters or lone surrogates, at most `most` characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", kept).strip()[:most]


def authority() -> Authority:
    """The council this site belongs to."""
    found: Authority = flask.current_app.extensions["portal.authority"]
    return found


@lru_cache(maxsize=4096)
def places(text: str) -> frozenset[str]:
    """The names of the placeholders in a text."""
    return frozenset(_PLACE.findall(text))


@lru_cache
def _catalogue(_locale: Locale) -> Translations:
    """The catalogue of the page being made; Flask-Babel would work out anew for every text which one that is."""
    found: Translations = get_domain().get_translations()
    return found


def gettext(text: str) -> str:
    """A text in the language of the page, or of the letter, that is being made."""
    return str(_catalogue(get_locale()).gettext(text))


def page_url(endpoint: str, **values: Any) -> str:
    """The address of a page in the language of this one; those that every page links to are worked out once."""
    if values:
        return flask.url_for(endpoint, **values)
    return _plain_url(endpoint, flask.g.get("lang", "en"), flask.request.script_root)


@lru_cache
def _plain_url(endpoint: str, _lang: str, _root: str) -> str:
    return flask.url_for(endpoint)


def say(text: str, **more: str) -> str:
    """A text of the registry in the page's language, with the council's values filled in."""
    if not text:
        return ""
    translated = gettext(text)
    return in_order(translated % {**_in_place(values()), **_unnamed(), **more} if places(text) else translated)


def _in_place(known: Mapping[str, str]) -> Mapping[str, str]:
    """The council's values, which are English, each kept whole and in its own order inside right-to-left writing."""
    if language().direction == "ltr":
        return known
    return {name: f"\u2066{value}\u2069" if _LETTER.search(value) else value for name, value in known.items()}


def in_order(text: str) -> str:
    """The same text, with phone numbers on one line.

    Inside right-to-left writing they and references are kept in their own order.
    """
    ordered = str(text)
    if language().direction == "rtl":
        ordered = _LEFT_TO_RIGHT.sub(lambda found: f"\u2066{found[1]}\u2069" if found[1] else found[0], ordered)
    return type(text)(on_one_line(ordered))


def on_one_line(text: str) -> str:
    """The same text, whose phone numbers no line and no sheet breaks."""
    return _BETWEEN_DIGITS.sub("\u00a0", text)


def dialled(number: str) -> str:
    """What a phone is given to ring: the digits alone, without what keeps them on one line and in order."""
    return ("+" if number.lstrip("\u2066").startswith("+") else "") + digits(number)


def whole(text: str | Markup) -> Markup:
    """The same text, with its e-mail addresses on a line of their own sooner than broken."""
    around = '<span class="whole">{}</span>'
    return Markup(_EMAIL.sub(lambda found: around.format(found[0]), str(Markup.escape(text))))  # noqa: S704  escaped


def values() -> Mapping[str, str]:
    """The council's placeholders, worked out once."""
    found: Mapping[str, str] = flask.current_app.extensions["portal.values"]
    return found


def _unnamed() -> Mapping[str, str]:
    """The advocacy provider in the language of the page, where the council's profile names none."""
    return {} if authority().advocacy.name else {"advocates": gettext(UNNAMED_PROVIDER)}


def spoken(lines: tuple[Line, ...], **more: str) -> list[str | Markup]:
    """The lines to show: promises only where the council confirmed them.

    And nothing that names a value the council left empty.
    """
    said: list[str | Markup] = []
    for line in lines:
        text = line.text if not line.promise or authority().promised(line.promise) else line.otherwise
        known = {**values(), **more}
        if not text or any(not known.get(name) for name in places(text)):
            continue
        translated = say(text, **more)
        english = on_one_line(text % known if places(text) else text)
        said.append(bilingual(english, translated) if line.safety else translated)
    return said


def day(when: date) -> str:
    """A date written out: "Thursday 17 December"."""
    return written_out(when)


def day_and_year(when: date) -> str:
    """A date written out with its year: "17 December 2026"."""
    return format_date(when, dates_as("d MMMM y"))


def moment(at: datetime) -> str:
    """A moment written out: "Thursday 17 December, 16:02"."""
    return format_datetime(at, dates_as("EEEE d MMMM, HH:mm"))


def linked(text: str) -> Markup:
    """The team's words with their web addresses as links: escaped, linked by bleach, and passed through nh3's gate."""
    import bleach  # only pages with messages need these two
    import nh3

    html = bleach.linkify(str(Markup.escape(text)), callbacks=[])
    cleaned = nh3.clean(
        html, tags={"a"}, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="noreferrer"
    )
    return Markup(cleaned)  # noqa: S704  both passes above leave only links


@pass_eval_context
def _word(here: EvalContext, text: str, **known: object) -> str:
    return _put(here, gettext(text), known)


@pass_eval_context
def _words(here: EvalContext, one: str, many: str, number: int, **known: object) -> str:
    return _put(here, ngettext(one, many, number), {"num": number, **known})


def _put(here: EvalContext, translated: str, known: Mapping[str, object]) -> str:
    """Fill in a template's text; in a page what is filled in is escaped, in a letter it is plain."""
    said = Markup(translated) if here.autoescape else translated  # noqa: S704  translations are our own
    return in_order(said % known if known else said)


def give_words(app: flask.Flask) -> None:
    """Give templates what every page needs: the language, the council, the words."""
    app.jinja_env.install_gettext_callables(_word, _words, newstyle=False)  # type: ignore[attr-defined]
    app.jinja_env.globals.update(say=say, spoken=spoken, day=day, day_and_year=day_and_year)
    app.jinja_env.globals.update(linked=linked, safe=safe, whole=whole, dialled=dialled, page_url=page_url)

    @app.context_processor
    def surroundings() -> dict[str, object]:
        here = language()
        return {
            "lang": here.code,
            "dir": here.direction,
            "authority": authority(),
            "notice": notice(),
            "unchecked": UNCHECKED,
            "leave_url": page_url("leaving.leave") if "leaving.leave" in flask.current_app.view_functions else "",
        }


def safe(text: str, **more: str) -> Markup | str:
    """A safety string from a template, with its English beneath until a professional has checked the translation."""
    known = {**values(), **more}
    return bilingual(on_one_line(text % known if places(text) else text), say(text, **more))
