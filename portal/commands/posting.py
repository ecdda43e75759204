"""`portal post`: sends the letters that wait, once or for ever."""

import click

from portal.commands import in_app


@click.command()
@in_app
def post() -> None:
    """Send the letters that are waiting."""
    from portal.services.posting import post_waiting

    click.echo(str(post_waiting()))


def add_to(group: click.Group) -> None:
    group.add_command(post)
