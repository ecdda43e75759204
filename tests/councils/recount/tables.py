"""Which recount belongs to which table, and of which whole its percentages are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

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
NOT_RECORDED = frozenset({"not_known", "not_recorded"})
MONEY = frozenset({"compensation", "expenditure"})
