"""Compliments and comments: where they come from, whether they may be quoted, and passing them on with one action."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.compliments import PraiseFor, Source
from portal.domain.words import Happening, Kind
from portal.extensions import db
from portal.records.cases import Case
from portal.records.compliments import Compliment, compliment_of
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.concerns import term_in, year_of
from portal.services.stating import put_teams
from portal.services.writing_letters import write_team_letter

KINDS = frozenset({Kind.COMPLIMENT, Kind.COMMENT})


@dataclass(frozen=True, slots=True)
class Praise:
    """What is recorded at entry; `may_quote` is None where nobody has asked."""

    source: Source
    categories: Sequence[PraiseFor]
    team: str = ""
    worker: str = ""
    quote: str = ""
    may_quote: bool | None = None


def describe(case_id: int, officer_id: int, praise: Praise) -> None:
    """Keep where a compliment or a comment comes from and what it praises. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        _refuse(case, praise)
        row = compliment_of(case.id) or Compliment(case_id=case.id)
        row.source, row.categories = praise.source.value, [one.value for one in praise.categories]
        row.team, row.may_quote = praise.team or None, praise.may_quote
        row.texts = {"worker": praise.worker, "quote": praise.quote}
        db.session.add(row)
        if praise.team:
            put_teams(case, [praise.team])
        by_team(case, Happening.COMPLIMENT_RECORDED, officer_id, praise.source.label)


def _refuse(case: Case, praise: Praise) -> None:
    council: Authority = current_app.extensions["portal.authority"]
    if case.kind not in KINDS:
        raise NotThere("a compliment or a comment")
    if case.kind is Kind.COMPLIMENT and not praise.categories:
        raise NotLikeThis("Pick what is praised.")
    if praise.team and term_in(council.teams, praise.team, year_of(case)) is None:
        raise NotLikeThis("Pick a team from the list.", "team")
    if praise.quote and praise.may_quote is not True:
        raise NotLikeThis("Keep words to quote only when the person agreed to be quoted.")


def pass_on(case: Case, officer_id: int) -> None:
    """Pass it to the mailboxes the council's rules name, in the step's transaction. Raises `NotLikeThis`."""
    row = compliment_of(case.id)
    if row is None:
        raise NotLikeThis("Record first where it comes from.")
    row.shared_at = clock.now()
    council: Authority = current_app.extensions["portal.authority"]
    told = write_team_letter(case, "team_compliment")
    labels = (council.mailboxes[one.mailbox].label or one.address for one in told)
    by_team(case, Happening.SHARED_WITH_SERVICE, officer_id, ", ".join(labels))
