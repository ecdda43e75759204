"""The words of a year's report: which sections are written, what guidance asks for and is missing, and the writing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import TextAreaField
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action
from portal.domain.annual_checklist import looked_through
from portal.domain.bank_holidays import FIRST_SURE_DAY
from portal.domain.narrative import BY_ID, SECTIONS, Section, said
from portal.domain.tables.report import NothingToReport
from portal.domain.tables.shape import Report
from portal.domain.years import NotAYear, ReportingYear
from portal.records.report_blocks import ReportBlock, blocks_of, versions_of
from portal.services import looking, writing_report
from portal.services.conflicts import concerned_of
from portal.services.reporting import PUBLIC, make_report
from portal.services.writing_report import MOST, Offered
from portal.staff.due import short
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, kept, text
from portal.staff.papers import Section as Card
from portal.staff.report_asking import FORMS, Wanted
from portal.web.doors import door
from portal.web.fields import Ticks
from portal.web.text import authority

blueprint = Blueprint("staff_report_words", __name__, url_prefix="/staff/report-words/<year>")

HINT = "No names, and nothing by which somebody could be known: this is published. An empty line begins a paragraph."
FIGURES = "The figures say this by themselves, so there is no need to type it: "
NOBODY = "There is a table for it, “{}”, but nobody recorded an answer."


class WordsForm(FlaskForm):
    """One section."""

    words = TextAreaField("What stands in this section", description=HINT)


class QuotesForm(FlaskForm):
    """Which kind words stand in the report."""

    quotes = Ticks("Kind words to quote", coerce=int, validate_choice=False)


@blueprint.get("")
@door(Action.COUNT)
def sections(year: str) -> str:
    """Every section with whether it is written, and the checklist."""
    which = _year(year)
    looking.saw(Action.COUNT, me().id)
    blocks, made = blocks_of(which.starts), _published(_made(which))
    return render_template(
        "staff/papers/list.html",
        heading=f"The words of the report {which}",
        sections=[
            Card("Sections", [_section(which, one, blocks.get(one.id)) for one in SECTIONS], _quotes_link(which)),
            Card("The whole report", [], _papers(which), "With every table, as far as it is written."),
            Card("What guidance says an annual report covers", list(_checked(made, blocks))),
        ],
    )


@blueprint.route("/<section>/<int:begun>", methods=BOTH)
@door(Action.WRITE_YEAR)
def write(year: str, section: str, begun: int) -> str | Response:
    """One section; `begun` is the version on the screen, so that nobody writes over somebody else's words."""
    which, about = _year(year), _about(section)
    last = blocks_of(which.starts).get(section)
    form = WordsForm(data={"words": last.text if last else ""})
    if not form.is_submitted() and begun != _number(last):
        return redirect(_write_url(which, about, last))

    def verb() -> None:
        writing_report.write_section(which, section, me().id, text(form.words, MOST + 1), begun)

    back = url_for("staff_report_words.sections", year=year)
    return kept(form, verb, f"“{about.title}” is kept.", back) or render_template(
        "staff/papers/form.html",
        form=form,
        heading=f"{about.title}, {which}",
        press="Keep it",
        back_url=back,
        said=[about.asks, *_figures(which, about)],
    )


@blueprint.get("/<section>/versions")
@door(Action.WRITE_YEAR)
def versions(year: str, section: str) -> str:
    """What stood in a section before."""
    which, about = _year(year), _about(section)
    found = versions_of(which.starts, section)
    entries = [Entry(f"{short(clock.in_london(one.at).date())}, {name}", quote=one.text) for one, name in found]
    back = [Link(url_for("staff_report_words.sections", year=year), "Back to the sections")]
    return render_template(
        "staff/papers/list.html",
        heading=f"{about.title}, {which}: earlier versions",
        sections=[Card("The newest first", entries, back)],
    )


@blueprint.route("/quotes", methods=BOTH)
@door(Action.WRITE_YEAR)
def quotes(year: str) -> str | Response:
    """The kind words of the year that may be quoted, and which of them are."""
    which = _year(year)
    offered = _shown(which)
    form = QuotesForm(data={"quotes": [one.compliment_id for one in offered if one.chosen]})
    form.quotes.choices = [SelectChoice(one.compliment_id, one.words) for one in offered]

    def verb() -> None:
        shown = [one.compliment_id for one in offered]
        writing_report.choose_quotes(which, me().id, shown, [int(one) for one in form.quotes.data or []])

    back = url_for("staff_report_words.sections", year=year)
    none = "Nobody has agreed to be quoted this year, or names stand in their words."
    return kept(form, verb, "The quotes are kept.", back) or render_template(
        "staff/papers/form.html", form=form, heading=f"Kind words in the report {which}",
        press="Keep them" if offered else "", back_url=back,
        said="Only words whose sender agreed, and in which no name is left." if offered else none,
    )  # fmt: skip


def _figures(year: ReportingYear, about: Section) -> list[str]:
    made = _made(year)
    found = said(about.sentences, made) if made else ()
    return [FIGURES + " ".join(found)] if found else []


def _shown(year: ReportingYear) -> list[Offered]:
    """The quotes that do not come from a case that may be about this officer."""
    offered = writing_report.quotes_offered(year)
    hidden = concerned_of([one.case_id for one in offered], me().name)
    return [one for one in offered if one.case_id not in hidden]


def _section(year: ReportingYear, about: Section, block: ReportBlock | None) -> Entry:
    done = bool(block and block.text)
    links = []
    if me().may(Action.WRITE_YEAR):
        links = [Link(_write_url(year, about, block), "Change it" if done else "Write it")]
        if block:
            address = url_for("staff_report_words.versions", year=str(year), section=about.id)
            links.append(Link(address, "Earlier versions"))
    tag = (f"Written {short(clock.in_london(block.at).date())}", "green") if done and block else ("Empty", "grey")
    return Entry(about.title, [about.asks], tags=[tag], links=links)


def _checked(made: Report | None, blocks: Mapping[str, ReportBlock]) -> Iterator[Entry]:
    titles = {table.id: table.title for table in made.tables} if made else {}
    for one in looked_through(made, {id_ for id_, block in blocks.items() if block.text}):
        where = [f"Table: {titles[id_]}" for id_ in one.tables] + [
            f"Section: {BY_ID[id_].title}" for id_ in one.sections
        ]
        hint = f"Write it under: {' or '.join(BY_ID[id_].title for id_ in one.item.sections)}"
        empty = [titles[id_] for id_ in one.item.tables if id_ in titles]
        bare = NOBODY.format(empty[0]) if empty else "No table of the published report has it."
        missing = hint if one.item.sections else bare
        yield Entry(one.item.title, where or [missing], tags=[("There", "green") if one.there else ("Missing", "red")])


def _made(year: ReportingYear) -> Report | None:
    """The report as staff see it."""
    try:
        return make_report(year)
    except NothingToReport:
        return None


def _published(made: Report | None) -> Report | None:
    """As far as its tables are published; what is kept back in them does not matter to whether they are there."""
    own = {wish.id for wish in authority().report}
    return replace(made, tables=tuple(table for table in made.tables if table.id in own)) if made else None


def _quotes_link(year: ReportingYear) -> list[Link]:
    address = url_for("staff_report_words.quotes", year=str(year))
    return [Link(address, "Choose kind words to quote")] if me().may(Action.WRITE_YEAR) else []


def _papers(year: ReportingYear) -> list[Link]:
    """The report to publish as a document, and the way back."""
    wanted = Wanted(year, edition=PUBLIC)
    files = [Link(wanted.address("staff_reports.file", format=form), f"As {FORMS[form]}") for form in ("docx", "pdf")]
    return [*files, Link(wanted.address("staff_reports.reports"), "On the page")]


def _write_url(year: ReportingYear, about: Section, block: ReportBlock | None) -> str:
    return url_for("staff_report_words.write", year=str(year), section=about.id, begun=_number(block))


def _number(block: ReportBlock | None) -> int:
    return block.id if block else 0


def _about(section: str) -> Section:
    return BY_ID.get(section) or abort(404)


def _year(written: str) -> ReportingYear:
    try:
        year = ReportingYear.read(written)
    except NotAYear:
        abort(404)
    return year if year.starts >= FIRST_SURE_DAY.year else abort(404)
