"""What guidance says an annual report covers, and where in a report it can be found.

Source: the list at the end of the domain notes' rules of "Getting the Best from Complaints" (2006), and regulation 13.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from portal.domain.tables.shape import Report, Table


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to cover: there when any of its tables has a figure, or any of its sections was written."""

    title: str
    tables: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """An item with the tables and sections that cover it; none when it is missing."""

    item: Item
    tables: tuple[str, ...]
    sections: tuple[str, ...]

    @property
    def there(self) -> bool:
        """Whether the report covers it."""
        return bool(self.tables or self.sections)


ITEMS: tuple[Item, ...] = (
    Item("How many at each stage", ("resolved-by-stage", "outcomes-stage-1")),
    Item("How many went to the Ombudsman", ("ombudsman",)),
    Item("Which groups of people complained", ("received-by-complainant",)),
    Item("What kinds of complaints", ("concerns-by-category", "primary-concern")),
    Item("What was found", ("outcomes",)),
    Item("Advocacy", ("children-and-advocacy",)),
    Item("Whether time limits were kept", ("timeliness",)),
    Item("Whether people agreed to extensions", ("extensions",), ("timescales",)),
    Item("What was learned, and what changed because of it", (), ("learning",)),
    Item("What is going to change", (), ("actions",)),
    Item("Age", ("children-by-age", "children-by-age-and-sex", "monitoring-age")),
    Item("Sex", ("children-by-age-and-sex", "monitoring-sex")),
    Item("Disability", ("children-by-disability", "monitoring-disability")),
    Item("Sexual orientation", ("monitoring-orientation",), ("people",)),
    Item("Ethnic group", ("children-by-ethnicity", "monitoring-ethnicity")),
    Item("How well the procedure works", (), ("summary", "actions")),
)
"""Everything an annual report should cover. Words are the only place for some of it."""


def looked_through(report: Report | None, sections: Collection[str]) -> Iterator[Found]:
    """Each item with where it is. `report` is the edition that gets published, None when there is nothing to report."""
    printed = {table.id for table in report.tables if _says_something(table)} if report else set()
    for item in ITEMS:
        tables = tuple(id_ for id_ in item.tables if id_ in printed)
        yield Found(item, tables, tuple(id_ for id_ in item.sections if id_ in sections))


def _says_something(table: Table) -> bool:
    """Whether anything was collected for the newest column or measure; what is kept back was collected."""
    return any(row.values and row.values[0] is not None for row in table.rows)
