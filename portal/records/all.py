"""Every table, imported once, for migrations and for tests."""

from portal.extensions import metadata
from portal.records import alerts, cases, drafts, letters, limits, officers, timeline, views, visits

TABLES = (alerts, cases, drafts, letters, limits, officers, timeline, views, visits)
__all__ = ["TABLES", "metadata"]
