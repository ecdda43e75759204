"""Every row that belongs to one case alone, in an order in which all of it can be taken away."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Delete, Text, cast, delete, literal, or_, select

from portal.records.advocacy import AdvocacyContact, AdvocacyRequest
from portal.records.alerts import Alert
from portal.records.appointments import Appointment
from portal.records.cases import Contact, Told
from portal.records.children import AdvocateOffer, CaseWho, ChildInCase, Consent
from portal.records.clock_entries import ClockEntry
from portal.records.concerns import (
    CaseLink,
    CaseTeam,
    Concern,
    ConcernOutcome,
    OverallOutcome,
    Statement,
)
from portal.records.documents import Document, Printing
from portal.records.drafts import Draft
from portal.records.files import File
from portal.records.learning import CorrectiveAction
from portal.records.letters import Letter
from portal.records.monitoring import Monitoring
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry, RegisterLine
from portal.records.remedies import Resolution
from portal.records.reports import Finding, Panel, Recommendation, Report
from portal.records.retention import LegalHold
from portal.records.screening import Screening
from portal.records.speakers import Speaker
from portal.records.steps import Response, StepTaken
from portal.records.timeline import Message, TimelineLine
from portal.records.visits import CaseVisit

THROUGH = (
    (Printing.document_id, Document),
    (Finding.report_id, Report),
    (ConcernOutcome.concern_id, Concern),
    (AdvocacyContact.request_id, AdvocacyRequest),
)
"""What belongs to a case through another of its rows."""
OWN: tuple[Any, ...] = (
    Document, File, Draft, CaseVisit, Message, Response, TimelineLine, ClockEntry, StepTaken, Screening,
    Recommendation, Report, Panel, Appointment, Concern, OverallOutcome, Statement, CaseTeam, Speaker, Consent,
    AdvocateOffer, ChildInCase, CaseWho, AdvocacyRequest, Alert, Told, Contact, Resolution, CorrectiveAction, LegalHold,
)  # fmt: skip
"""What names its case, whoever is named in one of them before whatever names it."""
REGISTERS = (("ombudsman", OmbudsmanEnquiry), ("member", MemberEnquiry))


def parts_of(case_id: int) -> Iterator[tuple[str, Delete]]:
    """The name of each table with the statement that takes away what it has of this case."""
    calls = select(literal("alert:") + cast(Alert.id, Text)).where(Alert.case_id == case_id)
    yield _part(Letter, or_(Letter.case_id == case_id, Letter.about == f"case:{case_id}", Letter.about.in_(calls)))
    yield _part(Monitoring, Monitoring.key.in_(select(ChildInCase.monitoring_key).where(_mine(ChildInCase, case_id))))
    for register, entry in REGISTERS:
        entries = select(entry.id).where(entry.case_id == case_id)
        yield _part(RegisterLine, RegisterLine.register == register, RegisterLine.entry_id.in_(entries))
    for column, owner in THROUGH:
        yield _part(column.class_, column.in_(select(owner.id).where(_mine(owner, case_id))))
    yield _part(CaseLink, or_(CaseLink.case_id == case_id, CaseLink.other_id == case_id))
    for table in OWN:
        yield _part(table, _mine(table, case_id))


def _part(table: Any, *which: Any) -> tuple[str, Delete]:
    return table.__tablename__, delete(table).where(*which).execution_options(synchronize_session=False)


def _mine(table: Any, case_id: int) -> Any:
    return table.case_id == case_id
