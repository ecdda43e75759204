"""What was found about concerns, and what that makes of the whole (data dictionary 3.6 and 3.7)."""

from collections.abc import Iterable

from portal.domain.words import Worded


class Outcome(Worded):
    """What a stage found about one concern, or about a whole complaint."""

    UPHELD = "upheld", "Upheld"
    PARTLY_UPHELD = "partly_upheld", "Partly upheld"
    NOT_UPHELD = "not_upheld", "Not upheld"
    NO_FINDING = "no_finding", "No finding"
    RESOLVED = "resolved", "Resolved"
    WITHDRAWN = "withdrawn", "Withdrawn"
    ADR = "adr", "Settled by mediation or another way"
    NO_FURTHER_ACTION = "no_further_action", "No further action"
    NOT_INVESTIGATED = "not_investigated", "Not investigated"
    OPEN = "open", "Open"
    NOT_PROVEN = "not_proven", "Not proven"


class StatutoryFunction(Worded):
    """The functions that the regulations open to complaint (SI 2006/1738, regulations 3 to 5), as far as named."""

    CARE_AND_SUPERVISION = "care_and_supervision", "Applying for care or supervision (s.31)"
    EFFECT_OF_CARE_ORDER = "effect_of_care_order", "What a care order lets us decide (s.33)"
    CONTACT_IN_CARE = "contact_in_care", "Contact with a child in care (s.34)"
    SUPERVISION = "supervision", "Supervision (s.35)"
    ASSESSMENT_ORDER = "assessment_order", "Child assessment orders (s.43)"
    EMERGENCY_PROTECTION = "emergency_protection", "Emergency protection (s.44)"
    ADOPTION = "adoption", "Adoption support, placement and removal"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship support"


STAGES = (1, 2, 3)
DECIDED = frozenset({Outcome.UPHELD, Outcome.PARTLY_UPHELD, Outcome.NOT_UPHELD})
"""The outcomes that say who was right; the overall outcome is made of these alone."""


def overall(outcomes: Iterable[Outcome | None]) -> Outcome:
    """The outcome of a stage from those of its concerns; None is a concern nobody has decided yet.

    Upheld if every decided concern is, not upheld if none is, else partly upheld (dictionary 3.7). While one is open,
    the whole is. Where nobody had to say who was right, the outcome is what all concerns share, else no finding.
    """
    found = list(outcomes)
    if not found or any(outcome in (None, Outcome.OPEN) for outcome in found):
        return Outcome.OPEN
    decided = {outcome for outcome in found if outcome in DECIDED}
    if decided:
        return decided.pop() if len(decided) == 1 else Outcome.PARTLY_UPHELD
    shared = {outcome for outcome in found if outcome is not None}
    return shared.pop() if len(shared) == 1 else Outcome.NO_FINDING
