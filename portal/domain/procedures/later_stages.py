"""Stages 2 and 3 of the statutory procedure: investigation and panel (SI 2006/1738 regs 17 to 20; domain 2.4)."""

from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures.shared_steps import DESK, MANAGER, PERSON
from portal.domain.stage_words import Doing, Fact, Who
from portal.domain.stages import Effect, Place, Step, start, states, stop
from portal.domain.words import State

LATER_PLACES = {
    "S2_declined": Place("Stage 2: refused", State.ANSWERED, "refused"),
    "S2_requested": Place("Stage 2: asked for", shown="s2_req", clock=ClockId.STAGE_2),
    "S2_statement": Place("Stage 2: agreeing the statement", shown="s2", clock=ClockId.STAGE_2),
    "S2_investigating": Place("Stage 2: being investigated", shown="s2", clock=ClockId.STAGE_2),
    "S2_reported": Place("Stage 2: reports are here", shown="s2", clock=ClockId.STAGE_2),
    "S2_adjudicated": Place("Stage 2: decided", State.ANSWERED, "s2_done"),
    "S3_late": Place("Stage 3: asked for late, to be decided", shown="s3_req", clock=ClockId.PANEL),
    "S3_declined": Place("Stage 3: refused as too late", State.ANSWERED, "refused"),
    "S3_requested": Place("Stage 3: asked for", shown="s3_req", clock=ClockId.PANEL),
    "S3_convened": Place("Stage 3: the panel is called", shown="s3_panel", clock=ClockId.PANEL),
    "S3_heard": Place("Stage 3: the panel has met", shown="s3_report", clock=ClockId.PANEL_REPORT),
    "S3_reported": Place("Stage 3: the panel has reported", shown="s3_report", clock=ClockId.DIRECTOR),
    "S3_responded": Place("Stage 3: answered by the Director", State.ANSWERED, "final"),
}
STAGE_2_OPEN = states("S2_requested S2_statement S2_investigating S2_reported")
STAGE_3_OPEN = states("S3_late S3_requested S3_convened S3_heard S3_reported")
_CLERK = frozenset({Who.PANEL_ADMIN, Who.COMPLAINTS_MANAGER})
_REPORTING = frozenset({Who.COMPLAINTS_MANAGER, Who.INVESTIGATOR, Who.INDEPENDENT_PERSON})
_STAGE_3 = (*stop(ClockId.STAGE_3_REQUEST), *start(ClockId.STAGE_3_ACKNOWLEDGEMENT, ClockId.PANEL))
_REFUSING = (Fact.REASON_GIVEN, Fact.REFUSAL_WARNING_READ)

LATER_STEPS = (
    Step("decline_next", "Refuse Stage 2", states("S2_requested"), "S2_declined", MANAGER, _REFUSING,
         stop(ClockId.STAGE_2, ClockId.STATEMENT), LetterKind.NEXT_STAGE_DECLINED),
    Step("appoint", "Name the investigator and the independent person", states("S2_requested"), "S2_statement", MANAGER,
         (Fact.INVESTIGATOR_INDEPENDENT, Fact.PERSON_INDEPENDENT), told=LetterKind.INVESTIGATORS),
    Step("agree_statement", "The statement is agreed", states("S2_statement"), "S2_investigating", _REPORTING,
         (Fact.STATEMENT_AGREED,), (*stop(ClockId.STATEMENT), *start(ClockId.STAGE_2)), LetterKind.STATEMENT_AGREED),
    Step("extend", "Take more time", STAGE_2_OPEN, "", MANAGER, (Fact.REASON_GIVEN, Fact.WITHIN_MAXIMUM),
         (Effect(Doing.EXTEND, ClockId.STAGE_2),), LetterKind.MORE_TIME),
    Step("pause_asked", "Stand still, as the person asked", STAGE_2_OPEN, "", MANAGER, (Fact.REASON_GIVEN,),
         (Effect(Doing.PAUSE, ClockId.STAGE_2, PauseReason.COMPLAINANT_REQUEST),), LetterKind.ON_HOLD),
    Step("resume_asked", "Go on again", STAGE_2_OPEN, "", MANAGER,
         clocks=(Effect(Doing.RESUME, ClockId.STAGE_2),), told=LetterKind.GOING_ON),
    Step("reports_in", "Both reports are here", states("S2_investigating"), "S2_reported", _REPORTING,
         (Fact.REPORTS_RECEIVED,), start(ClockId.ADJUDICATION)),
    Step("adjudicate", "Send the reports and the decision", states("S2_reported"), "S2_adjudicated",
         frozenset({Who.SENIOR_MANAGER}),
         (Fact.OUTCOME_FOR_EACH_CONCERN, Fact.EACH_RECOMMENDATION_ANSWERED, Fact.DRAFT_WRITTEN),
         (*stop(ClockId.STAGE_2, ClockId.ADJUDICATION), *start(ClockId.STAGE_3_REQUEST)), LetterKind.FINDINGS),
    Step("refer_early", "Agree to go to the Ombudsman early", states("S2_adjudicated"), "", MANAGER,
         (Fact.EARLY_REFERRAL_AGREED, Fact.REASON_GIVEN)),
    Step("ask_next", "Ask for Stage 3", states("S2_adjudicated"), "S3_requested", PERSON | DESK,
         (Fact.IN_WINDOW_OR_DISCRETION,), _STAGE_3, LetterKind.NEXT_STAGE),
    Step("ask_next", "Ask for Stage 3 late", states("S2_adjudicated"), "S3_late", PERSON | DESK,
         (Fact.LATE_REQUEST,), _STAGE_3, LetterKind.NEXT_STAGE),
    Step("ask_next", "Ask for Stage 3", states("closed S3_declined"), "S3_late", PERSON | DESK,
         (Fact.STAGE_2_WAS_LAST,), _STAGE_3, LetterKind.NEXT_STAGE),
    Step("accept_late", "Take the late request", states("S3_late"), "S3_requested", MANAGER, (Fact.REASON_GIVEN,)),
    Step("decline_next", "Refuse Stage 3 as too late", states("S3_late"), "S3_declined", MANAGER, _REFUSING,
         stop(ClockId.STAGE_3_ACKNOWLEDGEMENT, ClockId.PANEL), LetterKind.NEXT_STAGE_DECLINED),
    Step("convene", "Call the panel", states("S3_requested"), "S3_convened", _CLERK,
         (Fact.THREE_INDEPENDENT_PANELLISTS, Fact.PANEL_WITHOUT_STAGE_2_PERSON, Fact.PANEL_DAY_SET),
         (*stop(ClockId.STAGE_3_ACKNOWLEDGEMENT), *start(ClockId.PANEL_PAPERS)), LetterKind.PANEL_DATE),
    Step("send_papers", "The papers are sent", states("S3_convened"), "", _CLERK, clocks=stop(ClockId.PANEL_PAPERS),
         told=LetterKind.PANEL_PAPERS),
    Step("heard", "The panel has met", states("S3_convened"), "S3_heard", _CLERK | {Who.PANEL}, (Fact.PANEL_HAS_MET,),
         (*stop(ClockId.PANEL, ClockId.PANEL_PAPERS), *start(ClockId.PANEL_REPORT))),
    Step("panel_reported", "The panel's report is here", states("S3_heard"), "S3_reported", _CLERK | {Who.PANEL},
         (Fact.PANEL_REPORT_RECEIVED,), (*stop(ClockId.PANEL_REPORT), *start(ClockId.DIRECTOR)),
         LetterKind.PANEL_REPORT),
    Step("respond", "Send the Director's answer", states("S3_reported"), "S3_responded", frozenset({Who.DIRECTOR}),
         (Fact.OUTCOME_FOR_EACH_CONCERN, Fact.EACH_RECOMMENDATION_ANSWERED, Fact.DRAFT_WRITTEN),
         (*stop(ClockId.DIRECTOR), *start(ClockId.OMBUDSMAN)), LetterKind.LAST_ANSWER),
)  # fmt: skip
"""Refusing is possible, counted apart, and only after reading what the Ombudsman has said about refusing."""
