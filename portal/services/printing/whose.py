"""Whose report it is, in the council's own name."""

from flask import current_app

from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.tables.shape import Report


def council_of(report: Report) -> str:
    """The name of the council, be it the portal's own or another that was asked for."""
    own: Authority = current_app.extensions["portal.authority"]
    return own.name if own.code == report.authority else load(report.authority).name
