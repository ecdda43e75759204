"""What Stage 2 and Stage 3 need before they go on, read from appointments, reports, answers and the panel."""

from collections.abc import Callable, Mapping
from datetime import date

from portal import clock
from portal.domain.independence import ON_PANEL, Capacity, both_at_stage_2, obstacles, sat_before, three
from portal.domain.recommendations import ANSWERING, AUTHORS, Author
from portal.domain.stage_words import Fact
from portal.records.cases import Case
from portal.records.reports import latest_reports
from portal.services.answering_recommendations import each_answered
from portal.services.appointing import at_stage_2, candidate, standing
from portal.services.convening import panel_day


def _named(case: Case, capacity: Capacity) -> bool:
    rows = standing(case.id, Capacity.INVESTIGATOR, Capacity.INDEPENDENT_PERSON)
    ours = [row for row in rows if row.capacity is capacity]
    others = [row.independent_id for row in rows if row.capacity is not capacity]
    apart = not both_at_stage_2([row.independent_id for row in ours], others)
    return bool(ours) and apart and not any(obstacles(candidate(case, row)) for row in ours)


def _three(case: Case, _given: object) -> bool:
    return not three([candidate(case, row) for row in standing(case.id, *ON_PANEL)])


def _fresh(case: Case, _given: object) -> bool:
    before, members = at_stage_2(case.id), standing(case.id, *ON_PANEL)
    return bool(members) and not any(sat_before(row.independent_id, before) for row in members)


def _here(case: Case, stage: int) -> bool:
    return set(AUTHORS[stage]) <= set(latest_reports(case.id))


def _answered(case: Case, _given: object) -> bool:
    return any(case.step == step and each_answered(case.id, stage) for stage, step in ANSWERING.items())


FACTS: Mapping[Fact, Callable[[Case, object], bool]] = {
    Fact.INVESTIGATOR_INDEPENDENT: lambda case, _given: _named(case, Capacity.INVESTIGATOR),
    Fact.PERSON_INDEPENDENT: lambda case, _given: _named(case, Capacity.INDEPENDENT_PERSON),
    Fact.REPORTS_RECEIVED: lambda case, _given: _here(case, 2),
    Fact.EACH_RECOMMENDATION_ANSWERED: _answered,
    Fact.THREE_INDEPENDENT_PANELLISTS: _three,
    Fact.PANEL_WITHOUT_STAGE_2_PERSON: _fresh,
    Fact.PANEL_DAY_SET: lambda case, _given: (panel_day(case.id) or date.min) >= clock.today(),
    Fact.PANEL_HAS_MET: lambda case, _given: (panel_day(case.id) or date.max) <= clock.today(),
    Fact.PANEL_REPORT_RECEIVED: lambda case, _given: Author.PANEL in latest_reports(case.id),
}
"""Each fact of the later stages and how it is read."""
