"""A letter in any language comes out in letters, and its dates are said as the language says them."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from babel import Locale
from flask import Flask

from portal.services.their_language import dated, runs_right_to_left, speaking, written_out
from portal.services.typesetting import Paper, pdf_of


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
