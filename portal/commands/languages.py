"""`portal language`: begins a translation, brings translations up to date with the code, and finds their faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from portal.commands import Failed
from portal.config import PROJECT

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_CHECKED_BY = ("a computer only", "a bilingual worker", "a professional translator and a second reader")


@click.group()
def language() -> None:
    """The languages of the public site and of letters."""


@language.command()
@click.argument("code")
def add(code: str) -> None:
    """Begin the translation into the language with this code: pl, ckb."""
    from portal.services import catalogues

    _in_the_project()
    try:
        path = catalogues.add(code)
    except catalogues.NoSuchLanguage as wrong:
        raise Failed(str(wrong)) from wrong
    click.echo(f"Translate {path.relative_to(PROJECT)}, then see `portal language check {code}`.")
    click.echo("Nobody is offered it until translations/STATUS.toml says so.")


@language.command()
@click.argument("codes", nargs=-1)
def update(codes: tuple[str, ...]) -> None:
    """Collect the texts of the code and bring every language up to date with them, or those named."""
    from portal.services import catalogues

    _in_the_project()
    try:
        for code, missing in catalogues.bring_up_to_date(codes):
            click.echo(f"{code:8}{missing:,} texts to translate")
    except catalogues.NoSuchLanguage as wrong:
        raise Failed(str(wrong)) from wrong


@language.command()
@click.argument("codes", nargs=-1)
def check(codes: tuple[str, ...]) -> None:
    """Find what is wrong with every translation, or with those named, whose missing texts are listed too.

    An offered language must lack nothing.
    """
    from babel.messages.pofile import PoFileError

    from portal.services import catalogues

    template = catalogues.collect()
    wrong = 0
    for code in codes or catalogues.languages():
        try:
            wrong += _check(code, catalogues.catalogue_of(code), template, named=code in codes)
        except (catalogues.NoSuchLanguage, PoFileError) as damaged:
            raise Failed(f"{code}: {damaged}") from damaged
    if wrong:
        raise Failed(f"{wrong:,} faults found." if wrong > 1 else "1 fault found.")


def _check(code: str, catalogue: Catalog, template: Catalog, *, named: bool) -> int:
    from portal.config import translations
    from portal.services.catalogue_faults import faults, lacking

    status = translations().get(code, {"review_level": 0, "offered": False})
    missing, found = lacking(catalogue, template), list(faults(code, catalogue, template))
    if status["offered"]:
        found += [(text, "it is not translated") for text in missing]
    elif named:
        for text in missing:
            click.echo(f"{code}: to translate: {text}")
    for text, what in found:
        click.echo(f"{code}: {what}{f': {text}' if text else ''}", err=True)
    checked = _CHECKED_BY[int(status["review_level"])]
    offered = "offered" if status["offered"] else "not offered"
    click.echo(f"{code:8}{len(missing):,} to translate, {len(found):,} faults; checked by {checked}; {offered}")
    return len(found)


def _in_the_project() -> None:
    if not (PROJECT / "pyproject.toml").exists():
        raise Failed("Translations are made in the project's own folder, not in an installed copy of it.")


def add_to(portal: click.Group) -> None:
    """Put the command where `portal` finds it."""
    portal.add_command(language)
