"""`portal officer`: adds, lists, locks and unlocks officers of the staff site; who lost everything begins afresh."""

import sys
from collections.abc import Callable

import click

from portal.commands import Failed, in_app
from portal.domain.access import Role

ROLES = click.Choice([role.value for role in Role])
AT_FIRST_SIGN_IN = "They set up their phone at the first sign-in, and can then choose another password."


@click.group()
def officer() -> None:
    """Officers of the staff site."""


@officer.command()
@click.argument("email")
@click.option("--name", required=True, help="Full name; whoever is named in a complaint never sees it.")
@click.option("--public-name", default="", help="What a child reads; the first name unless given.")
@click.option("--role", "roles", type=ROLES, multiple=True, required=True, help="May be given more than once.")
@click.option("--team", "teams", multiple=True, help="Code of a team in the authority's profile.")
@click.option("--password-from-stdin", is_flag=True, help="Read the first password from standard input.")
@in_app
def add(
    email: str,
    name: str,
    public_name: str,
    roles: tuple[str, ...],
    teams: tuple[str, ...],
    password_from_stdin: bool,
) -> None:
    """Add somebody who may sign in. Without a password one is made and shown once."""
    from portal.services import officers

    _refuse_unknown(teams)
    password = _password(password_from_stdin)
    found = [role for role in Role if role.value in roles]
    try:
        officers.add_officer(email, name, found, password=password, public_name=public_name, teams=teams)
    except (officers.OfficerExists, officers.NotAnOfficer) as wrong:
        raise Failed(str(wrong)) from wrong
    click.echo(f"{name} may sign in as {email.strip().lower()}. {AT_FIRST_SIGN_IN}")
    _show(password, password_from_stdin)


@officer.command("list")
@in_app
def list_all() -> None:
    """List every officer, locked ones too."""
    from portal.services.officers import all_officers

    for one in all_officers():
        phone = "" if one.tf_primary_method else "no phone yet"
        state = phone if one.active else "locked"
        click.echo(f"{one.email:42} {one.name:24} {', '.join(one.roles):32} {state}".rstrip())


@officer.command()
@click.argument("email")
@in_app
def lock(email: str) -> None:
    """End every session of an officer at once and let them sign in no more."""
    from portal.services import officers

    _by_address(officers.lock_officer, email)
    click.echo(f"{email} is locked, and signed out everywhere.")


@officer.command()
@click.argument("email")
@in_app
def unlock(email: str) -> None:
    """Let a locked officer sign in again."""
    from portal.services import officers

    _by_address(officers.unlock_officer, email)
    click.echo(f"{email} may sign in again.")


@officer.command()
@click.argument("email")
@click.option("--password-from-stdin", is_flag=True, help="Read the new password from standard input.")
@in_app
def afresh(email: str, password_from_stdin: bool) -> None:
    """A new first password and a new phone, for somebody who lost both."""
    from portal.services import officers

    password = _password(password_from_stdin)
    try:
        officers.start_afresh(email, password)
    except (officers.NoSuchOfficer, officers.NotAnOfficer) as wrong:
        raise Failed(str(wrong)) from wrong
    click.echo(f"{email} can begin afresh. {AT_FIRST_SIGN_IN}")
    _show(password, password_from_stdin)


def _password(from_stdin: bool) -> str:
    """The password on standard input, or five random words."""
    from portal.domain.references import new_code

    return sys.stdin.readline().rstrip("\r\n") if from_stdin else "-".join(new_code().words)


def _show(password: str, from_stdin: bool) -> None:
    if not from_stdin:
        click.echo(f"First password, shown only now: {password}")


def _refuse_unknown(teams: tuple[str, ...]) -> None:
    from flask import current_app

    known = current_app.extensions["portal.authority"].teams.codes()
    if unknown := [team for team in teams if team not in known]:
        raise Failed(f"there is no team {', '.join(unknown)}; there are {', '.join(known)}")


def _by_address(verb: Callable[[str], None], email: str) -> None:
    from portal.services.officers import NoSuchOfficer

    try:
        verb(email)
    except NoSuchOfficer as wrong:
        raise Failed(str(wrong)) from wrong


def add_to(group: click.Group) -> None:
    group.add_command(officer)
