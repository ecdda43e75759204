"""Whose cases are kept here: one council's, so that no report ever counts two councils as one."""

from flask import current_app
from sqlalchemy import select

from portal.authorities import load
from portal.domain.authority import Authority
from portal.extensions import db
from portal.records.cases import Case
from portal.records.dataset import council_of_package

NOBODYS = "example"
"""What a portal belongs to that was not told whose it is."""


class OthersCases(ValueError):
    """The cases that are here are another council's."""


def whose_cases() -> str:
    """The code of the council whose cases are here; empty where this portal was not told whose it is and has none.

    A portal that was told (`PORTAL_AUTHORITY`) has its own council's; another has those of the first package it took.
    """
    own: Authority = current_app.extensions["portal.authority"]
    if own.code != NOBODYS or db.session.scalar(select(Case.id).limit(1)) is not None:
        return own.code
    return council_of_package()


def council_of(authority: str = "") -> Authority:
    """The council with this code, or the one whose cases are here. Raises UnknownAuthority, BadProfile, OthersCases."""
    own: Authority = current_app.extensions["portal.authority"]
    ours = whose_cases()
    asked = authority or ours or own.code
    council = own if asked == own.code else load(asked)
    if ours and asked != ours:
        raise OthersCases(f"The cases here are those of “{ours}”. A report of “{asked}” would count them as its own.")
    return council
