"""What a case is about: writing concerns down, changing, splitting and merging them; exactly one is the primary one."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import func, select

from portal import clock
from portal.domain.authority import Authority
from portal.domain.findings import StatutoryFunction
from portal.domain.taxonomy import Term, TermNotValid, Terms, UnknownTerm
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import Concern, ConcernOutcome, concerns_of
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing

FIRST_MONTH = 4
"""A reporting year begins in April and is named for the calendar year it begins in."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of one concern. `subcategory` stands below `category` in the council's own list."""

    words: str
    category: str
    subcategory: str = ""
    function: str = ""
    team: str = ""


def year_of(case: Case) -> int:
    """The reporting year whose lists hold for a case: the one in which its clocks began."""
    day = case.effective_on
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def add(case_id: int, officer_id: int, head: Head) -> int:
    """Write down one more concern and return its number; the first is the primary one. Raises `NotLikeThis`."""
    with changing(case_id) as case:
        first = not concerns_of(case.id)
        number = _written(case, head, primary=first).number
        by_team(case, Happening.CONCERN_RECORDED, officer_id, f"Concern {number}")
    return number


def change(case_id: int, officer_id: int, number: int, head: Head) -> None:
    """Put a concern right. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        concern = standing(case.id, number)
        _refuse(case, head)
        _fill(concern, head)
        by_team(case, Happening.CONCERN_CHANGED, officer_id, f"Concern {number}")


def make_primary(case_id: int, officer_id: int, number: int) -> None:
    """Make this the one concern under which the case is counted. Raises `NotThere`."""
    with changing(case_id) as case:
        standing(case.id, number)
        for concern in concerns_of(case.id):
            concern.primary = concern.number == number
        by_team(case, Happening.CONCERN_CHANGED, officer_id, f"Concern {number} is the primary one")


def split(case_id: int, officer_id: int, number: int, parts: Sequence[str]) -> list[int]:
    """End a concern and put several in its place, each with some of its words and all else the same.

    Returns their numbers. Raises `NotThere`, or `NotLikeThis` for fewer than two parts or once it has an outcome.
    """
    with changing(case_id) as case:
        old = standing(case.id, number)
        if len(parts) < 2:
            raise NotLikeThis("Write at least two concerns, one in each box.", "first")
        heads = [
            Head(words, old.category, old.subcategory or "", old.function or "", old.team or "") for words in parts
        ]
        made = [
            _written(case, head, primary=old.primary and place == 0, fresh=False) for place, head in enumerate(heads)
        ]
        _end(old)
        numbers = [concern.number for concern in made]
        by_team(case, Happening.CONCERN_SPLIT, officer_id, f"Concern {number} became {_listed(numbers)}")
    return numbers


def merge(case_id: int, officer_id: int, number: int, others: Sequence[int]) -> None:
    """Put other concerns into this one: their words come after its own, and they end.

    Raises `NotThere`, or `NotLikeThis` when one of them has an outcome, which would be lost.
    """
    with changing(case_id) as case:
        kept = standing(case.id, number)
        if not others or number in others:
            raise NotLikeThis("Pick at least one other concern to put into this one.", "others")
        gone = [standing(case.id, other) for other in others]
        kept.words = "\n\n".join([kept.words, *(concern.words for concern in gone)])
        kept.primary = kept.primary or any(concern.primary for concern in gone)
        for concern in gone:
            _end(concern)
        by_team(case, Happening.CONCERNS_MERGED, officer_id, f"Concern {_listed(list(others))} into {number}")


def standing(case_id: int, number: int) -> Concern:
    """The concern with this number that was not split or merged away. Raises `NotThere`."""
    mine = (Concern.case_id == case_id, Concern.number == number, Concern.ended_at.is_(None))
    found = db.session.scalar(select(Concern).where(*mine))
    if found is None:
        raise NotThere(f"concern {number}")
    return found


def term_in(terms: Terms, code: str, year: int) -> Term | None:
    """The term of a list in this reporting year; None when the list does not have it then."""
    try:
        return terms.term(code, year)
    except (UnknownTerm, TermNotValid):
        return None


def _written(case: Case, head: Head, *, primary: bool, fresh: bool = True) -> Concern:
    if fresh:  # parts of an older concern keep a category that this year's list may no longer have
        _refuse(case, head)
    last = db.session.scalar(select(func.max(Concern.number)).where(Concern.case_id == case.id)) or 0
    concern = Concern(case_id=case.id, number=last + 1, primary=primary, recorded_at=clock.now())
    _fill(concern, head)
    db.session.add(concern)
    db.session.flush()
    return concern


def _fill(concern: Concern, head: Head) -> None:
    concern.words = head.words
    concern.category, concern.subcategory = head.category, head.subcategory or None
    concern.function, concern.team = head.function or None, head.team or None


def _end(concern: Concern) -> None:
    if db.session.scalar(select(ConcernOutcome.id).where(ConcernOutcome.concern_id == concern.id).limit(1)):
        raise NotLikeThis(f"Concern {concern.number} has an outcome already, so it has to stay as it is.")
    concern.ended_at, concern.primary = clock.now(), False


def _refuse(case: Case, head: Head) -> None:
    council: Authority = current_app.extensions["portal.authority"]
    year = year_of(case)
    if not head.words:
        raise NotLikeThis("Write the concern in the person's own words.", "words")
    top = term_in(council.categories, head.category, year)
    if top is None or top.parent:
        raise NotLikeThis("Pick what it is about from the list.", "about")
    below = term_in(council.categories, head.subcategory, year) if head.subcategory else None
    if head.subcategory and (below is None or below.parent != head.category):
        raise NotLikeThis("The closer description does not belong to what it is about.")
    if head.team and term_in(council.teams, head.team, year) is None:
        raise NotLikeThis("Pick a team from the list.", "team")
    if head.function and head.function not in set(StatutoryFunction):
        raise NotLikeThis("Pick a function from the list.")


def _listed(numbers: Sequence[int]) -> str:
    return " and ".join(
        [", ".join(str(one) for one in numbers[:-1]), str(numbers[-1])] if numbers[1:] else [str(numbers[0])]
    )
