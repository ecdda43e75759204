"""Enquiries of councillors, MPs and the Ombudsman, which have registers of their own (domain notes, 2.5)."""

from portal.domain.clock_rules import ClockId
from portal.domain.procedures.shared_steps import AFRESH, DESK, INTAKE, MANAGER, TRIAGE, ending, final_states
from portal.domain.register_words import MemberState, OmbudsmanState
from portal.domain.stage_words import Fact
from portal.domain.stages import Place, Step, Table, states, stop
from portal.domain.words import State

_ENDED = {MemberState.REPLIED: State.ANSWERED, MemberState.CLOSED: State.CLOSED}
_OWED = {OmbudsmanState.NOTIFIED, OmbudsmanState.ENQUIRIES, OmbudsmanState.PROVISIONAL}
"""Where they wait for something from us by the day in their letter."""
_OVER = {
    OmbudsmanState.PREMATURE_RETURNED: State.ANSWERED,
    OmbudsmanState.REMEDIED: State.ANSWERED,
    OmbudsmanState.CLOSED: State.CLOSED,
}

MEMBER = Table(
    "member", "Member enquiry",
    {one.value: Place(one.label, _ENDED.get(one, State.ACCEPTED),
                      clock=None if one in _ENDED else ClockId.MEMBER_ENQUIRY) for one in MemberState},
    "received", final_states(withdrawn=False),
    (
        Step("ask_consent", "Ask for the person's consent", states("received"), "consent_check", DESK),
        Step("allocate", "Give it to a team", states("received consent_check"), "allocated", DESK,
             (Fact.CONSENT_CHECKED,)),
        Step("reply", "It is answered", states("allocated"), "replied", DESK, (Fact.CONSENT_CHECKED,),
             stop(ClockId.ACKNOWLEDGEMENT, ClockId.MEMBER_ENQUIRY)),
        Step("escalate", "Take it on as a complaint", states("received consent_check allocated replied"), TRIAGE, DESK,
             clocks=AFRESH, into=INTAKE),
        *ending(states("replied"), withdrawn=False),
    ),
)  # fmt: skip
"""Nothing about a child goes to a member before consent was looked at."""

OMBUDSMAN = Table(
    "ombudsman", "Ombudsman enquiry",
    {one.value: Place(one.label, _OVER.get(one, State.ACCEPTED),
                      clock=ClockId.OMBUDSMAN_ENQUIRY if one in _OWED else None) for one in OmbudsmanState},
    "notified", final_states(withdrawn=False),
    (
        Step("too_early", "They sent it back as too early", states("notified enquiries"), "premature_returned", DESK,
             clocks=stop(ClockId.OMBUDSMAN_ENQUIRY)),
        Step("asked", "They asked questions", states("notified"), "enquiries", DESK),
        Step("answered", "We answered their questions", states("enquiries"), "", DESK,
             clocks=stop(ClockId.OMBUDSMAN_ENQUIRY)),
        Step("provisional", "Their draft decision is here", states("notified enquiries"), "provisional", DESK),
        Step("decided", "Their decision is here", states("notified enquiries provisional"), "decided", DESK,
             clocks=stop(ClockId.OMBUDSMAN_ENQUIRY)),
        Step("remedy", "We have to put it right", states("decided"), "remedy_due", MANAGER),
        Step("remedied", "We put it right", states("remedy_due"), "remedied", MANAGER, (Fact.REASON_GIVEN,)),
        Step("escalate", "Take it on as a complaint", states("premature_returned"), TRIAGE, DESK,
             clocks=AFRESH, into=INTAKE),
        *ending(states("premature_returned decided remedied"), withdrawn=False),
    ),
)  # fmt: skip
"""From their first letter to the remedy they asked for."""
