"""What the team of the demonstration writes down of a case before it answers: what it is about, whose, what it found.

Without it the reports of the demonstration would say "not recorded" of nearly everything.
"""

from collections.abc import Mapping
from typing import Any

from portal.domain.access import Role
from portal.domain.children import AnswerFrom, CareStatus, ComplaintOf, Missing, Relationship, SubmittedBy
from portal.domain.findings import Outcome
from portal.domain.putting_right import Corrective
from portal.services.children_in_case import Answers, Child, keep_monitoring, say_who, write_child
from portal.services.concerns import Head, add
from portal.services.deciding import decide
from portal.services.learning import say_corrective
from portal.services.stating import set_teams

Found = Mapping[str, str]
Officers = Mapping[str, int]
_CARE = {
    ComplaintOf.CHILD_LOOKED_AFTER: CareStatus.LOOKED_AFTER_S20,
    ComplaintOf.CARE_LEAVER: CareStatus.CARE_LEAVER,
}


def write_down(case_id: int, row: Mapping[str, Any], officers: Officers) -> None:
    """Write down what the data file says was found, and about a child who complains what they told of themselves."""
    found, answers = row["found"], row["answers"]
    officer, whose = officers[Role.COMPLAINTS_OFFICER], ComplaintOf(found["of"])
    set_teams(case_id, officer, found["team"], ())
    say_who(case_id, officer, whose, _handed_in(whose, answers))
    if "sex" in found:
        _describe(case_id, officer, whose, found, answers)
    if "outcome" in found:
        _find(case_id, row, officers)


def _find(case_id: int, row: Mapping[str, Any], officers: Officers) -> None:
    """One concern, in the first words of the story, and what was found about it."""
    found, officer = row["found"], officers[Role.COMPLAINTS_OFFICER]
    add(case_id, officer, Head(row["story"].strip().partition(". ")[0], found["category"]))
    outcome = Outcome(found["outcome"])
    decide(case_id, officers[Role.SENIOR_MANAGER], 1, {1: outcome})
    say_corrective(case_id, officer, 1, Corrective.YES if outcome is Outcome.UPHELD else Corrective.NOT_STATED)


def _handed_in(whose: ComplaintOf, answers: Mapping[str, object]) -> SubmittedBy:
    if whose not in _CARE:
        return SubmittedBy.SELF
    return SubmittedBy.CHILD_WITH_ADVOCATE if answers.get("advocate") == "ask" else SubmittedBy.CHILD_ALONE


def _describe(case_id: int, officer: int, whose: ComplaintOf, found: Found, answers: Mapping[str, object]) -> None:
    age = answers.get("age")
    child = Child(Relationship.SELF, _CARE[whose], is_complainant=True, age=int(str(age)) if age else None)
    number = write_child(case_id, officer, child)
    given = {"sex": found["sex"], "ethnicity": found["ethnicity"], "disabled": "no", "religion": Missing.NOT_ASKED}
    keep_monitoring(case_id, officer, number, Answers(given, AnswerFrom.SELF))
