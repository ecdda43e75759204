"""Every table, imported once, for migrations and for tests."""

from portal.extensions import metadata
from portal.records import (
    alerts,
    cases,
    children,
    clock_entries,
    compliments,
    concerns,
    drafts,
    learning,
    letters,
    limits,
    monitoring,
    officers,
    registers,
    remedies,
    steps,
    timeline,
    views,
    visits,
)

TABLES = (
    alerts,
    cases,
    children,
    clock_entries,
    compliments,
    concerns,
    drafts,
    learning,
    letters,
    limits,
    monitoring,
    officers,
    registers,
    remedies,
    steps,
    timeline,
    views,
    visits,
)
__all__ = ["TABLES", "metadata"]
