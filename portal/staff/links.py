"""Addresses of cases, put together once for a whole list of them."""

from flask import g, url_for

_HERE = "HERE"


def case_url(reference: str, endpoint: str = "staff_case.case") -> str:
    """The address of a page of this case."""
    known: dict[str, str] = g.setdefault("case_urls", {})
    if endpoint not in known:
        known[endpoint] = url_for(endpoint, reference=_HERE)
    return known[endpoint].replace(_HERE, reference)
