"""What two people agreed to let go is gone with every word, and every report prints as it did."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Table, select, text, update
from sqlalchemy.exc import DBAPIError

from portal.domain.access import Role
from portal.domain.procedures import Procedure
from portal.domain.words import State
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from portal.records.all import TABLES
from portal.records.audit import AuditLine
from portal.records.base import Base
from portal.records.cases import Case
from portal.records.children import ChildInCase
from portal.records.registers import MemberEnquiry
from portal.records.retention import Disposal
from portal.records.sealing import Sealed
from portal.services import forgetting, looking, retaining
from portal.services.accounting import bring_up_to_date
from portal.services.anchoring import verify_audit
from portal.services.case_writing import NotLikeThis
from portal.services.exporting import give_out
from portal.services.importing import Faulty, take_in
from portal.services.printing import FORMATS
from portal.services.reporting import make_report
from tests import makers as make
from tests.staff.canaries import MARK, Canary

Set = Callable[[datetime], None]
THEN = datetime(2026, 12, 3, 10, tzinfo=UTC)
LATER = datetime(2036, 12, 4, 2, tzinfo=UTC)
TODAY = LATER.date()
STAYS = {
    "cases", "payments", "expenses", "actions", "actions_learned_from", "member_enquiries", "disposals", "audit",
}  # fmt: skip
"""What may still point at the case: money, learning and registers, which figures are made of, and who did what."""


@pytest.fixture
def people(either_app: Flask, at: Set) -> Iterator[tuple[int, int]]:
    """Two people who may let a case go, on the day on which it was made."""
    at(THEN)
    with either_app.app_context():
        yield (
            make.officer(Role.COMPLAINTS_MANAGER, name="Amara Osei").id,
            make.officer(Role.DATA_PROTECTION_OFFICER, name="Wim Teal").id,
        )


def grown(canary: Canary) -> None:
    """Make it a statutory complaint that was answered, with a child of seventeen and nothing still open."""
    bring_up_to_date()
    with make.doctored():
        case = canary.made.case
        case.state, case.answered_on = State.ANSWERED, THEN.date()
        case.procedure, case.step = Procedure.STATUTORY, "S1_responded"
        db.session.execute(update(ChildInCase).values(age=17))
        db.session.execute(update(MemberEnquiry).values(open=False))
        db.session.execute(update(AdvocacyRequest).values(over_on=THEN.date()))
    bring_up_to_date()


@pytest.fixture
def canary(people: tuple[int, int]) -> Canary:
    made = Canary("Kelly Ashworth", people[0], people[0], make.case(story="Nothing to hide."))
    grown(made)
    return made


def gone(canary: Canary, people: tuple[int, int], at: Set) -> Disposal:
    """Ten years later it is proposed, agreed to by both, and let go."""
    at(LATER)
    assert retaining.propose(TODAY) == [canary.made.id]
    row = db.session.scalars(select(Disposal)).one()
    for officer in people:
        retaining.agree(row.id, officer)
    assert forgetting.let_go_agreed(TODAY) == [row.id]
    return db.session.get_one(Disposal, row.id)


def opened_rows() -> Iterator[tuple[str, str]]:
    """Every row of every table as text, with every sealed field opened."""
    assert TABLES
    for mapper in Base.registry.mappers:
        sealed = [name for name, one in vars(mapper.class_).items() if isinstance(one, Sealed)]
        for row in db.session.scalars(select(mapper.class_)):
            plain = {column.key: getattr(row, column.key) for column in mapper.column_attrs}
            said = [getattr(row, name) for name in sealed]
            yield str(mapper.local_table), json.dumps([plain, said], default=str, ensure_ascii=False)
    for table in [one for one in db.metadata.sorted_tables if one.name.startswith(("data_", "fact_"))]:
        for cells in db.session.execute(select(table)):
            yield table.name, json.dumps(list(cells), default=str, ensure_ascii=False)


def canaries() -> dict[str, set[str]]:
    """Where a word of the case still stands."""
    found: dict[str, set[str]] = {}
    for table, words in opened_rows():
        if marks := set(MARK.findall(words)):
            found.setdefault(table, set()).update(marks)
    return found


def test_of_every_word_of_the_case_only_what_was_learned_and_who_approved_money_is_left(
    canary: Canary, people: tuple[int, int], at: Set
) -> None:
    assert canary.words - set().union(*canaries().values()) == {"qzfilenamezq"}, "a file is sealed with its own key"
    gone(canary, people, at)
    left = canaries()
    learned = {"qzissuezq", "qzlessonzq", "qzactionzq", "qzownerzq"}
    assert left.pop("actions") <= learned and left.pop("data_actions") <= learned
    assert left.pop("action_reviews") == {"qzlookzq"}
    assert left.pop("payments") == {"qzpayerzq"} and left.pop("expenses") == {"qzspenderzq"}
    assert left == {}


def test_no_table_has_a_row_of_it_but_those_that_figures_are_made_of(
    canary: Canary, people: tuple[int, int], at: Set
) -> None:
    gone(canary, people, at)
    still = {table.name for table, column in _naming_cases() if _rows(table, column, canary.made.id)}
    assert still <= STAYS
    assert {table.name for table, _column in _naming_cases()} > STAYS - {"cases"}
    skeleton = canary.made.case
    assert skeleton.reference != canary.reference and skeleton.let_go_on == TODAY
    assert (skeleton.code_hash, skeleton.officer_id, skeleton.told, skeleton.contact) == (None, None, None, None)
    assert verify_audit({}).broken is None


def _naming_cases() -> list[tuple[Table, str]]:
    return [
        (table, column.name)
        for table in db.metadata.sorted_tables
        for column in table.columns
        if column.name in ("case_id", "other_id")
        or any(key.column.table.name == "cases" for key in column.foreign_keys)
    ]


def _rows(table: Table, column: str, case_id: int) -> int:
    return len(db.session.execute(select(table.c[column]).where(table.c[column] == case_id)).all())


def test_every_report_and_the_dataset_are_as_they_were_but_for_the_number(
    canary: Canary, people: tuple[int, int], at: Set, tmp_path: Path
) -> None:
    at(LATER)
    year = ReportingYear(2026)
    asked = [{}, {"quarter": 3}, {"edition": "public"}, {"as_at": date(2027, 5, 1)}]
    before = [FORMATS["json"][0](make_report(year, **one)) for one in asked]  # type: ignore[arg-type]
    give_out(tmp_path / "before", "example")
    old = [canary.reference, db.session.scalars(select(MemberEnquiry.reference)).one()]
    gone(canary, people, at)
    assert [FORMATS["json"][0](make_report(year, **one)) for one in asked] == before  # type: ignore[arg-type]
    give_out(tmp_path / "after", "example")
    fresh = [canary.made.case.reference, db.session.scalars(select(MemberEnquiry.reference)).one()]
    for file in (tmp_path / "before").iterdir():
        was, now = (_lines(folder / file.name) for folder in (tmp_path / "before", tmp_path / "after"))
        if file.name in ("children.csv",):
            was, now = ([line.partition(",")[2].partition(",")[2] for line in lines] for lines in (was, now))
        renamed = [line.replace(old[0], fresh[0]).replace(old[1], fresh[1]) for line in was]
        assert sorted(renamed) == sorted(now), file.name
    exported = "".join(path.read_text() for path in (tmp_path / "after").iterdir())
    with pytest.raises(Faulty, match="this one was let go"):
        take_in(tmp_path / "before")
    assert not {*old} & {*exported.replace(",", " ").replace(";", " ").split()} and fresh[0] in exported


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_changing_its_figures_again_is_not_possible(canary: Canary, people: tuple[int, int], at: Set) -> None:
    gone(canary, people, at)
    before = FORMATS["json"][0](make_report(ReportingYear(2026)))
    with make.doctored():
        db.session.execute(update(Case).values(counted=False))
    assert FORMATS["json"][0](make_report(ReportingYear(2026))) == before


def test_what_an_officer_wrote_when_they_opened_it_goes_and_the_audit_still_fits_as_far_as_it_went_by_the_rule(
    canary: Canary, people: tuple[int, int], at: Set
) -> None:
    looking.say_why(canary.neighbour.id, people[0], "Asked to.")
    with pytest.raises(DBAPIError), make.doctored():
        db.session.execute(text("UPDATE audit SET body = NULL WHERE body IS NOT NULL"))
    gone(canary, people, at)
    reasons = {line.case_id: line.words for line in db.session.scalars(select(AuditLine)) if line.digest}
    assert reasons == {canary.made.id: None, canary.neighbour.id: "Asked to."}
    assert verify_audit({}).broken is None
    with make.doctored():
        db.session.execute(update(Case).values(let_go_on=None))
    assert verify_audit({}).broken is not None, "words that are missing from a case that is still here are missed"
    with make.doctored():
        db.session.execute(update(Case).where(Case.id == canary.made.id).values(let_go_on=TODAY))


def test_one_person_alone_cannot_let_it_go_and_the_database_says_so_too(
    canary: Canary, people: tuple[int, int], at: Set
) -> None:
    at(LATER)
    retaining.propose(TODAY)
    number = db.session.scalars(select(Disposal.id)).one()
    retaining.agree(number, people[0])
    with pytest.raises(NotLikeThis, match="Somebody else"):
        retaining.agree(number, people[0])
    assert forgetting.let_go_agreed(TODAY) == []
    for wrong in ("UPDATE disposals SET second_by = first_by", "DELETE FROM timeline", "DELETE FROM documents"):
        with pytest.raises(DBAPIError), make.doctored():
            db.session.execute(text(wrong))
    assert canaries()["told"]
