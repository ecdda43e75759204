"""How long what people told us is kept once it is over, from which day on it may go, and why (domain notes, part 6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.dates import in_full
from portal.domain.procedures import Procedure
from portal.domain.words import Kind, Worded

LONGEST = 100
"""Years: no council may keep anything longer by its profile."""
QUARANTINED_FOR = timedelta(days=7)
"""How long a file with a virus in it is kept, so that the team can ask for it another way."""


class RetentionClass(Worded):
    """What a case is when it comes to keeping it, as the staff read it."""

    STATUTORY = "statutory", "Statutory complaint"
    OTHER = "other", "Corporate or informal complaint, enquiry or request"
    OMBUDSMAN = "ombudsman", "Complaint that the Ombudsman looked at"
    PRAISE = "praise", "Compliment or comment"
    ADVOCACY = "advocacy", "Request for an advocate"
    ELSEWHERE = "elsewhere", "Not for the complaints procedure, or sent on"


class Ended(Worded):
    """How a case came to its end, in the words of the sentence that says how long it is kept."""

    CLOSED = "closed", "it was closed"
    TAKEN_BACK = "taken_back", "it was taken back"
    ANSWERED = "answered", "anything last happened in it"  # and nobody closed it


@dataclass(frozen=True, slots=True)
class Periods:
    """Whole years, each of which a council may set; the defaults are those of the domain notes."""

    statutory: int = 10
    until_age: int = 25  # a statutory complaint is kept until the youngest child is as old as this, if that is later
    other: int = 6
    ombudsman: int = 10
    praise: int = 3
    praise_names: int = 1  # who sent kind words and whom they praise
    advocacy: int = 3
    elsewhere: int = 3
    unlink: int = 1  # after which what somebody told about themselves no longer points at their complaint

    def of(self, kept_as: RetentionClass) -> int:
        """The years of a class."""
        years: int = getattr(self, kept_as.value)
        return years

    @property
    def shortest(self) -> int:
        """The years before which nothing of any class may go."""
        return min(self.of(one) for one in RetentionClass)


@dataclass(frozen=True, slots=True)
class Over:
    """What decides how long a case is kept, of one that is over."""

    kept_as: RetentionClass
    received_on: date
    over_on: date  # closed or taken back; of an answer that nobody closed the day on which anything last happened
    ended: Ended = Ended.CLOSED
    ages: tuple[int | None, ...] = ()  # of its children in years on the day it came; None: not written down
    ombudsman_on: date | None = None  # the last day of what the Ombudsman did about it


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """The first day on which something may go, and why not sooner, in a sentence for the staff."""

    until: date
    why: str


_BY_PROCEDURE = {
    Procedure.STATUTORY: RetentionClass.STATUTORY,
    Procedure.SAFEGUARDING: RetentionClass.STATUTORY,  # social care keeps its own file; ours is kept as the longest
    Procedure.CORPORATE: RetentionClass.OTHER,
    Procedure.INFORMAL: RetentionClass.OTHER,
    Procedure.ENQUIRY: RetentionClass.OTHER,
    Procedure.MEMBER: RetentionClass.OTHER,
    Procedure.SERVICE_REQUEST: RetentionClass.OTHER,
    Procedure.OMBUDSMAN: RetentionClass.OMBUDSMAN,
    Procedure.COMPLIMENT: RetentionClass.PRAISE,
    Procedure.COMMENT: RetentionClass.PRAISE,
    Procedure.ADVOCACY: RetentionClass.ADVOCACY,
    Procedure.INELIGIBLE: RetentionClass.ELSEWHERE,
    Procedure.ALTERNATIVE_ROUTE: RetentionClass.ELSEWHERE,
}
_BY_KIND = {
    Kind.COMPLIMENT: RetentionClass.PRAISE,
    Kind.COMMENT: RetentionClass.PRAISE,
    Kind.ADVOCACY_REQUEST: RetentionClass.ADVOCACY,
    Kind.ENQUIRY: RetentionClass.OTHER,
    Kind.MEMBER_ENQUIRY: RetentionClass.OTHER,
    Kind.SERVICE_REQUEST: RetentionClass.OTHER,
}
_WITH_CHILDREN = frozenset({RetentionClass.STATUTORY, RetentionClass.OMBUDSMAN})


def class_of(kind: Kind, procedure: Procedure, *, merged: bool = False) -> RetentionClass:
    """What a case is kept as. What nobody gave to a procedure, or put together with another, is kept longest."""
    if merged:
        return RetentionClass.STATUTORY
    return _BY_PROCEDURE.get(procedure) or _BY_KIND.get(kind, RetentionClass.STATUTORY)


def kept_until(over: Over, periods: Periods) -> Kept:
    """From which day on a case that is over may be let go, and the reason that reaches furthest."""
    return max(_reasons(over, periods))


def rule_of(kept_as: RetentionClass, periods: Periods) -> str:
    """What a certificate says of why it was kept so long: the rule alone, for the day and the age point at somebody."""
    grown = f", or until its youngest child was {periods.until_age}" if kept_as in _WITH_CHILDREN else ""
    return f"{kept_as.label}: kept for {periods.of(kept_as)} years after it was over{grown}."


def years_after(day: date, years: int) -> date:
    """The same day so many years later; after 29 February the day that follows, where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _reasons(over: Over, periods: Periods) -> Iterator[Kept]:
    years, nobody = periods.of(over.kept_as), " Nobody closed it." if over.ended is Ended.ANSWERED else ""
    yield Kept(
        years_after(over.over_on, years),
        f"{over.kept_as.label}: kept for {years} years after {over.ended.label} on {in_full(over.over_on)}.{nobody}",
    )
    if over.ombudsman_on:
        years = periods.ombudsman
        yield Kept(
            years_after(over.ombudsman_on, years),
            f"The Ombudsman looked at it: kept for {years} years after {in_full(over.ombudsman_on)}.",
        )
    if over.kept_as in _WITH_CHILDREN:
        yield _until_grown(over, periods.until_age)


def _until_grown(over: Over, age: int) -> Kept:
    """A child of a whole years was born at the latest on the day of receipt a years ago: nobody knows the day."""
    known = [one for one in over.ages if one is not None]
    came = in_full(over.received_on)
    if not known or len(known) < len(over.ages):
        return Kept(
            years_after(over.received_on, age),
            f"Nobody wrote down how old the child was. It is kept as if they had been born when it came, on {came}, "
            f"until they are {age}.",
        )
    youngest = min(known)
    return Kept(
        years_after(over.received_on, max(0, age - youngest)),
        f"The child was {youngest} when it came, on {came}. It is kept until they have certainly turned {age}."
        if len(known) == 1
        else f"The youngest child was {youngest} when it came, on {came}. It is kept until they have certainly "
        f"turned {age}.",
    )
