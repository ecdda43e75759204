"""`portal forget`: lets go of what has had its time; run it every night."""

from pathlib import Path

import click

from portal import clock
from portal.commands import Failed, in_app

LEDGER = click.Path(dir_okay=False, path_type=Path)
WHERE = "File to which what is let go is added, instead of the one in PORTAL_ANCHORS; never beside the backups."
AGAIN = "After restoring a backup: let go again of what this ledger names and the backup brought back."


@click.command()
@click.option("--ledger", type=LEDGER, help=WHERE)
@click.option("--again", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=AGAIN)
@in_app
def forget(ledger: Path | None, again: Path | None) -> None:
    """Let go of what two people agreed to and what nobody has to decide about; list cases whose time has come."""
    from portal.services.erasure_ledger import BadLedger

    try:
        if again:
            _again(again)
        _by_itself()
        _listed()
        _agreed(ledger or _usual())
    except BadLedger as wrong:
        raise Failed(f"{wrong} Nothing was let go by it.") from wrong
    except OSError as wrong:
        raise Failed(f"the ledger cannot be read or written: {wrong}") from wrong


def _again(path: Path) -> None:
    from portal.services.erasure_ledger import let_go_again

    done = let_go_again(path)
    click.echo(
        f"By the ledger: {done.let_go} let go again, {done.gone_already} gone already, {done.not_here} not here."
    )
    if done.failed:
        raise Failed(f"{done.failed} could not be let go again; the log above says why.")


def _by_itself() -> None:
    from portal.services.forgetting_by_itself import forget_by_itself

    gone = forget_by_itself(clock.now())
    click.echo(
        f"By itself: {gone.tidied.drafts} unfinished forms, {gone.tidied.visits} visits, "
        f"{gone.tidied.staff_sessions} sessions of officers, {gone.files} files with a virus, "
        f"names in {gone.names} kind words, {gone.links} links to answers about oneself."
    )


def _listed() -> None:
    """New on the list, and how many wait for whom. No case is named: whoever runs the machine knows none."""
    from portal.services.retaining import propose, standing, sweep

    today = clock.today()
    removed, proposed = sweep(today), propose(today)
    waiting = standing()
    click.echo(
        f"On the list: {len(proposed)} new, {removed} taken off; {waiting.first} wait for somebody to agree, "
        f"{waiting.second} for a second person, {waiting.held} have to be kept."
    )
    for words, number in waiting.kinds:
        click.echo(f"  {words}: {number}")


def _agreed(ledger: Path | None) -> None:
    from portal.extensions import db, empty_log
    from portal.services.erasure_ledger import bring_up_to_date
    from portal.services.forgetting import let_go_agreed
    from portal.services.retaining import standing

    if ledger is None:
        if standing().agreed:
            raise Failed("two people agreed, but nothing goes without a ledger: set PORTAL_ANCHORS, or give --ledger.")
        return
    bring_up_to_date(ledger)  # also what an earlier run let go and could not write down; and whether it can be written
    done = let_go_agreed(clock.today())
    bring_up_to_date(ledger)
    db.session.remove()
    empty_log(db.engine)
    click.echo(f"Let go of {len(done)} cases that two people agreed to.")
    if left := standing().agreed:
        raise Failed(f"{left} more could not be let go; the log above says why. They are tried again next time.")


def _usual() -> Path | None:
    """Where the ledger lies: with the anchors; while developing, beside the database."""
    from flask import current_app

    from portal.services.erasure_ledger import NAME

    settings = current_app.config["PORTAL"]
    folder: Path | None = settings.anchors or (None if settings.production else settings.instance)
    return folder / NAME if folder else None


def add_to(group: click.Group) -> None:
    group.add_command(forget)
