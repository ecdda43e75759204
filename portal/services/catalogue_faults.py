"""What a computer can see wrong in a translation: texts missing or copied, a lost placeholder, the wrong script."""

import re
import unicodedata
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from portal.services.their_language import script_of

PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%|%(?!\()")
MARKUP = re.compile(r"</?[a-z][^>]*>")
NUMBER = re.compile(r"[0-9]{3,}")
"""Telephone numbers above all: they are dialled as they stand."""
FOREIGN = re.compile(
    r"%\(\w+\)s|</?[a-z][^>]*>|https?://\S+|\S+@\S+|\b[A-Z][A-Za-z0-9.]*[A-Z]\w*\b|\b\w+\.(?:uk|example|org)\S*"
    r"|\bChildline\b|\bBarnardo[’']s\b|\([A-Za-z’' -]+\)"
)
"""Not a language's own letters: placeholders, markup, addresses, names that stay, the English of a term in brackets."""
LONG_ENOUGH = 16
"""Below this many letters a text may be a name, or be spelled alike in two languages."""
OWN_SCRIPT, OWN_SCRIPT_OF_A_TEXT = 0.9, 0.75
"""How much of a catalogue, and of each long text, is in the script of the language."""
HIDDEN = frozenset("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e")
"""Signs nobody sees that change the order of what is read, or get in by copying."""

Fault = tuple[str, str]
"""The English text, and what is wrong with its translation."""


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """One text as one form, a plural as its several; an empty form where there is none."""
    if not text:
        return ("",)
    return (text,) if isinstance(text, str) else tuple(text)


def ids(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """What a catalogue speaks of: context and English text."""
    return {(message.context, forms(message.id)[0]) for message in catalogue if message.id}


def letters(text: str) -> str:
    """The letters of a text that belong to its language, with the vowel signs that many scripts write beside them."""
    return "".join(sign for sign in FOREIGN.sub(" ", text) if unicodedata.category(sign)[0] in "LM")


def share(text: str, script: str) -> float:
    """How much of `text` is written in `script`, from 0 to 1."""
    own = letters(text)
    return sum(unicodedata.name(sign, "").startswith(script) for sign in own) / len(own) if own else 1.0


def lacking(catalogue: Catalog, template: Catalog) -> tuple[str, ...]:
    """The English texts of the code that have no translation yet."""
    there = {
        (message.context, forms(message.id)[0])
        for message in catalogue
        if message.id and all(form.strip() for form in forms(message.string)) and not message.fuzzy
    }
    return tuple(sorted(text for context, text in ids(template) if (context, text) not in there))


def faults(code: str, catalogue: Catalog, template: Catalog) -> Iterator[Fault]:
    """Everything wrong with what is translated; what is not translated yet is told by `lacking`."""
    for _context, text in sorted(ids(catalogue) - ids(template), key=str):
        yield text, "the portal no longer says this"
    if catalogue.num_plurals != (needed := get_plural(code).num_plurals):
        yield "", f"its plurals have {needed} forms, and the file counts {catalogue.num_plurals}"
    script = script_of(code)
    everything: list[str] = []
    for message in catalogue:
        if message.id and all(form.strip() for form in forms(message.string)):
            everything += forms(message.string)
            yield from ((forms(message.id)[0], what) for what in _wrong(message, script, catalogue.num_plurals))
    if share("".join(everything), script) < OWN_SCRIPT:
        yield "", f"less than {OWN_SCRIPT:.0%} of its letters are {script.lower()}"


def _wrong(message: Message, script: str, plurals: int) -> Iterator[str]:
    english, said = forms(message.id), forms(message.string)
    if message.pluralizable and len(said) != plurals:
        yield f"{len(said)} of its {plurals} plural forms are there"
    if any(not _same_places(english, form, plural=bool(message.pluralizable)) for form in said):
        yield "a placeholder or a tag is lost or changed"
    numbers = {number for form in english for number in NUMBER.findall(form)}
    if any(not numbers <= set(NUMBER.findall(form)) for form in said):
        yield "a number is lost or changed"
    if any(HIDDEN & set(form) for form in said):
        yield "it holds a sign that nobody sees"
    if any(len(letters(form)) >= LONG_ENOUGH and share(form, script) < OWN_SCRIPT_OF_A_TEXT for form in said):
        yield f"it is not in {script.lower()} letters"
    if len(letters(english[0])) >= LONG_ENOUGH and set(english) & set(said):
        yield "it is the English"


def _same_places(english: tuple[str, ...], said: str, *, plural: bool) -> bool:
    """A form of a plural may leave its number out: "one child", "two children" as one word."""
    wanted = [(set(PLACEHOLDER.findall(form)), sorted(MARKUP.findall(form))) for form in english]
    found = (set(PLACEHOLDER.findall(said)), sorted(MARKUP.findall(said)))
    return found in wanted or (plural and found[0] < wanted[-1][0] and found[1] == wanted[-1][1])
