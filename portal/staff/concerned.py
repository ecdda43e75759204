"""What the page of concerns shows: the concerns, what each stage found, the statement, the teams, linked cases."""

from flask import url_for

from portal.domain.access import Action
from portal.domain.findings import STAGES, Outcome, StatutoryFunction
from portal.domain.references import format_reference
from portal.domain.taxonomy import TermNotValid, Terms, UnknownTerm
from portal.records.concerns import Concern, concerns_of, outcomes_of, statements_of, teams_of
from portal.services.concerns import year_of
from portal.services.conflicts import concerned
from portal.services.deciding import Whole, whole
from portal.services.stating import linked
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import Entry, Link, Section, here, label_of
from portal.web.text import authority


def path_of(terms: Terms, code: str | None) -> str:
    """A term with what it belongs to; a code that the year's list does not have stands for itself."""
    try:
        return ": ".join(term.label for term in terms.path(code or "", year_of(the_case())))
    except (UnknownTerm, TermNotValid):
        return code or ""


def heads() -> Section:
    standing, may = concerns_of(the_case().id), me().may(Action.EDIT_CONCERNS, the_case())
    rows = [
        Entry(
            f"Concern {one.number}",
            [
                path_of(authority().categories, one.subcategory or one.category),
                path_of(authority().teams, one.team) if one.team else "",
                label_of(StatutoryFunction, one.function) if one.function else "",
            ],
            quote=one.words,
            tags=[("Primary", "blue")] if one.primary else [],
            links=_deeds(one, len(standing)) if may else [],
        )
        for one in standing
    ]
    links = [Link(here("staff_concerns.new"), "Write down a concern")] if may else []
    return Section("Concerns", rows, links, "No concern is written down yet.")


def _deeds(one: Concern, standing: int) -> list[Link]:
    links = [Link(here(f"staff_concerns.{what}", number=one.number), words) for what, words in DEEDS]
    if standing < 2:
        return links[:2]
    if one.primary:
        return links
    return [*links, Link(here("staff_concerns.primary", number=one.number), "Make it the primary one", post=True)]


DEEDS = (("change", "Change it"), ("split", "Split it"), ("merge", "Put others into it"))


def outcomes() -> list[Section]:
    """Each stage that found something, and the next that could."""
    case, found, concerns = the_case(), outcomes_of(the_case().id), concerns_of(the_case().id)
    sections = []
    for stage in STAGES if concerns else ():
        all_of_it = whole(case.id, stage)
        if all_of_it is None and stage > 1 and whole(case.id, stage - 1) is None:
            break
        lines = [
            f"Concern {one.number}: {Outcome(code).label if (code := found.get((one.id, stage))) else 'no outcome yet'}"
            for one in concerns
        ]
        said = f"Set by hand: {all_of_it.reason}" if all_of_it and all_of_it.reason else "Follows from the concerns."
        rows = [Entry(all_of_it.outcome.label, [said, *lines])] if all_of_it else []
        sections.append(Section(f"Outcome of Stage {stage}", rows, _decisions(stage, all_of_it)))
    return sections


def _decisions(stage: int, found: Whole | None) -> list[Link]:
    if not me().may(Action.DECIDE_CONCERNS, the_case()):
        return []
    links = [Link(here("staff_deciding.decide", stage=stage), "Record what was found")]
    if found:
        links.append(Link(here("staff_deciding.overall", stage=stage), "Set the whole by hand"))
    if found and found.reason:
        links.append(Link(here("staff_deciding.derive", stage=stage), "Let it follow from the concerns", post=True))
    return links


def statement() -> Section:
    may, versions = me().may(Action.EDIT_CONCERNS, the_case()), statements_of(the_case().id)
    rows = [
        Entry(
            f"Version {one.version}",
            quote=one.words,
            tags=[(f"Agreed {short(one.agreed_on)}", "green") if one.agreed_on else ("Not agreed", "yellow")],
        )
        for one in versions
    ]
    links = [Link(here("staff_stating.statement"), "Write a new version" if rows else "Write the statement")]
    if versions and not versions[0].agreed_on:
        links.append(Link(here("staff_stating.agree"), "The person agreed to it"))
    return Section("Statement of complaint", rows, links if may else [], "No statement is written yet.")


def teams() -> Section:
    rows = [
        Entry(
            path_of(authority().teams, one.team), tags=[("Counts it", "blue") if one.primary else ("Shares it", "grey")]
        )
        for one in teams_of(the_case().id)
    ]
    may = me().may(Action.EDIT_CONCERNS, the_case())
    return Section("Teams", rows, [Link(here("staff_stating.teams"), "Say which teams")] if may else [])


def links() -> Section:
    """Without those that may be about the officer who looks."""
    found = linked(the_case().id)
    hidden = concerned([case for case, _ in found], me().name)
    seen = [(case, kind) for case, kind in found if case.id not in hidden and me().may(Action.READ_CASE, case)]
    rows = [
        Entry(
            format_reference(case.reference),
            [kind.label],
            links=[Link(url_for("staff_case.case", reference=case.reference), "Open it")],
        )
        for case, kind in seen
    ]
    may = me().may(Action.EDIT_CONCERNS, the_case())
    return Section("Linked cases", rows, [Link(here("staff_stating.link"), "Link a case")] if may else [])
