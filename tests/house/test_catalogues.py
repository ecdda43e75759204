"""Every text of the portal is translated, whole, into every language it offers."""

from __future__ import annotations

from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from portal.config import translations
from portal.services.catalogue_faults import faults, forms, ids, lacking, share
from portal.services.catalogues import catalogue_of, collect, languages
from portal.services.their_language import script_of
from tests.gates.glyphs import undrawn
from tests.house.source import ROOT
from tests.people.table import Held

OFFERED = tuple(code for code, status in translations().items() if status["offered"])


@cache
def in_the_code() -> Catalog:
    """What the code and the templates say now."""
    return collect()


def a_catalogue(translation: str, english: str = "Tell us what happened to you, %(name)s. Call 0800 1111.") -> Catalog:
    """A Polish catalogue of one text."""
    made = Catalog(locale="pl")
    made.add(english, translation)
    return made


def test_the_template_is_what_the_code_says() -> None:
    with (ROOT / "translations/messages.pot").open("rb") as file:
        assert ids(read_po(file)) == ids(in_the_code()), "run `make messages`"


def test_every_catalogue_has_its_status_and_every_status_its_catalogue() -> None:
    assert sorted(translations()) == list(languages())
    for code, status in translations().items():
        assert set(status) == {"autonym", "english", "review_level", "offered", "note"}, code


@pytest.mark.parametrize("language", OFFERED)
def test_nothing_is_left_untranslated_or_in_doubt(language: str) -> None:
    assert lacking(catalogue_of(language), in_the_code()) == (), "run `make messages` and translate"


@pytest.mark.parametrize("language", languages())
def test_what_is_translated_has_no_fault_a_computer_can_see(held: Held, language: str) -> None:
    catalogue, template = catalogue_of(language), in_the_code()
    said = [form for message in catalogue if message.id for form in forms(message.string)]
    whole = len(ids(template))
    held.nothing_wrong(
        f"translation.{language}",
        [f"{text}: {what}" for text, what in faults(language, catalogue, template)],
        complete=round(100 * (whole - len(lacking(catalogue, template))) / whole, 1),
        own_script=round(100 * share("".join(said), script_of(language)), 1),
        letters_in_no_font=len(undrawn(said)),
    )


@pytest.mark.parametrize(
    ("translation", "what"),
    [
        ("Powiedz nam, co się stało. Zadzwoń: 0800 1111.", "a placeholder or a tag is lost or changed"),
        ("Powiedz nam, co się stało, %(nmae)s. Zadzwoń: 0800 1111.", "a placeholder or a tag is lost or changed"),
        (
            "Powiedz nam, co się stało, <b>%(name)s</b>. Zadzwoń: 0800 1111.",
            "a placeholder or a tag is lost or changed",
        ),
        ("Powiedz nam, co się stało, %(name)s. Zadzwoń: 0800 1112.", "a number is lost or changed"),
        ("Powiedz nam, co się\u200b stało, %(name)s. Zadzwoń: 0800 1111.", "it holds a sign that nobody sees"),
        ("قل لنا ماذا حدث لك يا %(name)s، اتصل 0800 1111.", "it is not in latin letters"),
        ("Tell us what happened to you, %(name)s. Call 0800 1111.", "it is the English"),
    ],
)
def test_a_fault_in_a_translation_is_found(translation: str, what: str) -> None:
    made = a_catalogue(translation)
    assert what in {fault for _text, fault in faults("pl", made, made)}


def test_a_good_translation_has_no_fault() -> None:
    made = a_catalogue("Powiedz nam, co się stało, %(name)s. Zadzwoń: 0800 1111.")
    assert list(faults("pl", made, made)) == []
    assert share("قل كلمتك %(name)s <a href='x'>NSPCC</a>", "ARABIC") == 1


def test_vowel_signs_beside_letters_are_of_the_language_too() -> None:
    assert share("কে আমি Who", "BENGALI") == 5 / 8


def test_a_name_and_the_english_of_a_term_in_brackets_may_stand_in_every_script() -> None:
    assert share("Childline (adjudication) কে", "BENGALI") == 1
    assert share("adjudication কে", "BENGALI") < 1 / 2


def test_a_text_the_code_no_longer_says_and_one_it_newly_says_are_told() -> None:
    made, template = a_catalogue("Nic", "Nothing"), a_catalogue("", "Something")
    assert ("Nothing", "the portal no longer says this") in list(faults("pl", made, template))
    assert lacking(made, template) == ("Something",)


def test_a_doubtful_translation_counts_as_none() -> None:
    made = Catalog(locale="pl")
    made.add("Nothing", "Nic", flags=("fuzzy",))
    assert lacking(made, made) == ("Nothing",)


def test_a_letter_that_no_font_has_is_found() -> None:
    assert undrawn(["ትግርኛ", "پښتو", "A letter nobody has: \U000e1234"]) == ["\U000e1234"]
