"""The fields that tables count by, for each grain, beside its year and quarter."""

from collections.abc import Mapping
from types import MappingProxyType

_WHO = {"kind": "code", "procedure": "code", "triage": "code"}

FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "representations": {
            **_WHO, "method": "code", "point": "code", "complainant": "code", "submitted_by": "code",
            "withdrawn": "flag", "team": "code", "shared": "flag", "overall": "code", "reached": "whole",
            "second": "code", "third": "code", "category": "code", "subcategory": "code",
        },
        "stages": {
            **_WHO, "stage": "whole", "answered": "flag", "in_time": "flag", "found": "code", "highest": "flag",
            "declined": "flag", "withdrawn": "flag", "corrective": "code", "working_days": "whole",
            "calendar_days": "whole",
        },
        "concerns": {**_WHO, "category": "code", "final": "code"},
        "compliments": {"kind": "code", "categories": "codes", "source": "code"},
        "resolutions": {**_WHO, "resolution": "code"},
        "children": {
            **_WHO, "age": "code", "sex": "code", "ethnicity": "code", "religion": "code", "disabled": "code",
            "impairments": "codes", "care_status": "code", "uasc": "code",
        },
        "payments": {"detail": "code", "amount": "whole"},
        "expenditure": {"kind": "code", "amount": "whole"},
        "ombudsman": {"outcome": "code", "service": "code", "investigated": "flag"},
        "monitoring": {
            "audience": "code", "age_band": "code", "sex": "code", "disabled": "code", "ethnicity": "code",
            "religion": "code", "main_language": "code",
        },
    }
)  # fmt: skip
"""Each grain with its fields and their kinds: a code, several codes, a flag, or a whole number."""
