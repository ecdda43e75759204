"""A number on a page is rung with one press: the link holds its digits and nothing that only the eye needs."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from portal.web.text import dialled
from tests.gates.site import Site


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_rung_is_digits_alone(site: Site, language: str) -> None:
    rung = set()
    for stop in site.chosen:
        client, key = site.app.test_client(), site.prime(stop, language)
        if key:
            client.set_cookie("s", key)
        page = client.get(site.url(stop, language).removeprefix(site.address), follow_redirects=True)
        rung |= {str(link["href"]) for link in BeautifulSoup(page.text, "html.parser").select('a[href^="tel:"]')}
    assert len(rung) > 3
    assert [link for link in rung if not re.fullmatch(r"tel:\+?[0-9]{2,14}", link)] == []


def test_signs_that_keep_a_number_together_are_not_rung() -> None:
    assert dialled("\u20660800\u00a01111\u2069") == "08001111"
