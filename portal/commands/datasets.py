"""`portal import` and `portal export`: the dataset in and out, as a folder or a zip of CSV files."""

from pathlib import Path

import click

from portal.commands import Failed, in_app
from portal.commands.progress import may_be_watched, watched


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--authority", default="", help="Whose cases these are, for a package that does not say so itself.")
@may_be_watched
@in_app
def import_(path: Path, authority: str, progress: bool | None) -> None:
    """Take in a dataset: all of it, or nothing and a list of what is wrong."""
    from portal.authorities import BadProfile, UnknownAuthority
    from portal.domain.dataset.checking import LISTED
    from portal.services.importing import Faulty, take_in
    from portal.services.packages import CannotRead

    try:
        with watched(progress):
            taken = take_in(path, authority)
    except Faulty as refused:
        for fault in refused.faults[:LISTED]:
            click.echo(str(fault), err=True)
        number = len(refused.faults)
        more = f" The first {LISTED} are listed." if number > LISTED else ""
        faults = "1 fault" if number == 1 else f"{number} faults"
        raise Failed(f"nothing was imported: {faults}.{more}") from refused
    except (CannotRead, UnknownAuthority, BadProfile, OSError) as wrong:
        raise Failed(str(wrong)) from wrong
    click.echo(f"Imported {_many(taken.rows, 'row')} with {_many(taken.representations, 'representation')}.")


def _many(number: int, of: str) -> str:
    return f"{number} {of}" if number == 1 else f"{number} {of}s"


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@may_be_watched
@in_app
def export(path: Path, progress: bool | None) -> None:
    """Write the dataset to a folder, or to a file that ends in .zip."""
    from portal.services.exporting import give_out
    from portal.services.whose import council_of

    try:
        with watched(progress):
            give_out(path, council_of().code)
    except OSError as wrong:
        raise Failed(f"cannot write {path}: {wrong.strerror}") from wrong
    click.echo(f"Exported to {path}.")


def add_to(group: click.Group) -> None:
    group.add_command(import_)
    group.add_command(export)
