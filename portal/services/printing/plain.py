"""A report as JSON, as the contract has it."""

import json

from portal.domain.tables.shape import Report


def as_json(report: Report) -> bytes:
    """The report in UTF-8, a line each for what a person may want to compare."""
    return (json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n").encode()
