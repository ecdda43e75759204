"""`portal report`: the tables of a year, as JSON, HTML, PDF, Word, spreadsheet or CSV."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from portal.commands import Failed, in_app
from portal.commands.progress import may_be_watched, watched

FORMS = ("json", "html", "pdf", "docx", "xlsx", "ods", "csv")


@click.command("report")
@click.argument("year")
@click.option("--authority", default="", help="The council whose report it is; that of the cases here if left out.")
@click.option("--quarter", type=click.IntRange(1, 4), help="One quarter of the year only.")
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="As things stood at the end of this day.")
@click.option("--edition", type=click.Choice(["internal", "public"]), default="internal", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMS), default="json", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; otherwise it is printed.")
@may_be_watched
@in_app
def report(form: str, out: Path | None, progress: bool | None, **asked: Any) -> None:
    """Make the report of a YEAR such as 2018-19: 1 April to 31 March."""
    if out is None and form not in ("json", "html"):
        raise Failed(f"say with --out where the {form} goes.")
    with watched(progress):
        content = _made(form, **asked)
    if out is None:
        click.echo(content.decode(), nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as wrong:
        raise Failed(f"cannot write {out}: {wrong.strerror}") from wrong
    zipped = " It is a zip with a CSV file for each table." if form == "csv" and out.suffix != ".zip" else ""
    click.echo(f"Written to {out}.{zipped}")


def _made(form: str, year: str, as_at: datetime | None, **asked: Any) -> bytes:
    from portal.authorities import BadProfile, UnknownAuthority
    from portal.domain.bank_holidays import BeyondKnownHolidays
    from portal.domain.disclosure.risk_classes import CannotBeProtected
    from portal.domain.tables.report import NothingToReport
    from portal.domain.years import NotAYear, ReportingYear
    from portal.services.printing import FORMATS
    from portal.services.progress import say
    from portal.services.reporting import make_report
    from portal.services.typesetting import NoFont
    from portal.services.whose import OthersCases

    try:
        made = make_report(ReportingYear.read(year), as_at=as_at.date() if as_at else None, **asked)
        say(f"Making the {form}")
        return FORMATS[form][0](made)
    except NoFont as missing:
        raise Failed(f"the font {missing} is needed for a PDF.") from missing
    except (
        NotAYear, NothingToReport, UnknownAuthority, BadProfile, BeyondKnownHolidays, CannotBeProtected, OthersCases,
    ) as wrong:  # fmt: skip
        raise Failed(str(wrong.args[0]) if isinstance(wrong, LookupError) and wrong.args else str(wrong)) from wrong


def add_to(group: click.Group) -> None:
    group.add_command(report)
