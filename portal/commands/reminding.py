"""`portal remind`: writes the day's reminders; run it every day, and as often as you like."""

import click

from portal.commands import in_app


@click.command()
@in_app
def remind() -> None:
    """Write today’s reminders: to the team, to officers and advocates, and to people whose answer is beyond its day."""
    from portal.services.reminding import remind

    done = remind()
    click.echo(
        f"{done.late} late answers and {done.unseen} unseen cases told to the team, "
        f"{done.digests} lists to officers, "
        f"{done.lapsed} people told that they need not wait."
    )


def add_to(group: click.Group) -> None:
    group.add_command(remind)
