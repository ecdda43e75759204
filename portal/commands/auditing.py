"""`portal audit`: proves that no line of the audit was changed or removed, and writes down where it ends."""

from pathlib import Path

import click

from portal.commands import Failed, in_app

FOLDER = click.Path(file_okay=False, path_type=Path)
WHERE = "Folder of anchors instead of PORTAL_ANCHORS; keep it where nobody can change both it and the database."


@click.group()
def audit() -> None:
    """Who saw and changed what: whether it is still as it was written."""


@audit.command()
@click.option("--anchors", type=FOLDER, help=WHERE)
@in_app
def verify(anchors: Path | None) -> None:
    """Go along the audit from its first line and compare it with the anchors; fails at the first line that is wrong."""
    from portal.services.anchoring import BadAnchor, anchors_in, verify_audit

    folder = _folder(anchors)
    try:
        kept = anchors_in(folder) if folder else {}
    except (BadAnchor, OSError) as wrong:
        raise Failed(str(wrong)) from wrong
    verdict = verify_audit(kept)
    if verdict.broken:
        raise Failed(f"the audit is not as it was written. {verdict.broken}")
    click.echo(f"{verdict.lines} lines, each as it was written; {len(kept)} anchors fit.")
    if not kept:
        click.echo("Without anchors nobody can tell whether lines are missing at the end: see `portal audit anchor`.")


@audit.command()
@click.option("--anchors", type=FOLDER, help=WHERE)
@in_app
def anchor(anchors: Path | None) -> None:
    """Print the anchor of this moment, and add it to today's file in the folder of anchors if one is set."""
    from portal.services import anchoring

    folder = _folder(anchors)
    try:
        words = anchoring.keep_anchor(folder) if folder else anchoring.anchor()
    except OSError as wrong:
        raise Failed(f"the anchor could not be kept: {wrong}") from wrong
    click.echo(words or "The audit is empty, so there is nothing to anchor.")


def _folder(asked: Path | None) -> Path | None:
    from flask import current_app

    chosen: Path | None = current_app.config["PORTAL"].anchors
    return asked or chosen


def add_to(group: click.Group) -> None:
    group.add_command(audit)
