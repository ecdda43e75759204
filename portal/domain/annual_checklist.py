"""What guidance says an annual report covers, and where in a report it can be found.

Source: the list at the end of the domain notes' rules of "Getting the Best from Complaints" (2006), and regulation 13.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from portal.domain.children import Missing
from portal.domain.tables.shape import Report, Table

UNSAID = frozenset(Missing)
"""Rows that say why there is no answer."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to cover: there when any of its tables has a figure, or any of its sections was written.

    Of what people were asked (`asked`), a table says something once anybody's answer is in it: nought is no answer.
    """

    title: str
    tables: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    asked: bool = False


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
    Item("Which groups of people complained", ("received-by-complainant",), asked=True),
    Item("What kinds of complaints", ("concerns-by-category", "primary-concern")),
    Item("What was found", ("outcomes",)),
    Item("Advocacy", ("children-and-advocacy",)),
    Item("Whether time limits were kept", ("timeliness",)),
    Item("Whether people agreed to extensions", ("extensions",), ("timescales",)),
    Item("What was learned, and what changed because of it", (), ("learning",)),
    Item("What is going to change", (), ("actions",)),
    Item("Age", ("children-by-age", "children-by-age-and-sex", "monitoring-age"), asked=True),
    Item("Sex", ("children-by-age-and-sex", "monitoring-sex"), asked=True),
    Item("Disability", ("children-by-disability", "monitoring-disability"), asked=True),
    Item("Sexual orientation", ("monitoring-orientation",), ("people",), asked=True),
    Item("Ethnic group", ("children-by-ethnicity", "monitoring-ethnicity"), asked=True),
    Item("How well the procedure works", (), ("summary", "actions")),
)
"""Everything an annual report should cover. Words are the only place for some of it."""


def looked_through(report: Report | None, sections: Collection[str]) -> Iterator[Found]:
    """Each item with where it is. `report` is the edition that gets published, None when there is nothing to report."""
    printed = {table.id: table for table in report.tables} if report else {}
    for item in ITEMS:
        says = _holds_an_answer if item.asked else _says_something
        tables = tuple(id_ for id_ in item.tables if id_ in printed and says(printed[id_]))
        yield Found(item, tables, tuple(id_ for id_ in item.sections if id_ in sections))


def _says_something(table: Table) -> bool:
    """Whether anything was collected for the newest column or measure; what is kept back was collected."""
    return any(row.values and row.values[0] is not None for row in table.rows)


def _holds_an_answer(table: Table) -> bool:
    """Whether anybody said anything, of the years in the newest; what is kept back was said."""
    newest = 1 if table.columns[0].code[:4].isdigit() else len(table.columns)
    answers = [value for row in table.rows if row.code not in UNSAID for value in row.values[:newest]]
    return any(value not in (None, 0) for value in answers)
