"""`portal check`: says whether this installation is safe to open to the public."""

import click

from portal.commands import in_app


@click.command()
@in_app
def check() -> None:
    """Is this installation safe to open to the public?"""
    from flask import current_app

    from portal.authorities import promises_unconfirmed

    for promise in promises_unconfirmed(current_app.extensions["portal.authority"]):
        click.echo(f"not confirmed: {promise.sentence}")


def add_to(group: click.Group) -> None:
    group.add_command(check)
