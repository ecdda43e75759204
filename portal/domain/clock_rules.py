"""The clocks of a representation as data: how many days each may take, who says so, what may pause or extend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.domain.wording import N_


class ClockId(StrEnum):
    """The clocks, numbered as in the team's own list (2.2 of the domain notes)."""

    ACKNOWLEDGEMENT = "K1"
    SAFEGUARDING = "K2"
    ADVOCACY_OFFER = "K3"
    ELIGIBILITY = "K4"
    STAGE_1 = "K5"
    STAGE_1_LAPSE = "K6"
    STAGE_2_REQUEST = "K7"
    STAGE_2 = "K8"
    STATEMENT = "K8a"
    ADJUDICATION = "K8b"
    STAGE_3_REQUEST = "K9"
    STAGE_3_ACKNOWLEDGEMENT = "K10"
    PANEL = "K11"
    PANEL_PAPERS = "K12"
    PANEL_REPORT = "K13"
    DIRECTOR = "K14"
    OMBUDSMAN = "K15"
    CORPORATE_STAGE_1 = "K16"
    CORPORATE_STAGE_2 = "K17"
    ENQUIRY = "K18"
    MEMBER_ENQUIRY = "K19"
    OMBUDSMAN_ENQUIRY = "K20"
    ACTION = "K21"
    ONE_YEAR = "K22"
    RESUBMISSION = "K23"
    CORPORATE_ACKNOWLEDGEMENT = "K1c"


class Measure(StrEnum):
    """What a clock counts in."""

    WORKING_DAYS = "working_days"
    WORKING_DAYS_BEFORE = "working_days_before"
    MONTHS = "months"
    TYPED_DATE = "typed_date"
    SAME_DAY = "same_day"


class Standing(StrEnum):
    """How sure we are of a limit. Only READ may be told to the public as law."""

    READ = "read"
    RECALLED = "recalled"
    LOCAL = "local"


class PauseReason(StrEnum):
    """The only reasons for which a clock may stand still; leave and holidays are not among them."""

    AWAITING_ADVOCATE = "awaiting_advocate"
    CONCURRENT_PROCEEDINGS = "concurrent_proceedings"
    COMPLAINANT_REQUEST = "complainant_request"
    AWAITING_CONSENT = "awaiting_consent"


class Extending(StrEnum):
    """How the due date of a clock may be moved."""

    NEVER = "never"
    TO_MAXIMUM = "to_maximum"
    WITH_AGREEMENT = "with_agreement"
    WITH_REASON = "with_reason"


@dataclass(frozen=True, slots=True)
class Rule:
    """One clock: its limit and maximum are names in the limits table; None means that the date is typed in."""

    clock: ClockId
    title: str
    measure: Measure
    limit: str | None
    source: str
    standing: Standing
    maximum: str | None = None
    extending: Extending = Extending.NEVER
    pauses: frozenset[PauseReason] = frozenset()


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of working days or months, and the bounds within which a council may change it (None: no bound)."""

    default: int
    least: int | None = None
    most: int | None = None


# Bounds keep a council's profile within the law: it may promise to be quicker than the regulations, never slower, and
# may give people more time to ask for the next stage, never less.
LIMITS: Final[Mapping[str, Limit]] = MappingProxyType(
    {
        "ack": Limit(2),
        "corp_ack": Limit(5, most=5),
        "advocacy_contact": Limit(2),
        "eligibility": Limit(3),
        "s1_base": Limit(10, most=10),
        "s1_max": Limit(20, most=20),
        "s2_request_window": Limit(20, least=20),
        "s2_base": Limit(25, most=25),
        "s2_max": Limit(65, most=65),
        "s2_statement": Limit(10),
        "s2_response_after_report": Limit(10),
        "s3_request_window": Limit(20, least=20),
        "s3_ack": Limit(2),
        "s3_convene": Limit(30, most=30),
        "s3_papers": Limit(10),
        "s3_panel_report": Limit(5, most=5),
        "s3_response": Limit(15, most=20),  # 15 from the recommendations, or 5 + 15 from the panel day
        "corp_s1_base": Limit(10, most=10),
        "corp_s1_max": Limit(20, most=20),
        "corp_s2_base": Limit(20, most=20),
        "corp_s2_max": Limit(40, most=40),
        "enquiry_days": Limit(10),
        "member_enquiry_days": Limit(10),
        "ombudsman_months": Limit(12, least=12),
        "one_year_months": Limit(12, least=12),
        "resubmission_months": Limit(12, least=12),
    }
)
DEFAULT_LIMITS: Final[Mapping[str, int]] = MappingProxyType({name: limit.default for name, limit in LIMITS.items()})
"""What holds where a council's profile says nothing."""

_READ, _RECALLED, _LOCAL = Standing.READ, Standing.RECALLED, Standing.LOCAL
_DAYS, _BEFORE, _MONTHS = Measure.WORKING_DAYS, Measure.WORKING_DAYS_BEFORE, Measure.MONTHS
_TYPED = Measure.TYPED_DATE
_REG = "SI 2006/1738 reg {}".format
_CODE = "LGSCO Complaint Handling Code (2024)"
_GUIDANCE = "Getting the Best from Complaints (2006)"
_TEAM = "the council's own standard"
_STAGE_1_PAUSES = frozenset({PauseReason.AWAITING_ADVOCATE, PauseReason.CONCURRENT_PROCEEDINGS})
_STAGE_2_PAUSES = frozenset({PauseReason.CONCURRENT_PROCEEDINGS, PauseReason.COMPLAINANT_REQUEST})
_CONSENT = frozenset({PauseReason.AWAITING_CONSENT})
_TO_MAX, _AGREED, _REASON = Extending.TO_MAXIMUM, Extending.WITH_AGREEMENT, Extending.WITH_REASON

_TABLE = (
    Rule(ClockId.ACKNOWLEDGEMENT, N_("Acknowledge"), _DAYS, "ack", _TEAM, _LOCAL),
    Rule(ClockId.CORPORATE_ACKNOWLEDGEMENT, N_("Acknowledge (corporate)"), _DAYS, "corp_ack", _CODE, _READ),
    Rule(ClockId.SAFEGUARDING, N_("Safeguarding decision"), Measure.SAME_DAY, None, _TEAM, _LOCAL),
    Rule(ClockId.ADVOCACY_OFFER, N_("Advocate makes contact"), _DAYS, "advocacy_contact", _TEAM, _LOCAL),
    Rule(ClockId.ELIGIBILITY, N_("Decide who may complain"), _DAYS, "eligibility", _TEAM, _LOCAL, pauses=_CONSENT),
    Rule(ClockId.STAGE_1, N_("Stage 1 answer"), _DAYS, "s1_base", _REG(14), _READ, "s1_max", _TO_MAX, _STAGE_1_PAUSES),
    Rule(ClockId.STAGE_1_LAPSE, N_("Stage 1 lapses"), _DAYS, "s1_max", _REG(14), _READ, pauses=_STAGE_1_PAUSES),
    Rule(ClockId.STAGE_2_REQUEST, N_("Ask for Stage 2"), _DAYS, "s2_request_window", _TEAM, _LOCAL),
    Rule(ClockId.STAGE_2, N_("Stage 2 answer"), _DAYS, "s2_base", _REG(17), _READ, "s2_max", _TO_MAX, _STAGE_2_PAUSES),
    Rule(ClockId.STATEMENT, N_("Statement of complaint agreed"), _DAYS, "s2_statement", _TEAM, _LOCAL),
    Rule(ClockId.ADJUDICATION, N_("Adjudication"), _DAYS, "s2_response_after_report", _TEAM, _LOCAL),
    Rule(ClockId.STAGE_3_REQUEST, N_("Ask for Stage 3"), _DAYS, "s3_request_window", _REG(18), _READ),
    Rule(ClockId.STAGE_3_ACKNOWLEDGEMENT, N_("Acknowledge Stage 3"), _DAYS, "s3_ack", _GUIDANCE, _RECALLED),
    Rule(ClockId.PANEL, N_("Panel meets"), _DAYS, "s3_convene", _REG(19), _READ, extending=_AGREED),
    Rule(ClockId.PANEL_PAPERS, N_("Papers to the panel"), _BEFORE, "s3_papers", _GUIDANCE, _RECALLED),
    Rule(ClockId.PANEL_REPORT, N_("Panel report"), _DAYS, "s3_panel_report", _REG(20), _READ, extending=_REASON),
    Rule(ClockId.DIRECTOR, N_("Director’s response"), _DAYS, "s3_response", _REG(20), _READ, extending=_REASON),
    Rule(ClockId.OMBUDSMAN, N_("Go to the Ombudsman"), _MONTHS, "ombudsman_months", "LGSCO", _RECALLED),
    Rule(
        ClockId.CORPORATE_STAGE_1,
        N_("Corporate Stage 1 answer"),
        _DAYS,
        "corp_s1_base",
        _CODE,
        _READ,
        "corp_s1_max",
        _TO_MAX,
    ),
    Rule(
        ClockId.CORPORATE_STAGE_2,
        N_("Corporate Stage 2 answer"),
        _DAYS,
        "corp_s2_base",
        _CODE,
        _READ,
        "corp_s2_max",
        _TO_MAX,
    ),
    Rule(ClockId.ENQUIRY, N_("Answer the enquiry"), _DAYS, "enquiry_days", _TEAM, _LOCAL),
    Rule(ClockId.MEMBER_ENQUIRY, N_("Answer the councillor or MP"), _DAYS, "member_enquiry_days", _TEAM, _LOCAL),
    Rule(
        ClockId.OMBUDSMAN_ENQUIRY,
        N_("Answer the Ombudsman"),
        _TYPED,
        None,
        "the Ombudsman’s letter",
        _LOCAL,
        extending=_REASON,
    ),
    Rule(ClockId.ACTION, N_("Finish the action"), _TYPED, None, _TEAM, _LOCAL, extending=_REASON),
    Rule(ClockId.ONE_YEAR, N_("A year since it happened"), _MONTHS, "one_year_months", _REG(9), _READ),
    Rule(ClockId.RESUBMISSION, N_("Send it again"), _MONTHS, "resubmission_months", _REG(8), _RECALLED),
)

RULES: Final[Mapping[ClockId, Rule]] = MappingProxyType({rule.clock: rule for rule in _TABLE})
"""Every clock."""
