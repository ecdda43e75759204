"""Addresses of cases, put together once for a whole list of them."""

from collections.abc import Callable

from flask import url_for

_HERE = "HERE"


def case_urls(endpoint: str = "staff_case.case") -> Callable[[str], str]:
    """What gives each case's address of this page."""
    before, after = url_for(endpoint, reference=_HERE).split(_HERE)
    return lambda reference: f"{before}{reference}{after}"
