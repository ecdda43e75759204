"""Every text of the portal is translated, whole, into every language it offers."""

from __future__ import annotations

import re
import runpy
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.house.source import ROOT

COMPLETE = ("ar", "pl")
SCRIPT = {"ar": "ARABIC", "pl": "LATIN"}
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%|%(?!\()")
MARKUP = re.compile(r"</?[a-z][^>]*>")
#: Not a language's own letters: placeholders, markup, addresses, and names written as they are everywhere.
FOREIGN = re.compile(
    r"%\(\w+\)s|</?[a-z][^>]*>|https?://\S+|\S+@\S+|\b[A-Z][A-Za-z0-9.]*[A-Z]\w*\b|\b\w+\.(?:uk|example|org)\S*"
)
#: Below this many letters a text may be a name, or be spelled alike in two languages.
LONG_ENOUGH = 16


def path(language: str) -> Path:
    """The catalogue of a language."""
    return ROOT / "translations" / language / "LC_MESSAGES" / "messages.po"


@cache
def catalogue(language: str) -> Catalog:
    """The catalogue of a language, read."""
    with path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def ids(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """What a catalogue speaks of: context and English text."""
    return {(message.context, forms(message.id)[0]) for message in catalogue if message.id}


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """One text as one form, a plural as its several."""
    return (text,) if isinstance(text, str) else tuple(text)


def messages(language: str) -> list[Message]:
    """The messages of a language, without the header."""
    return [message for message in catalogue(language) if message.id]


@cache
def in_the_code() -> Catalog:
    """What the code and the templates say now."""
    collected: Catalog = runpy.run_path(str(ROOT / ".build/messages.py"))["collect"]()
    return collected


def letters(text: str) -> str:
    """The letters of a text that belong to its language."""
    return "".join(sign for sign in FOREIGN.sub(" ", text) if unicodedata.category(sign).startswith("L"))


def share(text: str, script: str) -> float:
    """How much of `text` is written in `script`, from 0 to 1."""
    own = letters(text)
    return sum(unicodedata.name(sign, "").startswith(script) for sign in own) / len(own) if own else 1.0


def test_the_template_is_what_the_code_says() -> None:
    with (ROOT / "translations/messages.pot").open("rb") as file:
        assert ids(read_po(file)) == ids(in_the_code()), "run `make messages`"


@pytest.mark.parametrize("language", COMPLETE)
def test_a_language_speaks_of_everything_and_of_nothing_else(language: str) -> None:
    assert ids(catalogue(language)) == ids(in_the_code()), "run `make messages`"


@pytest.mark.parametrize("language", COMPLETE)
def test_nothing_is_left_untranslated_or_in_doubt(language: str) -> None:
    missing = [message.id for message in messages(language) if not all(form.strip() for form in forms(message.string))]
    assert missing == []
    assert [message.id for message in messages(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", COMPLETE)
def test_a_plural_has_as_many_forms_as_the_language(language: str) -> None:
    plural = Locale.parse(language).plural_form
    needed = len(plural.tags | {"other"})
    assert catalogue(language).num_plurals in {needed, needed - 1}, (
        "the header's Plural-Forms"
    )  # fractions need no form
    for message in messages(language):
        if message.pluralizable:
            assert len(forms(message.string)) == catalogue(language).num_plurals, message.id


@pytest.mark.parametrize("language", COMPLETE)
def test_placeholders_and_markup_survive(language: str) -> None:
    broken = []
    for message in messages(language):
        wanted = [(set(PLACEHOLDER.findall(form)), sorted(MARKUP.findall(form))) for form in forms(message.id)]
        for form in forms(message.string):
            found = (set(PLACEHOLDER.findall(form)), sorted(MARKUP.findall(form)))
            may_drop_number = message.pluralizable and found[0] < wanted[-1][0] and found[1] == wanted[-1][1]
            if found not in wanted and not may_drop_number:
                broken.append((message.id, form))
    assert broken == []


@pytest.mark.parametrize("language", COMPLETE)
def test_a_translation_is_written_in_the_script_of_its_language(language: str) -> None:
    texts = [form for message in messages(language) for form in forms(message.string)]
    assert share("".join(texts), SCRIPT[language]) >= 0.9
    assert [text for text in texts if len(letters(text)) >= LONG_ENOUGH and share(text, SCRIPT[language]) < 0.75] == []


@pytest.mark.parametrize("language", COMPLETE)
def test_no_translation_is_the_english_copied(language: str) -> None:
    copied = [
        message.id
        for message in messages(language)
        if len(letters(forms(message.id)[0])) >= LONG_ENOUGH and set(forms(message.id)) & set(forms(message.string))
    ]
    assert copied == []


def test_the_checks_above_notice_what_they_are_for() -> None:
    assert share("Have your say", "ARABIC") == 0
    assert share("قل كلمتك %(name)s <a href='x'>NSPCC</a>", "ARABIC") == 1
    assert set(PLACEHOLDER.findall("%(name)s")) != set(PLACEHOLDER.findall("%(nmae)s"))
