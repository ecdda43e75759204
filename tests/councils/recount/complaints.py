"""Recounts of what was received: kinds, triage, methods, points, complainants, children, concerns and teams."""

from __future__ import annotations

from dataclasses import replace

from portal.domain.taxonomy import Terms
from tests.councils.recount.asked import Column, Counts, percentage, tallied, written
from tests.councils.recount.cases import Case, overall, taken_back

FROM_CHILDREN = ("child_alone", "child_with_advocate", "advocate_for_child")
OTHER_KINDS = ("enquiry", "comment", "compliment", "advocacy_request", "member_enquiry")


def by_kind(column: Column) -> Counts:
    """Accepted complaints by procedure, and everything else by its kind."""
    procedures = [case["procedure"] or "not_recorded" for case in column.accepted]
    return tallied(procedures + [case["kind"] for kind in OTHER_KINDS for case in column.of(kind)])


def by_triage(column: Column) -> Counts:
    """Complaints by what became of them; not decided and not written down is pending."""
    return tallied([case["triage"] or "pending" for case in column.of("complaint")])


def by_method(column: Column) -> Counts:
    """How they came."""
    return tallied([case["method"] or "not_known" for case in column.accepted_and_enquiries])


def by_point(column: Column) -> Counts:
    """Where they came."""
    return tallied([case["point"] or "not_recorded" for case in column.accepted_and_enquiries])


def by_complainant(column: Column) -> Counts:
    """Who complained."""
    return tallied([case["complainant"] or "not_recorded" for case in column.accepted_and_enquiries])


def children_and_advocacy(column: Column) -> Counts:
    """Complaints from children, and how many of them came alone, with an advocate, or were taken back."""
    theirs = [case for case in column.accepted if case["submitted_by"] in FROM_CHILDREN]
    return {
        "from_children": len(theirs),
        "child_alone": len([case for case in theirs if case["submitted_by"] == "child_alone"]),
        "with_advocate": len([case for case in theirs if case["submitted_by"] != "child_alone"]),
        "from_children_withdrawn": len([case for case in theirs if taken_back(case)]),
    }


def concerns_by_category(column: Column) -> dict[str, Counts]:
    """Concerns by category; then, for each outcome, those with this last outcome."""
    found: dict[str, Counts] = {"raised": {}}
    for case in column.accepted:
        for concern in case["concerns"]:
            last = concern["outcome_3"] or concern["outcome_2"] or concern["outcome_1"]
            last = last or ("withdrawn" if taken_back(case) else "open" if overall(case) == "open" else "not_recorded")
            top = [concern["category"], *above(column.asked.authority.categories, concern["category"],
                                               column.asked.year)][-1]  # fmt: skip
            for where in ("raised", last):
                counts = found.setdefault(where, {})
                counts[top] = int(counts.get(top) or 0) + 1
    if column.asked.quarter is not None:
        year = concerns_by_category(replace(column, asked=replace(column.asked, quarter=None)))
        return {name: found.get(name, {}) for name in year}
    nothing = found.keys() <= {"raised", "withdrawn", "open", "not_recorded"}
    return {"raised": found["raised"]} if nothing else found


def primary_concern(column: Column) -> Counts:
    """Accepted complaints by the category of their main concern, and below it by subcategory."""
    found = []
    for case in column.accepted:
        main = [concern for concern in case["concerns"] if concern["primary"]]
        if main:
            terms, year = column.asked.authority.categories, column.asked.year
            path, finer = ([main[0][name], *above(terms, main[0][name], year)] for name in ("category", "subcategory"))
            # The top of the branch, and what is next below it; a finer one of another branch does not count.
            found += finer[-2:] if finer[-1] == path[-1] else path[-2:]
        else:
            found.append("not_recorded")
    return tallied(found)


def by_team(column: Column) -> Counts:
    """Accepted complaints under their first team, and in the row of every team above it."""
    return _under_teams(column, column.accepted_and_enquiries)


def compliments_by_team(column: Column) -> Counts:
    """Compliments likewise."""
    return _under_teams(column, column.of("compliment"))


def _under_teams(column: Column, counted: list[Case]) -> Counts:
    found = []
    for case in counted:
        if case["teams"]:
            path = [case["teams"][0], *above(column.asked.authority.teams, case["teams"][0], column.asked.year)]
            found += path[-2:]  # the top of the branch, and what is next below it
        else:
            found.append("not_recorded")
    return tallied(found)


def above(terms: Terms, code: str, year: int) -> list[str]:
    """What a term belongs to in the year of the report, upwards; by its last row where that year has none."""
    rows = [row for row in terms.rows if row.code == code]
    then = ([row for row in rows if row.valid_in(year)] or rows)[-1:]
    return [then[0].parent, *above(terms, then[0].parent, year)] if then and then[0].parent else []


def compliments_by_category(column: Column) -> Counts:
    """What compliments praise."""
    return tallied([code for case in column.of("compliment") for one in case["compliments"]
                    for code in one["categories"] or ()])  # fmt: skip


def compliments_by_source(column: Column) -> Counts:
    """Whom they came from."""
    sources = [next((one["source"] for one in case["compliments"]), None) for case in column.of("compliment")]
    return tallied([source or "not_recorded" for source in sources])


def resolutions(column: Column) -> Counts:
    """How things were put right."""
    return tallied([one["resolution"] for case in column.accepted for one in case["resolutions"]])


def activity(column: Column) -> Counts:
    """What the council typed in for the year, and complaints as a part of what it names."""
    asked = column.asked
    if asked.quarter is not None:
        return {}
    found: Counts = dict(asked.printed(column.year, None))
    for row in asked.files.get("activity", []):
        if row["year"] == written(column.year):
            found[str(row["measure"])] = int(str(row["value"]))
    whole = typed(column, asked.wish.denominator)
    if whole and column.has_cases:
        found["complaint_rate"] = percentage(len(column.accepted), whole)
    return found


def typed(column: Column, measure: str) -> int | None:
    """A figure that was typed in for the year."""
    for row in column.asked.files.get("activity", []):
        if (row["year"], row["measure"]) == (written(column.year), measure):
            return int(str(row["value"]))
    return None
