"""`portal officer`: adds, lists and locks the officers of the staff site."""

import click

from portal.commands import in_app


@click.group()
def officer() -> None:
    """Officers of the staff site."""


@officer.command("list")
@in_app
def list_all() -> None:
    """List every officer, locked ones too."""
    from sqlalchemy import select

    from portal.extensions import db
    from portal.records.officers import Officer

    for one in db.session.scalars(select(Officer).order_by(Officer.email)):
        click.echo(f"{one.email:40} {one.name:24} {', '.join(one.roles):32} {'' if one.active else 'locked'}".rstrip())


def add_to(group: click.Group) -> None:
    group.add_command(officer)
