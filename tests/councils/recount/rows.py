"""The rows that must be there though nobody falls in them: whole code lists, the council's trees, all bands."""

from __future__ import annotations

from itertools import pairwise

from portal.domain.children import Missing
from portal.domain.dataset.files import FILES
from tests.councils.recount.asked import Asked
from tests.councils.recount.others import MISSING, age_bands
from tests.councils.recount.stages import bands
from tests.councils.recount.tables import TREES

LISTS = {
    "complaints-by-triage": ("representations", "triage"), "received-by-method": ("representations", "method"),
    "received-by-point": ("representations", "point"), "received-by-complainant": ("representations", "complainant"),
    "resolutions": ("resolutions", "resolution"), "compensation": ("payments", "detail"),
    "expenditure": ("expenditure", "kind"), "ombudsman": ("ombudsman", "outcome"),
    "compliments-by-category": ("compliments", "categories"), "compliments-by-source": ("compliments", "source"),
    "children-by-disability": ("children", "disabled"), "children-by-ethnicity": ("children", "ethnicity"),
    "children-by-religion": ("children", "religion"), "children-by-care-status": ("children", "care_status"),
    "children-by-uasc": ("children", "uasc"), "impairments": ("children", "impairments"),
    "monitoring-age": ("monitoring", "age_band"), "monitoring-sex": ("monitoring", "sex"),
    "monitoring-disability": ("monitoring", "disabled"), "monitoring-ethnicity": ("monitoring", "ethnicity"),
    "monitoring-religion": ("monitoring", "religion"), "learning": ("stages", "corrective_action"),
}  # fmt: skip
"""Tables with a row for each code of a column of a file."""
_NAMED = {
    "received-by-kind": "statutory corporate informal enquiry comment compliment advocacy_request member_enquiry",
    "children-and-advocacy": "from_children child_alone with_advocate from_children_withdrawn",
    "resolved-by-stage": "1 2 3", "duration": "1 2 3", "duration-by-quarter": "Q1 Q2 Q3 Q4",
    "escalation": "stage_2_requested stage_2_taken stage_2_declined stage_3_requested stage_3_taken",
    "member-enquiries": "received answered in_time", "monitoring-responses": "offered answered",
    "activity": "contacts referrals open_referrals children_dealt_with new_referrals complaint_rate",
    "monitoring-language": " ".join(MISSING),
}  # fmt: skip
SECOND = {
    "ombudsman": ("investigated", "childrens_social_care", "education", "other"),
    "children-and-advocacy": ("child_alone", "with_advocate", "from_children_withdrawn"),
}  # fmt: skip
"""Rows that are parts of others and so stand below them."""


def expected(asked: Asked) -> set[str]:
    """The codes of all rows that the table must have."""
    id_ = asked.wish.id
    if asked.wish.rows:
        found = {group.code for group in asked.wish.rows}
    elif id_ in LISTS:
        file, column = LISTS[id_]
        found = set(FILES[file].column(column).codes)
        found -= {word.value for word in Missing} if id_ == "impairments" else set()
        found -= {"not_known"} if id_ == "received-by-method" and asked.wish.not_known == "note" else set()
    elif id_.startswith("outcomes"):
        found = set(asked.authority.options.outcome_set)
    else:
        found = set(_NAMED.get(id_, "").split())
    return found | _ranges(asked) | _branches(asked) | set(SECOND.get(id_, ()))


def _ranges(asked: Asked) -> set[str]:
    if asked.wish.id.startswith("children-by-age"):
        first, found = 0, set(MISSING)
        for last in age_bands(asked):
            found.add(f"{first}-{last}")
            first = last + 1
        return found | {f"{first}+"}
    found = set()
    for stage in (1, 2, 3) if asked.wish.id == "timeliness" else ():
        limits = bands(asked, stage)
        found |= {f"stage-{stage}:within-{limits[0]}", f"stage-{stage}:over-{limits[-1]}"}
        found |= {f"stage-{stage}:{low + 1}-{high}" for low, high in pairwise(limits)}
    return found


def _branches(asked: Asked) -> set[str]:
    """The tops of the council's tree in the year, and what is directly below them."""
    if asked.wish.id not in TREES:
        return set()
    rows = [row for row in TREES[asked.wish.id](asked.authority).rows if row.valid_in(asked.year)]
    tops = {row.code for row in rows if not row.parent}
    parts = asked.wish.parts and asked.wish.id != "concerns-by-category"
    return tops | ({row.code for row in rows if row.parent in tops} if parts else set())
