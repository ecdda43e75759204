"""Some tables of a report alone, as they are printed in the whole of it."""

from collections.abc import Collection
from dataclasses import replace

from portal.domain.tables.shape import Report


def only(report: Report, ids: Collection[str]) -> Report:
    """The report with these of its tables, and the words of the chapters they stand in; all of it without ids.

    Nothing is counted or kept back anew, so that an excerpt never says more than the report it is from.
    """
    if not ids:
        return report
    chapters = (replace(one, tables=tuple(id_ for id_ in one.tables if id_ in ids)) for one in report.chapters)
    tables = tuple(table for table in report.tables if table.id in ids)
    return replace(report, tables=tables, chapters=tuple(one for one in chapters if one.tables))
