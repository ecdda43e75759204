"""Taking in what investigator, independent person and panel wrote: their reports, findings and recommendations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from portal import clock
from portal.domain.findings import Outcome
from portal.domain.recommendations import RECEIVING, STAGE_OF_AUTHOR, Author
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import concerns_of
from portal.records.reports import Finding, Recommendation, Report, latest_reports
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.concerns import standing


@dataclass(frozen=True, slots=True)
class Received:
    """A report as it came; `findings` are by the concern's number."""

    author: Author
    received_on: date
    words: str
    recommends: bool
    findings: Mapping[int, Outcome] = field(default_factory=dict)


def receive(case_id: int, officer_id: int, received: Received) -> int:
    """Take in a report and return its number; a corrected one stands before the older. Raises `NotLikeThis`."""
    if not received.words:
        raise NotLikeThis("Write or paste what the report says.", "words")
    if received.received_on > clock.today():
        raise NotLikeThis("It cannot have come on a day that lies ahead.", "received_on")
    with changing(case_id) as case:
        stage = STAGE_OF_AUTHOR[received.author]
        _in_time(case, stage)
        _whole(case, received)
        row = Report(case_id=case.id, stage=stage, author=received.author, received_on=received.received_on)
        row.recommends, row.words = received.recommends, received.words
        row.recorded_at, row.officer_id = clock.now(), officer_id
        row.findings = [Finding(concern_number=number, outcome=found) for number, found in received.findings.items()]
        db.session.add(row)
        db.session.flush()
        by_team(case, Happening.REPORT_RECEIVED, officer_id, f"Stage {stage}: {received.author.label}")
        return row.id


def recommend(case_id: int, officer_id: int, author: Author, words: str, concern_number: int | None = None) -> int:
    """Write down one recommendation of a report that is here; returns its number in its stage.

    Raises `NotThere` or `NotLikeThis`.
    """
    if not words:
        raise NotLikeThis("Write what is recommended.", "words")
    with changing(case_id) as case:
        stage = STAGE_OF_AUTHOR[author]
        _in_time(case, stage)
        report = latest_reports(case.id).get(author)
        if report is None or not report.recommends:
            raise NotLikeThis("First take in the report, and say that it recommends something.")
        if concern_number is not None:
            standing(case.id, concern_number)
        row = Recommendation(case_id=case.id, stage=stage, author=author, concern_number=concern_number)
        row.number, row.words = _last(case.id, stage) + 1, words
        row.recorded_at, row.officer_id = clock.now(), officer_id
        db.session.add(row)
        note = f"Stage {stage}, recommendation {row.number}: {author.label}"
        by_team(case, Happening.RECOMMENDATION_RECORDED, officer_id, note)
        return row.number


def reword(case_id: int, officer_id: int, stage: int, number: int, words: str) -> None:
    """Put the words of a recommendation right, before it is answered. Raises `NotThere` or `NotLikeThis`."""
    if not words:
        raise NotLikeThis("Write what is recommended.", "words")
    with changing(case_id) as case:
        _in_time(case, stage)
        row = one(case.id, stage, number)
        if row.verdict is not None:
            raise NotLikeThis("It has been answered already, so its words stay.")
        row.words = words
        note = f"Stage {stage}, recommendation {number}: its words were put right"
        by_team(case, Happening.RECOMMENDATION_RECORDED, officer_id, note)


def take_out(case_id: int, officer_id: int, stage: int, number: int) -> None:
    """Take out what was written down by mistake, before it is answered; the timeline keeps its words.

    Raises `NotThere` or `NotLikeThis`.
    """
    with changing(case_id) as case:
        _in_time(case, stage)
        row = one(case.id, stage, number)
        if row.verdict is not None:
            raise NotLikeThis("It has been answered already, so it stays.")
        note = f"Stage {stage}, recommendation {number} was a mistake and is taken out: {row.words}"
        db.session.delete(row)
        by_team(case, Happening.RECOMMENDATION_RECORDED, officer_id, note)


def one(case_id: int, stage: int, number: int) -> Recommendation:
    """The recommendation with this number. Raises `NotThere`."""
    mine = (Recommendation.case_id == case_id, Recommendation.stage == stage, Recommendation.number == number)
    found = db.session.scalar(select(Recommendation).where(*mine))
    if found is None:
        raise NotThere(f"recommendation {number} of stage {stage}")
    return found


def _in_time(case: Case, stage: int) -> None:
    if case.step not in RECEIVING.get(stage, ()):
        raise NotLikeThis(f"Reports of Stage {stage} are taken in once it has begun and until it is decided.")


def _whole(case: Case, received: Received) -> None:
    numbers = {concern.number for concern in concerns_of(case.id)}
    if unknown := set(received.findings) - numbers:
        raise NotThere(f"concern {min(unknown)}")
    silent = sorted(numbers - set(received.findings))
    if received.author is Author.INVESTIGATOR and silent:
        raise NotLikeThis(f"Pick what the investigation found about concern {silent[0]}.")


def _last(case_id: int, stage: int) -> int:
    mine = (Recommendation.case_id == case_id, Recommendation.stage == stage)
    return db.session.scalar(select(func.max(Recommendation.number)).where(*mine)) or 0
