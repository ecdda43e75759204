"""Putting a case together with another of the same person about the same thing; the other one goes on."""

from portal.domain.references import format_reference
from portal.domain.spellings import SPELLINGS
from portal.domain.stage_words import Fact
from portal.domain.words import Happening, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import CaseLink, links_of
from portal.services.case_writing import NotLikeThis, by_team, changing
from portal.services.stage_facts import Given
from portal.services.stating import LinkKind
from portal.services.stepping import go

OVER = frozenset({State.WITHDRAWN})
"""Where nothing can be put into a case any more."""


def join(case_id: int, officer_id: int, other_id: int, reason: str, words: str) -> None:
    """End this case in the other one and tell the person which number to use. Raises `NotLikeThis`."""
    with changing(case_id) as case:
        other = db.session.get_one(Case, other_id)
        refuse(case, other)
        number = format_reference(other.reference)
        if number not in words:
            raise NotLikeThis(f"Tell them which number to use from now on: {number}.", "words")
        given = Given(reason=f"{number}: {reason}" if reason else "", words=words,
                      confirmed=frozenset({Fact.SAME_PERSON_SAME_ISSUE}))  # fmt: skip
        go(case, officer_id, "merge", given)
        _link(case, other)
        by_team(other, Happening.CASES_LINKED, officer_id, f"{format_reference(case.reference)} was put into this one")


def refuse(case: Case, other: Case) -> None:
    """Say why these two cannot be put together. Raises `NotLikeThis`."""
    if other.id == case.id:
        raise NotLikeThis("That is this case itself.", "number")
    if other.step == "merged":
        raise NotLikeThis("That case was itself put together with another one. Use the number of that one.", "number")
    if other.state in OVER:
        raise NotLikeThis("That case was taken back, so nothing would happen with this one.", "number")
    if may_be_same(case, other) is False:
        raise NotLikeThis("The two came from different people. Link them, so that each gets an answer.", "number")


def may_be_same(case: Case, other: Case) -> bool | None:
    """Whether both came from the same person: yes, no, or None where too little is known to tell."""
    pairs = [(case.contact.found_by(kind), other.contact.found_by(kind)) for kind in SPELLINGS]
    known = [mine == theirs for mine, theirs in pairs if mine and theirs]
    return any(known) if known else None


def _link(case: Case, other: Case) -> None:
    if any(other.id in (row.case_id, row.other_id) for row in links_of(case.id)):
        return
    first, second = sorted((case.id, other.id))
    db.session.add(CaseLink(case_id=first, other_id=second, kind=LinkKind.SAME_PERSON.value))
