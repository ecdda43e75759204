"""Every route names its door: who may come in. The application does not start while one has none."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask

View = TypeVar("View", bound=Callable[..., Any])


class Door(StrEnum):
    """The doors of the public site; the staff site's doors are the actions of `domain.access`."""

    ANYONE = "anyone"  # shows and changes nothing that is anybody's
    WRITER = "writer"  # the visitor's own draft
    CODE_HOLDER = "code_holder"  # a case opened with its number and code
    SIGN_IN = "sign_in"  # the staff site's own sign-in pages
    DEVELOPER = "developer"  # only there in development


class RouteWithoutDoor(Exception):
    """A route says nothing about who may use it."""


def door(name: StrEnum) -> Callable[[View], View]:
    """Mark a view with its door or staff action."""

    def mark(view: View) -> View:
        view.door = name  # type: ignore[attr-defined]  # functions carry attributes
        return view

    return mark


def door_of(app: Flask, endpoint: str) -> StrEnum | None:
    """The door of an endpoint, or None."""
    found: StrEnum | None = getattr(app.view_functions[endpoint], "door", None)
    return found


def check_doors(app: Flask) -> None:
    """Raise `RouteWithoutDoor` naming every route that has none."""
    bare = sorted(
        f"{rule.rule} ({rule.endpoint})" for rule in app.url_map.iter_rules() if door_of(app, rule.endpoint) is None
    )
    if bare:
        raise RouteWithoutDoor(", ".join(bare))
