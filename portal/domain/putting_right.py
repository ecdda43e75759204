"""How things are put right: remedies, money, and what we change for the next time (data dictionary 3.7 and 3.10)."""

import re
from datetime import date

from portal.domain.calendar import elapsed
from portal.domain.rag import USUAL, Band
from portal.domain.words import Worded


class Resolution(Worded):
    """One way in which a complaint was put right; a complaint may have several."""

    APOLOGY = "apology", "Apology"
    EXPLANATION = "explanation", "Explanation or information given"
    CHANGE_OF_SOCIAL_WORKER = "change_of_social_worker", "Change of social worker"
    VIEW_PLACED_ON_FILE = "view_placed_on_file", "View placed on file"
    EXTRA_MONITORING = "extra_monitoring", "Extra case monitoring through supervision"
    ADVOCACY_PROVIDED = "advocacy_provided", "Advocacy provided"
    INFORMAL_RESOLUTION = "informal_resolution", "Informal resolution"
    CHANGE_IN_PRACTICE = "change_in_practice", "Change in practice"
    MEETING = "meeting", "Meeting"
    MEDIATION = "mediation", "Mediation"
    DECISION_RECONSIDERED = "decision_reconsidered", "Decision reconsidered"
    SERVICE_PROVIDED = "service_provided", "Service provided or increased"
    RECORD_CORRECTED = "record_corrected", "Record corrected"
    TRAINING = "training", "Training"
    POLICY_CHANGE = "policy_change", "Policy or procedure changed"
    FINANCIAL = "financial", "Money"
    OTHER = "other", "Something else"


class PaymentDetail(Worded):
    """What a payment to a person was for."""

    FOSTERING_FEES = "fostering_fees", "Fostering fees"
    ALLOWANCES = "allowances", "Allowances"
    REIMBURSEMENT_OF_SAVINGS = "reimbursement_of_savings", "Savings given back"
    COURSE_FUNDING = "course_funding", "Funding of a course"
    LGSCO_REMEDY = "lgsco_remedy", "What the Ombudsman asked for"
    COST_OF_PASSPORT = "cost_of_passport", "Cost of a passport"
    BELONGINGS = "belongings", "Lost or damaged belongings"
    EXPENSES = "expenses", "Expenses"
    SYMBOLIC_DISTRESS = "symbolic_distress", "For distress"
    SYMBOLIC_TIME_TROUBLE = "symbolic_time_trouble", "For time and trouble"
    OTHER = "other", "Something else"


class Basis(Worded):
    """Who decided that a payment was due."""

    COUNCIL = "council", "The council"
    LGSCO = "lgsco", "The Ombudsman"
    S2 = "s2", "Stage 2"
    S3 = "s3", "Stage 3"


class ExpenseKind(Worded):
    """What handling complaints cost money for."""

    PUBLICITY_LEAFLETS = "publicity_leaflets", "Leaflets and publicity"
    INDEPENDENT_INVESTIGATOR = "independent_investigator", "Independent investigator"
    INDEPENDENT_PERSON = "independent_person", "Independent person"
    PANEL = "panel", "Panel"
    ADVOCACY = "advocacy", "Advocacy"
    TRANSLATION = "translation", "Translation"
    OTHER = "other", "Something else"


class ActionStatus(Worded):
    """Where a learning action stands; whether it is overdue follows from its day."""

    PROPOSED = "proposed", "Proposed"
    AGREED = "agreed", "Agreed"
    IN_PROGRESS = "in_progress", "Being done"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class Corrective(Worded):
    """Whether the answer of a stage named something to put right."""

    YES = "yes", "Yes, it named something to put right"
    NO = "no", "No, it said there was nothing to put right"
    NOT_STATED = "not_stated", "It did not say"


ENDED = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})
MOST_PENCE = 100_000_000
_POUNDS = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?")


class NotAnAmount(ValueError):
    """What was typed cannot be read as an amount of money."""


def pence(typed: str) -> int:
    """The amount in pence from pounds as people type them: "150", "£1,200.50". Raises NotAnAmount, also for nothing."""
    found = _POUNDS.fullmatch(typed.strip())
    amount = int(found[1].replace(",", "")) * 100 + int(found[2] or 0) if found else 0
    if not 0 < amount <= MOST_PENCE:
        raise NotAnAmount(typed)
    return amount


def pounds(amount: int) -> str:
    """Pence as pounds: 120050 is "£1,200.50"."""
    return f"£{amount // 100:,}.{amount % 100:02d}"


def action_band(due: date, today: date) -> Band:
    """The colour of an action that is not finished: red on its day and after it, amber in the last working days."""
    if due <= today:
        return Band.RED
    return Band.AMBER if elapsed(today, due) <= USUAL.days else Band.GREEN
