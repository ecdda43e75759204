"""The statement of complaint in its versions, the teams a case concerns, and the cases it belongs with."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from flask import current_app
from sqlalchemy import delete

from portal import clock
from portal.domain.authority import Authority
from portal.domain.references import format_reference
from portal.domain.words import Happening, Worded
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import CaseLink, CaseTeam, Statement, links_of, statements_of
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.concerns import term_in, year_of


class LinkKind(Worded):
    """Why two cases belong together."""

    SIBLINGS = "siblings", "About brothers or sisters"
    SAME_MATTER = "same_matter", "About the same matter"
    SAME_PERSON = "same_person", "From the same person"


class Said(Enum):
    """Whether the person agreed with the words of a statement when it was written down."""

    AGREED = True
    NOT_YET = False


def write_statement(case_id: int, officer_id: int, words: str, said: Said = Said.NOT_YET) -> int:
    """Keep a new version of the statement and return its number; older versions stay. Raises `NotLikeThis`."""
    if not words:
        raise NotLikeThis("Write what the complaint is about and what the person wants.", "words")
    with changing(case_id) as case:
        version = len(statements_of(case.id)) + 1
        agreed = clock.today() if said is Said.AGREED else None
        row = Statement(
            case_id=case.id, version=version, written_at=clock.now(), officer_id=officer_id, agreed_on=agreed
        )
        row.words = words
        db.session.add(row)
        by_team(case, Happening.STATEMENT_WRITTEN, officer_id, f"Version {version}")
        if agreed:
            by_team(case, Happening.STATEMENT_AGREED, officer_id, f"Version {version}")
    return version


def agree_statement(case_id: int, officer_id: int, on: date) -> None:
    """The person agreed to the newest version on this day. Raises `NotThere`, or `NotLikeThis` for a day ahead."""
    if on > clock.today():
        raise NotLikeThis("The day they agreed cannot lie ahead.")
    with changing(case_id) as case:
        newest = next(iter(statements_of(case.id)), None)
        if newest is None or newest.agreed_on:
            raise NotThere("a statement to agree")
        newest.agreed_on = on
        by_team(case, Happening.STATEMENT_AGREED, officer_id, f"Version {newest.version}")


def set_teams(case_id: int, officer_id: int, primary: str, sharing: Sequence[str]) -> None:
    """Say which team counts the case, and which share it without counting it again. Raises `NotLikeThis`."""
    with changing(case_id) as case:
        council: Authority = current_app.extensions["portal.authority"]
        chosen = list(dict.fromkeys([primary, *sharing]))
        terms = [term_in(council.teams, code, year_of(case)) for code in chosen]
        if not all(terms):
            raise NotLikeThis("Pick teams from the list.", "sharing")
        put_teams(case, chosen)
        by_team(case, Happening.TEAMS_SET, officer_id, ", ".join(term.label for term in terms if term))


def put_teams(case: Case, codes: Sequence[str]) -> None:
    """Put these teams in the place of the old ones, in the caller's transaction; the first counts the case."""
    db.session.execute(delete(CaseTeam).where(CaseTeam.case_id == case.id))
    db.session.add_all(CaseTeam(case_id=case.id, team=code, primary=place == 0) for place, code in enumerate(codes))


def link(case_id: int, officer_id: int, other_id: int, kind: LinkKind) -> None:
    """Say that two cases belong together; both timelines tell of it. Raises `NotLikeThis`."""
    with changing(case_id) as case:
        if other_id == case.id:
            raise NotLikeThis("That is this case itself.", "number")
        other = db.session.get_one(Case, other_id)
        if any(other.id in (row.case_id, row.other_id) for row in links_of(case.id)):
            raise NotLikeThis("These two are linked already.", "number")
        first, second = sorted((case.id, other.id))
        db.session.add(CaseLink(case_id=first, other_id=second, kind=kind.value))
        by_team(case, Happening.CASES_LINKED, officer_id, f"{format_reference(other.reference)}: {kind.label}")
        by_team(other, Happening.CASES_LINKED, officer_id, f"{format_reference(case.reference)}: {kind.label}")


def linked(case_id: int) -> list[tuple[Case, LinkKind]]:
    """The cases that belong with this one."""
    rows = links_of(case_id)
    others = [(row.other_id if row.case_id == case_id else row.case_id, LinkKind(row.kind)) for row in rows]
    return [(db.session.get_one(Case, number), kind) for number, kind in others]
