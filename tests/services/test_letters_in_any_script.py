"""A letter in any language comes out in letters, and its dates are said as the language says them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

import pikepdf
import pytest
from babel import Locale
from flask import Flask

from portal.config import translations
from portal.domain.letters.registry import LETTERS
from portal.services.letter_composing import composed
from portal.services.their_language import dated, runs_right_to_left, script_of, speaking, written_out
from portal.services.typesetting import Paper, pdf_of
from tests import makers as make
from tests.services.desk import MONDAY
from tests.services.test_letters import settings_of

OFFERED = [code for code, one in translations().items() if one["offered"]]
ENGLISH = re.compile(r"[A-Za-z]{3,}")
NAMES = re.compile(
    r"\[\[[^]]*\]\]|\u2066[^\u2069]*\u2069|\S+@\S+|\S+\.org\.uk|\([A-Za-z ]+\)"
    r"|Example (?:Council|Advocacy)|Childline|Robin|Kit|Ann|999"
)
"""What may stand in Latin letters in any letter: gaps, addresses, names, the English of a term in brackets."""


@pytest.fixture(autouse=True)
def _on_a_monday(at: Callable[[datetime], None]) -> None:
    at(MONDAY)


@pytest.mark.parametrize(
    ("language", "font"),
    [("en", "NotoSans-"), ("ar", "NotoSansArabic-"), ("ckb", "NotoSansArabic-"), ("bn", "NotoSansBengali-"),
     ("pa", "NotoSansGurmukhi-"), ("ti", "NotoSansEthiopic-"), ("uk", "NotoSans-")],
)  # fmt: skip
def test_a_pdf_has_the_letters_of_its_language(app: Flask, language: str, font: str) -> None:
    said = Locale.parse(language).display_name or ""
    paper = Paper("Title", language, runs_right_to_left(language), 12, (), (), "", "", said, [[said]])
    with app.app_context(), pikepdf.open(io.BytesIO(pdf_of(paper))) as read:
        fonts = {
            str(one["/BaseFont"]) for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        }
    assert any(font in name for name in fonts), fonts
    assert not any("Libertinus" in name for name in fonts)


@pytest.mark.parametrize(
    ("language", "day", "year"),
    [("en", "Thursday 17 December", "Thursday 17 December 2026"),
     ("pt", "quinta-feira, 17 de dezembro", "quinta-feira, 17 de dezembro de 2026"),
     ("vi", "Thứ Năm, ngày 17 tháng 12", "Thứ Năm, ngày 17 tháng 12 năm 2026"),
     ("tr", "17 Aralık Perşembe", "17 Aralık 2026 Perşembe"),
     ("uk", "четвер 17 грудня", "четвер 17 грудня 2026")],
)  # fmt: skip
def test_a_day_is_joined_as_the_language_joins_it(app: Flask, language: str, day: str, year: str) -> None:
    with app.app_context(), speaking(language):
        assert (written_out(date(2026, 12, 17)), dated(date(2026, 12, 17))) == (day, year)


@pytest.mark.parametrize("language", OFFERED)
@pytest.mark.parametrize("journey", ["young_person", "adult"])
def test_every_letter_is_whole_in_the_persons_language(app: Flask, journey: str, language: str) -> None:
    with app.app_context():
        officer, script = make.officer(name="Robin Kestrel"), script_of(language)
        made = make.case(journey, language=language, name="Kit", email="kit@home.example", contact_way="email")
        english = {
            text for letter in LETTERS.values() for part in letter.child + letter.adult for text in part.sentences
        }
        for kind in LETTERS:
            for setting in settings_of(kind):
                words = composed(made.case, kind, officer=officer.public_name, setting=setting)
                assert "%(" not in words and "[[[" not in words
                assert not [text for text in english if len(text) > 20 and text in words], words
                if script != "LATIN":
                    assert not ENGLISH.findall(NAMES.sub(" ", words)), words
                    assert sum(unicodedata.name(sign, "").startswith(script) for sign in words) > 40
