"""The leaflet: two sides of A5 in large type, with the address as words and as a square that says the same."""

from __future__ import annotations

import io

import pikepdf
import pytest
import zxingcpp
from flask import Flask
from PIL import Image

from tests.gates.lens import Lens
from tests.gates.paper import pages, printed_chrome, smallest_print
from tests.people.table import Held
from tests.visitor import Visitor

A5 = 420
"""Points across."""


def test_it_says_where_to_go_and_who_helps(app: Flask) -> None:
    leaflet = Visitor(app).open("/en/leaflet")
    assert "127.0.0.1:5000/en/" in leaflet.text
    assert "0800 1111" in leaflet.text and "999" in leaflet.text
    assert leaflet.page.select_one("span[role=img] svg") is not None
    assert Visitor(app).open("/en/how").page.select_one('a[href="/en/leaflet"]') is not None


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar", "pl"])
def test_it_prints_on_two_sides_of_a5(lens: Lens, held: Held, language: str) -> None:
    page = lens.page
    page.goto(f"{lens.site.address}/{language}/leaflet")
    assert printed_chrome(page) == []
    pdf = page.pdf(prefer_css_page_size=True)
    assert pages(pdf) == 2
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert {round(float(one.mediabox[2])) for one in read.pages} == {A5}
    held("print", smallest_print=smallest_print(page), printed=["leaflet"])


@pytest.mark.browser
def test_the_square_opens_the_address_beside_it(lens: Lens) -> None:
    page = lens.page
    page.goto(f"{lens.site.address}/en/leaflet")
    picture = Image.open(io.BytesIO(page.locator("svg.square").screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == f"http://{page.locator('.leaflet__address').inner_text()}"
