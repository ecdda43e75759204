"""Kept and let go: which cases may go and why, and the agreement of two people that one of them goes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from flask import Blueprint, abort, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from portal.clock import in_london
from portal.domain.access import Action
from portal.domain.references import format_reference
from portal.extensions import db
from portal.records.cases import Case
from portal.records.retention import Disposal, LegalHold, certificates, disposals_open, held
from portal.services import looking, retaining
from portal.services.conflicts import concerned_of
from portal.services.officers import all_officers
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, Section, kept, pressed
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_retention", __name__, url_prefix="/staff/kept-and-let-go")

LIST = "staff_retention.every"
PAGE, NEWEST = 50, 10
GOES = (
    "What was told, every name, every way to reach somebody, messages, letters, files and notes go for good.",
    "What reports count stays, under another number, so that every report can be printed as it was.",
    "It takes two people. When the second one agrees, it goes with the next run of portal forget, mostly at night.",
    "Until then either of you can take it back, and anybody here can say that it has to be kept.",
)
STANDS = (
    ("Nobody agreed yet", "grey"),
    ("One person agreed", "yellow"),
    ("Two people agreed: it goes tonight", "green"),
)


@blueprint.get("")
@door(Action.RETENTION)
def every() -> str:
    """What may go, what has to be kept, what is gone."""
    looking.saw(Action.RETENTION, me().id)
    found, holds, names = disposals_open(PAGE + 1, _after()), held(), names_of_officers()
    cases = known_cases([*(row.case_id for row in found), *(row.case_id for row in holds)])
    later = found[PAGE - 1] if len(found) > PAGE else None
    return render_template(
        "staff/papers/list.html",
        heading="Kept and let go",
        sections=_sections(found[:PAGE], holds, cases, names),
        first_url=url_for(LIST) if _after() else "",
        later_url=url_for(LIST, after=f"{later.until.isoformat()}_{later.id}") if later else "",
    )


@blueprint.route("/<int:number>/agree", methods=BOTH)
@door(Action.LET_GO)
def agree(number: int) -> str | Response:
    """Agree that it may go, after reading what that means."""
    (row, reference), form, back = waiting(number), FlaskForm(), url_for(LIST)
    done = f"You agreed that {reference} may go."
    return kept(form, lambda: retaining.agree(number, me().id), done, back) or render_template(
        "staff/papers/form.html", form=form, heading=f"Let {reference} go?", press="I agree", back_url=back,
        said=[row.why, *GOES],
    )  # fmt: skip


@blueprint.post("/<int:number>/take-back")
@door(Action.LET_GO)
def take_back(number: int) -> Response:
    """Not so after all."""
    _row, reference = waiting(number)
    return pressed(lambda: retaining.take_back(number, me().id), f"You took it back: {reference} stays.", url_for(LIST))


def waiting(number: int) -> tuple[Disposal, str]:
    """One that waits, with the number of its case; what may be about this officer does not exist."""
    row = db.session.get(Disposal, number)
    cases = known_cases([row.case_id]) if row and row.done_at is None else {}
    if row is None or row.case_id not in cases:
        abort(404)
    return row, format_reference(cases[row.case_id].reference)


def known_cases(numbers: Iterable[int]) -> Mapping[int, Case]:
    """Those of these cases that are not about the officer who looks."""
    wanted = set(numbers)
    rows = db.session.query(Case).where(Case.id.in_(wanted - concerned_of(wanted, me().name)))
    return {row.id: row for row in rows}


def names_of_officers() -> Mapping[int, str]:
    return {one.id: one.name for one in all_officers()}


def since(row: LegalHold, names: Mapping[int, str]) -> list[str]:
    """From when until when it had to be kept, and who said so."""
    said = [f"Since {_day(row.since)}, by {names.get(row.officer_id, '')}"]
    return said + ([f"Until {_day(row.lifted_at)}, by {names.get(row.lifted_by or 0, '')}"] if row.lifted_at else [])


def lifting(row: LegalHold, case: Case) -> Link:
    """The button that lets it go when its time comes."""
    words = f"{format_reference(case.reference)} may go when its time comes"
    return Link(url_for("staff_holds.lift", number=row.id), words, post=True)


def _sections(
    found: Sequence[Disposal], holds: Sequence[LegalHold], cases: Mapping[int, Case], names: Mapping[int, str]
) -> list[Section]:
    may_go = [_proposed(row, cases[row.case_id], names) for row in found if row.case_id in cases]
    kept_on = [
        Entry(
            format_reference(cases[row.case_id].reference),
            [*since(row, names), row.why],
            links=[lifting(row, cases[row.case_id])],
        )
        for row in holds
        if row.case_id in cases
    ]
    gone = [
        Entry(f"Certificate {row.id}", [f"{row.kept_as.label}, let go on {_day(row.done_at)}"], links=[_open(row)])
        for row in certificates(NEWEST)
        if row.done_at
    ]
    keep = [Link(url_for("staff_holds.hold"), "Keep a case whatever its dates say")]
    look = [
        Link(url_for("staff_certificates.every"), "Every certificate"),
        Link(url_for("staff_certificates.find"), "Was a case let go?"),
    ]
    return [
        Section("May go", may_go, empty="Nothing waits. What may go is found every night."),
        Section("Has to be kept", kept_on, keep, "Nothing is kept beyond its time."),
        Section("Let go last", gone, look, "Nothing was let go yet."),
    ]


def _proposed(row: Disposal, case: Case, names: Mapping[int, str]) -> Entry:
    agreed = [(row.first_by, row.first_at), (row.second_by, row.second_at)]
    by = [f"{names.get(one, '')} agreed on {_day(at)}" for one, at in agreed if one and at]
    said = [f"{case.kind.label}. May go since {day_and_year(row.until)}.", row.why, *by]
    return Entry(format_reference(case.reference), said, tags=[STANDS[len(by)]], links=_ways(row, case))


def _ways(row: Disposal, case: Case) -> list[Link]:
    """What this officer can do with it."""
    mine, links = me().id in (row.first_by, row.second_by), list[Link]()
    if not mine and not row.agreed:
        links.append(Link(url_for("staff_retention.agree", number=row.id), "Agree that it may go"))
    links.append(Link(url_for("staff_holds.keep", number=row.id), "It has to be kept"))
    if mine:
        links.append(
            Link(
                url_for("staff_retention.take_back", number=row.id),
                f"Take it back: {format_reference(case.reference)}",
                post=True,
            )
        )
    if me().may(Action.READ_CASE, case):
        links.append(Link(url_for("staff_case.case", reference=case.reference), "Open the case"))
    return links


def _open(row: Disposal) -> Link:
    return Link(url_for("staff_certificates.certificate", number=row.id), "Open it")


def _day(at: datetime) -> str:
    return day_and_year(in_london(at).date())


def _after() -> tuple[date, int] | None:
    """Where the page before ended."""
    until, _, number = request.args.get("after", "").partition("_")
    try:
        return (date.fromisoformat(until), int(number)) if number else None
    except ValueError:
        return None
