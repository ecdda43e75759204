"""Certificates of disposal: what was let go, when, why, and who agreed; nothing in them names whom it was about."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from portal.clock import in_london
from portal.domain.access import Action
from portal.domain.references import BadReference, parse_reference
from portal.extensions import db
from portal.records.retention import Disposal, certificate_by, certificates
from portal.services import looking
from portal.services.case_writing import NotLikeThis
from portal.services.forgetting import finder
from portal.services.officers import all_officers
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, Section, text
from portal.staff.wrong import say_wrong
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_certificates", __name__, url_prefix="/staff/certificates")

PAGE = 50
PARTS: Mapping[str, Sequence[str]] = {
    "What was told, and how people could be reached": ("told", "contacts", "speakers", "alerts", "drafts"),
    "Children, consent and advocates": (
        "children", "case_who", "consents", "advocate_offers", "advocacy_requests", "advocacy_contacts", "monitoring",
    ),
    "Messages and letters": ("messages", "documents", "printings", "letters", "responses"),
    "Photos, recordings and papers": ("files",),
    "Concerns, statements, findings and reports": (
        "concerns", "concern_outcomes", "overall_outcomes", "statements", "reports", "findings", "recommendations",
        "panels", "appointments", "resolutions", "corrective_actions", "compliments",
    ),
}  # fmt: skip
REST = "Steps, dates and notes"


class FindForm(FlaskForm):
    """The number somebody still has."""

    number = StringField("The number of the case", description="As it stood on its letters, like 7KQM-3W9C.")


@blueprint.get("")
@door(Action.RETENTION)
def every() -> str:
    """Every certificate, the newest first."""
    looking.saw(Action.RETENTION, me().id)
    typed = request.args.get("before", "")
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None
    found = certificates(PAGE + 1, before)
    rows = [Entry(f"Certificate {row.id}", [row.kept_as.label, _done(row)], links=[_open(row)]) for row in found[:PAGE]]
    back = [Link(url_for("staff_retention.every"), "Back to what is kept")]
    return render_template(
        "staff/papers/list.html",
        heading="Certificates",
        sections=[Section("The newest first", rows, back, "Nothing was let go yet.")],
        first_url=url_for("staff_certificates.every") if before else "",
        later_url=url_for("staff_certificates.every", before=found[PAGE - 1].id) if len(found) > PAGE else "",
    )


@blueprint.get("/<int:number>")
@door(Action.RETENTION)
def certificate(number: int) -> str:
    """One certificate, to print."""
    looking.saw(Action.RETENTION, me().id)
    row = db.session.get(Disposal, number)
    if row is None or row.done_at is None:
        abort(404)
    return render_template(
        "staff/retention/certificate.html", number=row.id, rows=_rows(row), gone=_gone(row.erased), again=row.again
    )


@blueprint.route("/find", methods=BOTH)
@door(Action.RETENTION)
def find() -> str | Response:
    """Whether the case that had a number was let go: only whoever still has the number can ask."""
    form = FindForm()
    if form.validate_on_submit():
        try:
            found = certificate_by(finder(parse_reference(text(form.number, 40))))
        except BadReference:
            found = None
        if found is not None:
            return redirect(url_for("staff_certificates.certificate", number=found.id))
        say_wrong(form, NotLikeThis("No case with this number was let go.", "number"))
    return render_template(
        "staff/papers/form.html", form=form, heading="Was a case let go?", press="Look", said="",
        back_url=url_for("staff_retention.every"),
    )  # fmt: skip


def _rows(row: Disposal) -> list[tuple[str, str]]:
    names = {one.id: one.name for one in all_officers()}
    agreed = [
        f"{names.get(number, 'Somebody') if number else 'Somebody'}, on {day_and_year(in_london(at).date())}"
        for number, at in ((row.first_by, row.first_at), (row.second_by, row.second_at))
        if at
    ]
    return [
        ("What it was", row.kept_as.label),
        ("Why it was kept until then", row.why),
        ("It could go from", day_and_year(row.until)),
        ("Agreed first", agreed[0] if agreed else ""),
        ("Agreed second", agreed[1] if len(agreed) > 1 else ""),
        ("Let go", _done(row)),
        ("Fingerprint of its number", (row.finder or b"").hex()),
    ]


def _gone(erased: Mapping[str, int]) -> list[tuple[str, int]]:
    """How many records of each sort went."""
    named = {table for tables in PARTS.values() for table in tables}
    sums = [(words, sum(erased.get(table, 0) for table in tables)) for words, tables in PARTS.items()]
    rest = sum(number for table, number in erased.items() if table not in named)
    return [(words, number) for words, number in (*sums, (REST, rest)) if number]


def _done(row: Disposal) -> str:
    return day_and_year(in_london(row.done_at).date()) if row.done_at else ""


def _open(row: Disposal) -> Link:
    return Link(url_for("staff_certificates.certificate", number=row.id), "Open it")
