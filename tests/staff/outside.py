"""Cases in Stage 2 and Stage 3, people on the register, and signing in again, for the pages about them."""

from __future__ import annotations

from flask import Flask

from portal.domain.access import Role
from portal.records.steps import steps_of
from portal.services.concerns import Head, add
from portal.services.independents import enter
from portal.services.officers import all_officers
from tests import makers as make
from tests.services import outsiders
from tests.visitor import Visitor


def standing(app: Flask, step: str, **answers: str | list[str]) -> make.Made:
    """A statutory complaint with one concern, in this place of its procedure."""
    with app.app_context():
        made = make.case(name="Kit", **answers)
        outsiders.stands(made, step)
        add(made.id, make.officer().id, Head("They moved my meeting.", "communication"))
        return made


def on_register(app: Flask, *names: str, **more: object) -> list[int]:
    with app.app_context():
        who = make.officer().id
        return [enter(who, outsiders.known(name, **more)) for name in names]


def of(made: make.Made, page: str = "") -> str:
    return f"/staff/cases/{made.reference}/papers{page}"


def steps_taken(app: Flask, made: make.Made) -> list[str]:
    with app.app_context():
        return [line.event for line in steps_of(made.id)]


def in_again(app: Flask, officer: Visitor, role: Role = Role.INVESTIGATING_OFFICER) -> None:
    """Sign in anew after the night, as the one who holds this role."""
    with app.app_context():
        number = next(one.id for one in all_officers() if one.roles == [role.value])
    make.signed_in(app, number, officer.client)
