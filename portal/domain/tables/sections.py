"""Which tables belong into which section of the written report, in the order of the published reports."""

from collections.abc import Mapping
from types import MappingProxyType

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "background": ("activity",),
        "summary": ("received-by-kind", "complaints-by-triage"),
        "feedback": ("received-by-method", "received-by-point", "member-enquiries"),
        "advocacy": ("children-and-advocacy",),
        "complaints": (
            "received-by-complainant", "by-team", "concerns-by-category", "primary-concern", "outcomes",
            "outcomes-stage-1", "outcomes-stage-2", "outcomes-stage-3", "resolved-by-stage", "escalation",
            "resolutions", "compensation", "expenditure",
        ),
        "people": (
            "children-by-age", "children-by-age-and-sex", "children-by-disability", "impairments",
            "children-by-ethnicity", "children-by-religion", "children-by-care-status", "children-by-uasc",
            "monitoring-responses", "monitoring-age", "monitoring-sex", "monitoring-disability",
            "monitoring-ethnicity", "monitoring-religion", "monitoring-language",
        ),
        "timescales": ("timeliness", "duration", "duration-by-quarter"),
        "ombudsman": ("ombudsman",),
        "compliments": ("compliments-by-category", "compliments-by-source", "compliments-by-team"),
        "learning": ("learning",),
    }
)  # fmt: skip
"""By section; a section without tables is not here."""
