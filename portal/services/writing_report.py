"""Writing the year's report: the words of each section with every version kept, and the kind words that stand in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from portal import clock
from portal.domain.audit_words import Deed
from portal.domain.narrative import BY_ID, written
from portal.domain.stage_words import Fact
from portal.domain.tables.shape import Report
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.cases import Case
from portal.records.report_blocks import (
    ReportBlock,
    ReportQuote,
    allowed_between,
    blocks_of,
    chosen_in,
    compliments_with,
    last_version,
)
from portal.services.auditing import note
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.praise_facts import FACTS
from portal.services.transactions import writing

MOST = 20_000
"""So many letters a section may have."""
_MUST_BE_TRUE = (Fact.CONSENT_TO_QUOTE, Fact.NAMES_REMOVED)


@dataclass(frozen=True, slots=True)
class Offered:
    """Kind words that may be printed."""

    compliment_id: int
    case_id: int
    words: str
    chosen: bool


def write_section(year: ReportingYear, section: str, officer_id: int, text: str, begun_from: int) -> None:
    """Keep a new version of a section. `begun_from` is the version on the writer's screen.

    Raises `NotThere` for a section there is not, `NotLikeThis` when somebody else wrote meanwhile or it is too long.
    """
    if section not in BY_ID:
        raise NotThere(f"section {section}")
    if len(text) > MOST:
        raise NotLikeThis(f"Write it shorter: {MOST:,} letters at most.")
    with writing():
        if last_version(year.starts, section) != begun_from:
            raise NotLikeThis("Somebody else changed this section meanwhile. Copy your words, and open it again.")
        block = ReportBlock(year=year.starts, section=section, officer_id=officer_id, at=clock.now())
        block.text = text
        db.session.add(block)
        note(Deed.CHANGED, "report_words", officer_id=officer_id, words=f"{year}: {section}")


def quotes_offered(year: ReportingYear) -> Sequence[Offered]:
    """The kind words of a year whose sender agreed and in which no name of their case stands."""
    chosen = chosen_in(year.starts)
    return [
        Offered(compliment.id, case.id, str(compliment.texts["quote"]), compliment.id in chosen)
        for compliment, case in allowed_between(year.first_day, year.last_day)
        if _may_be_printed(case)
    ]


def choose_quotes(year: ReportingYear, officer_id: int, shown: Collection[int], chosen: Collection[int]) -> None:
    """Let of the quotes that were shown these stand in the report, and no other. Raises `NotLikeThis`."""
    with writing():
        offered = {one.compliment_id for one in quotes_offered(year)}
        if not set(chosen) <= offered:
            raise NotLikeThis("One of them may not be quoted any more. Look at the list again.")
        stand = chosen_in(year.starts)
        for number in sorted(set(chosen) - set(stand)):
            db.session.add(ReportQuote(year=year.starts, compliment_id=number, officer_id=officer_id, at=clock.now()))
        for number in set(shown) & set(stand) - set(chosen):
            db.session.delete(stand[number])
        note(Deed.CHANGED, "report_quotes", officer_id=officer_id, words=str(year))


def with_words(report: Report, year: ReportingYear) -> Report:
    """The report of a whole year with the words that belong to it; that of a quarter is tables alone."""
    if report.quarter is not None:
        return report
    texts = {section: block.text for section, block in blocks_of(year.starts).items()}
    return written(report, texts, _quotes(year))


def _quotes(year: ReportingYear) -> list[str]:
    """What was picked, as far as it may still be printed: consent can be taken back until the last moment."""
    chosen = chosen_in(year.starts)
    found = compliments_with(chosen) if chosen else ()
    return [str(compliment.texts["quote"]) for compliment, case in found if _may_be_printed(case)]


def _may_be_printed(case: Case) -> bool:
    return all(FACTS[fact](case, None) for fact in _MUST_BE_TRUE)
