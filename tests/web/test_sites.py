"""A process that serves one site alone serves it whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.app import create_app
from tests.application import make_tables, settings


@pytest.mark.parametrize(
    ("site", "address", "elsewhere"),
    [("staff", "/staff/sign-in", "/en/"), ("public", "/en/help-now", "/staff/sign-in")],
)
def test_each_site_stands_alone(tmp_path: Path, site: str, address: str, elsewhere: str) -> None:
    app = create_app(settings(tmp_path, PORTAL_SITES=site))
    make_tables(app)
    visitor = app.test_client()
    assert visitor.get(address).status_code == 200
    assert visitor.get(elsewhere).status_code == 404
