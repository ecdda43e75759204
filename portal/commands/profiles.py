"""`portal authority`: lists the councils that are shipped, shows one, and names the faulty line of a profile."""

from pathlib import Path

import click

from portal import authorities
from portal.commands import Failed


@click.group()
def authority() -> None:
    """The councils' profiles."""


@authority.command("list")
def list_all() -> None:
    """List the councils that are shipped."""
    for code in authorities.codes():
        click.echo(f"{code:28} {authorities.load(code).name}")


@authority.command()
@click.argument("which")
def load(which: str) -> None:
    """Show what the portal reads from the profile with this code, or in this TOML file."""
    try:
        council = authorities.load(which)
    except authorities.UnknownAuthority as wrong:
        raise Failed(str(wrong)) from wrong
    except authorities.BadProfile as wrong:
        for fault in wrong.faults:
            click.echo(str(fault), err=True)
        raise Failed(f"{which} has {_faults(len(wrong.faults))}.") from wrong
    click.echo(f"{council.name} ({council.code}), {council.department}")
    click.echo(f"languages     {', '.join(council.languages)}")
    click.echo(f"teams         {len(council.teams.codes())}, categories {len(council.categories.codes())}")
    click.echo(f"letters to    {', '.join(box.address for box in council.mailboxes.values())}")
    click.echo(f"rules         {len(council.routing)}")
    for title, found in (
        ("not confirmed", [promise.code for promise in authorities.promises_unconfirmed(council)]),
        ("placeholders", list(authorities.placeholder_addresses(council))),
        ("not known", list(authorities.unknown_contacts(council))),
    ):
        click.echo(f"{title:14}{', '.join(found) or 'none'}")
    click.echo(f"To use it: PORTAL_AUTHORITY={which}")


@authority.command()
@click.argument("which", nargs=-1)
def check(which: tuple[str, ...]) -> None:
    """Check profiles by code or path, all of them unless some are named; each fault is told as file:line."""
    found = 0
    for code in which or authorities.codes():
        try:
            faults = authorities.check(code)
        except authorities.UnknownAuthority as wrong:
            raise Failed(str(wrong)) from wrong
        for fault in faults:
            click.echo(str(fault), err=True)
        if not faults:
            click.echo(f"{Path(code).name}: nothing wrong")
        found += len(faults)
    if found:
        raise Failed(f"{_faults(found)} found.")


def _faults(count: int) -> str:
    return "1 fault" if count == 1 else f"{count} faults"


def add_to(group: click.Group) -> None:
    group.add_command(authority)
