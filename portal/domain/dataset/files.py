"""The files of the dataset, each with its key and its columns (contract: the dataset)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from portal.domain.children import (
    CareStatus,
    ComplaintOf,
    Ethnicity,
    Impairment,
    Missing,
    Religion,
    Sex,
    SubmittedBy,
    YesNo,
)
from portal.domain.compliments import PraiseFor, Source
from portal.domain.dataset.codes import (
    AgeBand,
    DatasetProcedure,
    Orientation,
    Status,
    Triage,
    WithdrawnReason,
)
from portal.domain.dataset.columns import Column
from portal.domain.eligibility_words import Reason, Route
from portal.domain.findings import Outcome
from portal.domain.putting_right import Basis, Corrective, ExpenseKind, PaymentDetail, Resolution
from portal.domain.register_words import OmbudsmanOutcome, OmbudsmanService
from portal.domain.words import Audience, Kind, Method, Point


@dataclass(frozen=True, slots=True)
class File:
    """One CSV file: its name without the ending, the columns that make a row unique, and all its columns."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def path(self) -> str:
        """The file's name in the package."""
        return f"{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column of this name; raises KeyError."""
        return next(column for column in self.columns if column.name == name)


def _code(name: str, codes: type[StrEnum], *more: type[StrEnum], required: bool = False) -> Column:
    every = frozenset(word.value for list_ in (codes, *more) for word in list_)
    return Column(name, "code", every, required=required)


def _list(name: str, codes: type[StrEnum], *more: type[StrEnum]) -> Column:
    return Column(name, "codes", frozenset(word.value for list_ in (codes, *more) for word in list_))


def _key(name: str) -> Column:
    return Column(name, "key", required=True)


def _day(name: str, required: bool = False) -> Column:
    return Column(name, "date", required=required)


_REFERENCE = _key("reference")
_NUMBER = Column("number", "whole", required=True)
_YEAR = Column("year", "year", required=True)


def _whole(name: str, required: bool = False) -> Column:
    return Column(name, "whole", required=required)


def _text(name: str, required: bool = False) -> Column:
    return Column(name, "text", required=required)


KINDS = frozenset(kind.value for kind in Kind if kind is not Kind.SERVICE_REQUEST)
"""A request for a service is recorded and counted apart: it is no representation."""
REPRESENTATIONS = File(
    "representations", ("reference",),
    (
        _REFERENCE, Column("kind", "code", KINDS, required=True), _code("procedure", DatasetProcedure),
        _code("triage", Triage), _code("triage_reason", Reason, Route), _day("received_on", required=True),
        _day("acknowledged_on"), _day("closed_on"), _code("method", Method), _code("point", Point),
        _code("complainant", ComplaintOf), _code("submitted_by", SubmittedBy),
        Column("teams", "codes", of_profile="teams"), Column("language", "key"), _day("withdrawn_on"),
        _code("withdrawn_reason", WithdrawnReason), _code("outcome", Outcome),
    ),
)  # fmt: skip
STAGES = File(
    "stages", ("reference", "stage"),
    (
        _REFERENCE, Column("stage", "whole", required=True), _day("requested_on"), Column("declined", "flag"),
        _day("started_on"), _day("due_on"), _day("extended_to"), _whole("paused_days"), _day("responded_on"),
        _code("outcome", Outcome), _code("corrective_action", Corrective),
    ),
)  # fmt: skip
CONCERNS = File(
    "concerns", ("reference", "number"),
    (
        _REFERENCE, _NUMBER, Column("category", of_profile="categories", required=True),
        Column("subcategory", of_profile="categories"), Column("primary", "flag", required=True),
        _code("outcome_1", Outcome), _code("outcome_2", Outcome), _code("outcome_3", Outcome),
    ),
)  # fmt: skip
COMPLIMENTS = File("compliments", ("reference",), (_REFERENCE, _list("categories", PraiseFor), _code("source", Source)))
RESOLUTIONS = File(
    "resolutions", ("reference", "resolution"), (_REFERENCE, _code("resolution", Resolution, required=True))
)
PAYMENTS = File(
    "payments", ("number",),
    (
        _NUMBER, Column("reference", "key"), _code("detail", PaymentDetail, required=True),
        Column("amount", "pence", required=True), _day("agreed_on"), _day("paid_on"), _code("basis", Basis),
    ),
)  # fmt: skip
EXPENDITURE = File(
    "expenditure", ("number",),
    (
        _NUMBER, _code("kind", ExpenseKind, required=True), Column("amount", "pence", required=True),
        _day("incurred_on", required=True), Column("reference", "key"),
    ),
)  # fmt: skip
CHILDREN = File(
    "children", ("reference", "child"),
    (
        _REFERENCE, _key("child"), Column("age", "age", frozenset(word.value for word in Missing)),
        _code("sex", Sex, Missing), _code("ethnicity", Ethnicity, Missing), _code("religion", Religion, Missing),
        _code("disabled", YesNo, Missing), _list("impairments", Impairment, Missing),
        _code("care_status", CareStatus, Missing), _code("uasc", YesNo, Missing),
    ),
)  # fmt: skip
MONITORING = File(
    "monitoring", ("number",),
    (
        _NUMBER, _YEAR, _whole("quarter", required=True), _code("audience", Audience, required=True),
        Column("language", "key"), _code("age_band", AgeBand, Missing), _code("sex", Sex, Missing),
        _code("gender_same_as_registered", YesNo, Missing), _code("ethnicity", Ethnicity, Missing),
        _code("religion", Religion, Missing), _code("disabled", YesNo, Missing),
        _list("impairments", Impairment, Missing), _code("orientation", Orientation, Missing),
        Column("main_language", "key"), Column("reference", "key"),
    ),
)  # fmt: skip
OMBUDSMAN = File(
    "ombudsman", ("number",),
    (
        _NUMBER, Column("reference", "key"), _day("received_on", required=True),
        _code("service", OmbudsmanService, required=True), Column("investigated", "flag"),
        _code("outcome", OmbudsmanOutcome), _day("decided_on"),
    ),
)  # fmt: skip
ACTIONS = File(
    "actions", ("number",),
    (
        _NUMBER, _text("issue"), _text("lessons"), _text("actions"), _text("department"), _text("timescale"),
        _day("due_on"), _code("status", Status), _text("review"), Column("references", "keys"),
    ),
)  # fmt: skip
ACTIVITY = File("activity", ("year", "measure"), (_YEAR, _key("measure"), _whole("value", required=True)))
EARLIER_YEARS = File(
    "earlier_years", ("table", "row", "column", "year"),
    (
        _key("table"), Column("row", "place", required=True), Column("column", "key"), _YEAR,
        Column("value", "decimal", required=True),
    ),
)  # fmt: skip

FILES: Mapping[str, File] = MappingProxyType(
    {
        file.name: file
        for file in (
            REPRESENTATIONS, STAGES, CONCERNS, COMPLIMENTS, RESOLUTIONS, PAYMENTS, EXPENDITURE, CHILDREN, MONITORING,
            OMBUDSMAN, ACTIONS, ACTIVITY, EARLIER_YEARS,
        )
    }
)  # fmt: skip
"""Every file by its name, in the order in which they are written."""

BELONGING = ("stages", "concerns", "compliments", "resolutions", "children")
"""Files whose rows are part of one representation and come in and go out together with it."""
REFERRING = (*BELONGING, "payments", "expenditure", "monitoring", "ombudsman")
"""Files whose `reference`, where it is filled in, must be one of `representations`."""
