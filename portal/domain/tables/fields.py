"""The fields that tables count by, beside year and quarter, in families: the values of one are kept under one number.

A family has few combinations, so that a year is counted by going once through an index of numbers. A field stands in
one family of its grain, except those that every table of complaints asks for.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

_WHO = ("kind", "procedure", "triage")

FAMILIES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "representations": {
            "course": (*_WHO, "submitted_by", "withdrawn", "second", "third", "reached"),
            "found": (*_WHO, "complainant", "overall"),
            "way": (*_WHO, "method", "point"),
            "work": (*_WHO, "team", "shared"),
            "about": (*_WHO, "category", "subcategory"),
        },
        "stages": {
            "results": (*_WHO, "stage", "declined", "found", "withdrawn", "answered", "corrective", "in_time"),
            "working": (*_WHO, "stage", "answered", "highest", "working_days"),
            "calendar": (*_WHO, "stage", "answered", "highest", "calendar_days"),
        },
        "concerns": {"results": (*_WHO, "category", "final")},
        "compliments": {"praise": ("kind", "categories", "source")},
        "resolutions": {"ways": (*_WHO, "resolution")},
        "children": {
            "ages": (*_WHO, "age", "sex"),
            "origins": (*_WHO, "ethnicity", "religion"),
            "care": (*_WHO, "disabled", "care_status", "uasc"),
            "impairments": (*_WHO, "impairments"),
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
