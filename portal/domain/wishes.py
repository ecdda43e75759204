"""What a council wants printed: which tables, under which titles and labels, over whom and with which bands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Group:
    """One printed row that counts one or more codes together."""

    code: str
    label: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """One table of a council's report; whatever is left empty is as the table's own definition has it."""

    id: str
    title: str = ""
    years: int = 1  # columns, the newest first, where the columns of the table are years
    procedures: tuple[str, ...] = ()  # of complaints; empty: all
    with_enquiries: bool = False  # enquiries are counted as well
    rows: tuple[Group, ...] = ()  # the rows in order; of a list, codes in none get their own where they occur
    not_known: str = "row"  # or "note": what is not known is left out and said in a note
    bands: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # upper limits, by "1", "2", "3" or "age"
    by_highest_stage: bool = False  # each complaint once, under the highest stage it reached
    denominator: str = ""  # the measure of which complaints are a part
    populations: Mapping[int, str] = field(default_factory=dict)  # years that were counted over others, and over whom
    parts: bool = True  # whether what lies below a team or category has rows
