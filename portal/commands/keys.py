"""`portal keys`: a new key in the place of one that may have leaked, and the truth about which are still needed."""

import base64
import secrets
from collections.abc import Mapping
from pathlib import Path

import click

from portal.commands import Failed, in_app
from portal.commands.progress import may_be_watched, watched


@click.group()
def keys() -> None:
    """The keys that seal: a new one, what still needs which, and everything made anew with the one that seals now."""


@keys.command()
@in_app
def make() -> None:
    """Print a new key, to be put into PORTAL_DATA_KEYS; docs/keys.md says in which order."""
    from flask import current_app

    number = max(current_app.config["PORTAL"].data_keys) + 1
    click.echo(f"{number}:{base64.b64encode(secrets.token_bytes(32)).decode()}")


@keys.command("list")
@may_be_watched
@in_app
def list_(progress: bool | None) -> None:
    """Count what needs which key."""
    from portal.records.sealing import keyring
    from portal.services.renewing import needed

    ring = keyring()
    with watched(progress):
        amounts = needed()
    for number in sorted({*ring.numbers, *amounts}):
        now = " (seals now)" if number == ring.current else "" if number in ring else " (NOT HERE)"
        click.echo(f"Key {number}{now}: {told(amounts.get(number, {})) or 'nothing needs it'}.")


@keys.command()
@may_be_watched
@in_app
def renew(progress: bool | None) -> None:
    """Make everything anew with the key that seals now; may be stopped at any moment and run again."""
    from portal.records.sealing import keyring
    from portal.services.anchoring import BadAnchor
    from portal.services.renewing import make_anew

    try:
        with watched(progress):
            done = make_anew(_anchors())
    except (BadAnchor, OSError) as wrong:
        raise Failed(str(wrong)) from wrong
    ring = keyring()
    click.echo(f"Made anew with key {ring.current}: {done.number:,}.")
    for number, amounts in done.left.items():
        gone = "" if number in ring else ", which is NOT HERE,"
        click.echo(f"Key {number}{gone} is still needed by {told(amounts)}.")
    for where, number in done.closed.items():
        click.echo(f"None of the keys opens {number:,} of {where}.")
    if done.audit:
        click.echo(f"The audit is not as it was written, so nobody can vouch for it: {done.audit}")
    if not done.whole:
        raise Failed("not everything was made anew: keep the old key, see to what is named, and run this again.")
    _let_go(sorted(ring.numbers - {ring.current}))


def _let_go(old: list[int]) -> None:
    for number in old:
        click.echo(f"Nothing needs key {number} any more, counted just now.")
    if old:
        click.echo(
            "If every process was started since the new key seals, take the old one out of PORTAL_DATA_KEYS, start "
            "them again and run `portal check`. Older backups can still be opened with it."
        )


def _anchors() -> Mapping[int, bytes]:
    from flask import current_app

    from portal.services.anchoring import anchors_in

    folder: Path | None = current_app.config["PORTAL"].anchors
    return anchors_in(folder) if folder else {}


def told(amounts: Mapping[tuple[str, str], int]) -> str:
    """These amounts in words."""
    return ", ".join(f"{number:,} {one if number == 1 else many}" for (one, many), number in sorted(amounts.items()))


def add_to(group: click.Group) -> None:
    group.add_command(keys)
