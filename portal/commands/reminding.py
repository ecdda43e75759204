"""`portal remind`: writes the day's reminders; run it every day, and as often as you like."""

import click

from portal.commands import Failed, in_app


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
    if done.failed:
        raise Failed(f"{done.failed} could not be written; the log above says why. All others were.")


def add_to(group: click.Group) -> None:
    group.add_command(remind)
