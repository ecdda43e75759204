"""The site for children and families: a journey a module, each with its pages and its wording."""

from importlib import import_module

from flask import Flask

MODULES = (
    "home", "young_person", "easy", "adult", "kind_words", "for_child", "advocacy", "saved", "tracking", "sharing",
    "information", "leaflet", "leaving",
)  # fmt: skip
"""Every module of the site that has pages of its own."""


def open_site(app: Flask) -> None:
    """Serve the public site."""
    for name in MODULES:
        app.register_blueprint(import_module(f"portal.public.{name}").blueprint)
    for blueprint in import_module("portal.public.equality").blueprints:
        app.register_blueprint(blueprint)
