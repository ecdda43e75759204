"""The fields that tables count by, beside year and quarter, in families: the values of one are kept under one number.

A family has few combinations, so that a year is counted by going once through an index of numbers. A field stands in
one family of its grain, except those that every table of complaints asks for.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

WHO = ("kind", "procedure", "triage")
"""The fields by which a fact belongs to a population."""

FAMILIES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "representations": {
            "course": (*WHO, "submitted_by", "withdrawn", "second", "third", "reached"),
            "found": (*WHO, "complainant", "overall"),
            "way": (*WHO, "method", "point"),
            "work": (*WHO, "team", "shared"),
            "about": (*WHO, "category", "subcategory"),
        },
        "stages": {
            "results": (*WHO, "stage", "declined", "found", "withdrawn", "answered", "corrective", "in_time"),
            "working": (*WHO, "stage", "answered", "highest", "working_days"),
            "calendar": (*WHO, "stage", "answered", "highest", "calendar_days"),
        },
        "concerns": {"results": (*WHO, "category", "final")},
        "compliments": {"praise": ("kind", "categories", "source")},
        "resolutions": {"ways": (*WHO, "resolution")},
        "children": {
            "ages": (*WHO, "age", "sex"),
            "origins": (*WHO, "ethnicity", "religion"),
            "care": (*WHO, "disabled", "care_status", "uasc"),
            "impairments": (*WHO, "impairments"),
        },
        "payments": {"sums": ("detail", "amount")},
        "expenditure": {"sums": ("kind", "amount")},
        "ombudsman": {"results": ("outcome", "service", "investigated")},
        "monitoring": {
            "ages": ("audience", "age_band", "sex", "disabled"),
            "ethnicities": ("audience", "ethnicity"),
            "religions": ("audience", "religion"),
            "languages": ("audience", "main_language"),
        },
    }
)  # fmt: skip
"""Each grain with its families of fields."""


def covering(grain: str, fields: Sequence[str]) -> tuple[str, ...]:
    """The families that have these fields between them: one if there is one. Raises KeyError for an unknown field."""
    families = FAMILIES[grain]
    missing = dict.fromkeys(name for name in fields if name not in ("year", "quarter"))
    chosen: list[str] = []
    while missing or not chosen:
        best = max(families, key=lambda one: len(missing.keys() & set(families[one])))
        if missing and not missing.keys() & set(families[best]):
            raise KeyError(next(iter(missing)))
        chosen.append(best)
        missing = {name: None for name in missing if name not in families[best]}
    return tuple(chosen)
