"""`portal demo`: fills a development database with invented cases, and says how to sign in and what to try."""

import base64
from typing import Any

import click

from portal.commands import Failed, in_app


@click.command()
@in_app
def demo() -> None:
    """Load invented cases, to try the portal with. In development only; safe to repeat."""
    from portal.services import demonstrating

    try:
        added = demonstrating.load_cases()
    except demonstrating.NotInProduction as wrong:
        raise Failed(str(wrong)) from wrong
    click.echo(f"{added} invented cases added." if added else "The invented cases are there already.")
    _tell_cases()
    _tell_officers()


def _tell_cases() -> None:
    from flask import current_app

    from portal.domain.references import format_reference
    from portal.services.demonstrating import to_try

    address = current_app.config["PORTAL"].public_url
    click.echo(f"\nTo see how a complaint goes, open {address} and use one of these numbers and codes:")
    for shown in to_try():
        click.echo(f"  {format_reference(shown.reference)}  {' '.join(shown.code.words):38}  {shown.about}")


def _tell_officers() -> None:
    """Sign-in needs a phone as well; the codes printed here last half a minute, and `portal demo` prints new ones."""
    from flask import current_app

    from portal.services.demonstrating_officers import accounts, keep_phone, phone_of

    security: Any = current_app.extensions.get("security")
    click.echo(f"\nThe staff site is at {current_app.config['PORTAL'].public_url}/staff/. Invented officers:")
    for account in accounts():
        key = base64.b32encode(account.totp_key).decode()
        code = ""
        if security is not None:
            totp = security._totp_factory
            if not phone_of(account):
                keep_phone(account, totp._totp(key=key).to_json(encrypt=True))
            code = totp.generate_totp_password(phone_of(account))
        click.echo(f"  {account.role.label}\n    {account.email}  password {account.password}")
        click.echo(f"    key for an authenticator app {key}" + (f", code just now {code}" if code else ""))
    click.echo("All of this is for this machine only. A new code for an officer: run `portal demo` again.")


def add_to(group: click.Group) -> None:
    group.add_command(demo)
