"""What the case page puts first: the next step of the procedure, or what it still waits for and where that is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import url_for

from portal.domain.access import Action
from portal.domain.onward import NOT_THE_DESK, Onward, onward
from portal.domain.procedures import TABLES
from portal.domain.stage_words import Fact
from portal.domain.stages import Step
from portal.extensions import db
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.services.stage_facts import Given, facts_of
from portal.services.stepping import duties
from portal.staff.guard import Me
from portal.staff.leading import BROUGHT, page_of

_CONCERNS = (Action.READ_CONCERNS, "staff_concerns.concerns", "Give each concern its outcome")
_PAPERS = (Action.READ_REPORTS, "staff_stage_papers.papers", "Go to the papers of Stages 2 and 3")
_KIND_WORDS = (Action.COMPLIMENT, "staff_compliments.compliment", "Write down where it comes from")
WHERE: Mapping[Fact, tuple[Action, str, str]] = MappingProxyType(
    {
        Fact.OUTCOME_FOR_EACH_CONCERN: _CONCERNS,
        Fact.STATEMENT_AGREED: (Action.EDIT_CONCERNS, "staff_stating.agree", "Write down that the statement is agreed"),
        Fact.SOURCE_RECORDED: _KIND_WORDS,
        Fact.CONSENT_TO_QUOTE: _KIND_WORDS,
        Fact.NAMES_REMOVED: _KIND_WORDS,
        Fact.ELIGIBILITY_RECORDED: (Action.TRIAGE, "staff_triage.look", "Look at it"),
        Fact.CONSENT_CHECKED: (Action.TRIAGE, "staff_triage.look", "Look at consent"),
        **dict.fromkeys(
            (
                Fact.INVESTIGATOR_INDEPENDENT, Fact.PERSON_INDEPENDENT, Fact.REPORTS_RECEIVED, Fact.PANEL_DAY_SET,
                Fact.EACH_RECOMMENDATION_ANSWERED, Fact.THREE_INDEPENDENT_PANELLISTS, Fact.PANEL_REPORT_RECEIVED,
                Fact.PANEL_WITHOUT_STAGE_2_PERSON,
            ),
            _PAPERS,
        ),
    }
)  # fmt: skip
"""Where what is missing is done, and the words of the button that leads there."""


@dataclass(frozen=True, slots=True)
class WayOn:
    """What to do: an address with its words, if this officer can do it, and a sentence about it."""

    url: str
    words: str
    said: str


def way_on(case: Case, officer: Me) -> WayOn | None:
    """The next thing to do with a case; None where nothing is left to be done by the team."""
    table, facts = TABLES[case.procedure], facts_of(case, Given())
    found = onward(table, case.step, facts, given=BROUGHT)
    if found is None:
        return None
    found = _given_to_somebody(case, found)
    who = duties(db.session.get_one(Officer, officer.id), case)
    if found.waits_for:
        return _missing(case, officer, found)
    if found.step.who.isdisjoint(who):
        return WayOn("", "", f"Next: {found.step.label}. That is for: {_who(found.step)}.")
    return WayOn(page_of(case, found.step.event), found.step.label, "")


def _given_to_somebody(case: Case, found: Onward) -> Onward:
    """Before an answer is drafted, somebody has to be there to draft it."""
    allocating = next(
        (step for step in TABLES[case.procedure].steps if step.event == "allocate" and case.step in step.start), None
    )
    if case.handler_id is not None or allocating is None or found.step.event not in ("draft", "send"):
        return found
    return Onward(allocating, (), found.goal)


def _missing(case: Case, officer: Me, found: Onward) -> WayOn:
    fact = found.waits_for[0]
    said = f"Next: {found.step.label}. {fact.label}."
    if fact not in WHERE:
        return WayOn("", "", said)
    action, endpoint, words = WHERE[fact]
    mine = officer.may(action, case)
    return WayOn(url_for(endpoint, reference=case.reference) if mine else "", words if mine else "", said)


def _who(step: Step) -> str:
    return " or ".join(sorted(one.label.lower() for one in step.who - NOT_THE_DESK))
