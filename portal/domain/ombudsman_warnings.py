"""What the Ombudsman decided when a council refused, waited or used the wrong procedure: read before doing it again."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.domain.words import Worded


class Danger(Worded):
    """What an officer is about to do that has been looked at by the Ombudsman before."""

    REFUSING_STAGE_2 = "refusing_stage_2", "Refusing Stage 2"
    REFUSING_STAGE_3 = "refusing_stage_3", "Not arranging a review panel"
    DELAYING_STAGE_2 = "delaying_stage_2", "Taking more time at Stage 2"
    NOT_STATUTORY = "not_statutory", "Not using the statutory procedure"
    WAITING_FOR_COURT = "waiting_for_court", "Waiting for other proceedings"


@dataclass(frozen=True, slots=True)
class Decision:
    """One published decision: the council, its reference, what was done and what was found."""

    council: str
    reference: str
    done: str
    found: str

    @property
    def sentence(self) -> str:
        """One line to read before deciding."""
        return f"{self.council} ({self.reference}): {self.done} {self.found}"


FAULT = "That was fault."

DECISIONS: Mapping[Danger, tuple[Decision, ...]] = {
    Danger.REFUSING_STAGE_2: (
        Decision("Manchester", "22 008 976", "Refused Stage 2 because it had nothing to add.", FAULT),
        Decision("Redbridge", "24 010 962", "Refused Stage 2.", FAULT),
    ),
    Danger.REFUSING_STAGE_3: (Decision("Sutton", "21 018 463", "Did not arrange Stage 3.", FAULT),),
    Danger.DELAYING_STAGE_2: (
        Decision("Cumberland", "24 004 450", "Was late at Stage 2.", "It had to apologise and to pay £150."),
        Decision("Somerset", "23 013 837", "Took from December to early March to agree the statement.",
                 "That was delay too."),
        Decision("Staffordshire", "25 010 090", "The longest time for Stage 2 is 13 weeks.",
                 "It is counted from the day on which they asked."),
    ),
    Danger.NOT_STATUTORY: (
        Decision("Suffolk", "25 015 412", "Did not use the statutory procedure at all.", FAULT),
        Decision("Redbridge", "24 020 172", "Did not use the statutory procedure at all.", FAULT),
    ),
    Danger.WAITING_FOR_COURT: (
        Decision("St Helens", "22 015 190", "Waited because proceedings in court about the same thing had begun.",
                 "That was not fault."),
    ),
}  # fmt: skip
"""As read in the decisions that the Ombudsman published (domain notes, 1.2)."""

_BY_EVENT: Mapping[tuple[str, str], Danger] = {
    ("decline_next", "S2"): Danger.REFUSING_STAGE_2,
    ("decline_next", "S3"): Danger.REFUSING_STAGE_3,
    ("extend", "S2"): Danger.DELAYING_STAGE_2,
}


def danger_of(event: str, state: str, *, suggested: str) -> Danger | None:
    """What the Ombudsman has said something about, in this step from this state; None when nothing is known.

    `suggested` is the step that triage points to; any other way out of triage than the statutory one is a danger then.
    """
    if event == "hold":
        return Danger.WAITING_FOR_COURT
    if suggested == "to_statutory" and event.startswith("to_") and event != suggested:
        return Danger.NOT_STATUTORY
    return _BY_EVENT.get((event, state[:2]))


def read_first(danger: Danger) -> tuple[str, ...]:
    """What stands on the page before the officer decides, one line each."""
    return tuple(decision.sentence for decision in DECISIONS[danger])
