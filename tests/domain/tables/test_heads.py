"""What stands over each table: what it counts, and by which day."""

from __future__ import annotations

from portal.domain.tables.report import DEFINITIONS

UNITS = {
    "representations": "received-by-kind",
    "complaints": "complaints-by-triage received-by-method received-by-point received-by-complainant "
    "children-and-advocacy primary-concern by-team outcomes outcomes-stage-1 outcomes-stage-2 outcomes-stage-3 "
    "resolved-by-stage escalation",
    "as each row says": "activity",
    "concerns": "concerns-by-category",
    "resolutions": "resolutions",
    "stage responses": "learning timeliness duration duration-by-quarter",
    "pounds": "compensation expenditure",
    "enquiries": "ombudsman member-enquiries",
    "codings": "compliments-by-category impairments",
    "compliments": "compliments-by-source compliments-by-team",
    "children": "children-by-age children-by-age-and-sex children-by-disability children-by-ethnicity "
    "children-by-religion children-by-care-status children-by-uasc",
    "people": "monitoring-responses monitoring-age monitoring-sex monitoring-disability monitoring-ethnicity "
    "monitoring-religion monitoring-language",
}
BY_ANOTHER_DAY = {
    "activity": "in the year, or at its end",
    "duration-by-quarter": "received in the quarter",
    "compensation": "paid in the year",
    "expenditure": "incurred in the year",
}


def test_each_table_says_what_it_counts() -> None:
    found = {id_: definition.unit for id_, definition in DEFINITIONS.items()}
    assert found == {id_: unit for unit, ids in UNITS.items() for id_ in ids.split()}


def test_each_table_says_by_which_day_it_counts() -> None:
    for id_, definition in DEFINITIONS.items():
        usual = "asked in the year" if id_.startswith("monitoring-") else "received in the year"
        assert (id_, definition.date_basis) == (id_, BY_ANOTHER_DAY.get(id_, usual))


def test_the_titles_differ() -> None:
    assert len({definition.title for definition in DEFINITIONS.values()}) == len(DEFINITIONS)
