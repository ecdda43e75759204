"""Which recount belongs to which table, and of which whole its percentages are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from portal.domain.authority import Authority
from portal.domain.taxonomy import Terms
from tests.councils.recount import complaints, others, stages
from tests.councils.recount.asked import Column, Counts

YEARS: Mapping[str, Callable[[Column], Counts]] = {
    "received-by-kind": complaints.by_kind,
    "complaints-by-triage": complaints.by_triage,
    "activity": complaints.activity,
    "received-by-method": complaints.by_method,
    "received-by-point": complaints.by_point,
    "received-by-complainant": complaints.by_complainant,
    "children-and-advocacy": complaints.children_and_advocacy,
    "primary-concern": complaints.primary_concern,
    "by-team": complaints.by_team,
    "outcomes": stages.outcomes,
    "outcomes-stage-1": partial(stages.outcomes_of_stage, number=1),
    "outcomes-stage-2": partial(stages.outcomes_of_stage, number=2),
    "outcomes-stage-3": partial(stages.outcomes_of_stage, number=3),
    "resolved-by-stage": stages.resolved_by_stage,
    "escalation": stages.escalation,
    "resolutions": complaints.resolutions,
    "learning": stages.learning,
    "timeliness": stages.timeliness,
    "ombudsman": others.ombudsman,
    "member-enquiries": stages.member_enquiries,
    "compliments-by-category": complaints.compliments_by_category,
    "compliments-by-source": complaints.compliments_by_source,
    "compliments-by-team": complaints.compliments_by_team,
    "children-by-age": others.by_age,
    "children-by-disability": partial(others.by_answer, about="disabled"),
    "impairments": others.impairments,
    "children-by-ethnicity": partial(others.by_answer, about="ethnicity"),
    "children-by-religion": partial(others.by_answer, about="religion"),
    "children-by-care-status": partial(others.by_answer, about="care_status"),
    "children-by-uasc": partial(others.by_answer, about="uasc"),
    "monitoring-responses": others.monitoring_responses,
}
"""Tables whose columns are years."""

WITHIN: Mapping[str, Callable[[Column], dict[str, Counts]]] = {
    "concerns-by-category": complaints.concerns_by_category,
    "duration": stages.duration,
    "duration-by-quarter": stages.duration_by_quarter,
    "compensation": others.compensation,
    "expenditure": others.expenditure,
    "children-by-age-and-sex": others.by_age_and_sex,
    "monitoring-age": partial(others.monitoring, about="age_band"),
    "monitoring-sex": partial(others.monitoring, about="sex"),
    "monitoring-disability": partial(others.monitoring, about="disabled"),
    "monitoring-ethnicity": partial(others.monitoring, about="ethnicity"),
    "monitoring-religion": partial(others.monitoring, about="religion"),
    "monitoring-language": partial(others.monitoring, about="main_language"),
}
"""Tables of one year, whose columns are what they count."""

WITHOUT_TOTAL = frozenset(
    {"activity", "children-and-advocacy", "escalation", "member-enquiries", "monitoring-responses", "duration",
     "duration-by-quarter"}
)  # fmt: skip
"""Tables whose rows are no parts of one whole."""
SHARED = frozenset(
    {"escalation", "member-enquiries", "monitoring-responses", *(YEARS.keys() - WITHOUT_TOTAL),
     *(id_ for id_ in WITHIN if id_.startswith("monitoring"))}
)  # fmt: skip
"""Tables whose rows have percentages."""
NOT_RECORDED = frozenset({"not_known", "not_recorded"})

BY_DAY = {
    "compensation": ("payments", "paid_on"), "expenditure": ("expenditure", "incurred_on"),
    "ombudsman": ("ombudsman", "received_on"),
}  # fmt: skip
"""Tables made from a file whose rows have a day of their own."""
TREES: Mapping[str, Callable[[Authority], Terms]] = {
    "by-team": lambda authority: authority.teams,
    "compliments-by-team": lambda authority: authority.teams,
    "primary-concern": lambda authority: authority.categories,
    "concerns-by-category": lambda authority: authority.categories,
}
"""Tables whose rows are the council's own trees."""


def _accepted(column: Column) -> int:
    return len(column.accepted)


def _children(column: Column) -> int:
    return sum(len(case["children"]) for case in column.accepted)


WHOLES: Mapping[str, Callable[[Column], int]] = {
    "complaints-by-triage": lambda column: len(column.of("complaint")),
    "primary-concern": _accepted, "by-team": lambda column: len(column.accepted_and_enquiries),
    "received-by-method": lambda column: len(column.accepted_and_enquiries),
    "received-by-point": lambda column: len(column.accepted_and_enquiries),
    "received-by-complainant": lambda column: len(column.accepted_and_enquiries),
    "outcomes": _accepted, "outcomes-stage-1": _accepted, "resolved-by-stage": _accepted,
    "compliments-by-source": lambda column: len(column.of("compliment")),
    "compliments-by-team": lambda column: len(column.of("compliment")),
    "children-by-age": _children, "children-by-disability": _children, "children-by-ethnicity": _children,
    "children-by-religion": _children, "children-by-care-status": _children, "children-by-uasc": _children,
}  # fmt: skip
"""Tables in which each case, or child, is counted exactly once: what their totals must be."""
