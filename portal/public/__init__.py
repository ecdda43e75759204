"""The site for children and families: a journey a module, each with its pages and its wording."""

from flask import Flask


def open_site(app: Flask) -> None:
    """Serve the public site."""
    from portal.public import (
        adult,
        advocacy,
        easy,
        equality,
        home,
        information,
        kind_words,
        leaflet,
        leaving,
        saved,
        tracking,
        young_person,
    )

    for module in (
        home,
        young_person,
        easy,
        adult,
        kind_words,
        advocacy,
        saved,
        tracking,
        information,
        leaflet,
        leaving,
    ):
        app.register_blueprint(module.blueprint)
    for blueprint in equality.blueprints:
        app.register_blueprint(blueprint)
