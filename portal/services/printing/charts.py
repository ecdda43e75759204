"""One column of a table as bars: drawn beside the table, never instead of it, with its figures in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from portal.domain.tables.shape import Table, Value
from portal.services.printing.wording import shown

WIDTH, BAR, STEP = 360, 16, 44
_ROOM = WIDTH - 70
_FEW, _MOST_BARS = 12, 25
_MOST_LABEL = 48
_MEAN = "mean_working_days"
_MIXED = ("activity",)
"""Tables whose rows are of different kinds, so that a bar beside a bar would say nothing."""
_NONE_LEFT_OUT = ". Rows of 0 are left out."


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how long it is beside the longest, None where there is none to draw, and the figure as printed."""

    label: str
    value: Value
    share: float | None
    unit: str = ""

    @property
    def words(self) -> str:
        """The figure as the table prints it."""
        return shown(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of one column, and the same in words."""

    title: str
    said: str
    bars: Sequence[Bar]
    column: str  # which column is drawn, where the table has several


def charted(table: Table) -> Chart | None:
    """The chart of a table's first column, or of its mean; None where bars would not help."""
    at = next((at for at, column in enumerate(table.columns) if column.code == _MEAN), 0)
    rows = [(row.label, row.values[at]) for row in table.rows if row.level == 0 and row.values]
    kept = [row for row in rows if row[1] != 0] if len(rows) > _FEW else rows
    tall = [value for _label, value in kept if isinstance(value, int | float) and value > 0]
    if len(tall) < 2 or len(kept) > _MOST_BARS or table.id in _MIXED:
        return None
    longest = max(tall)
    bars = [
        Bar(label, value, value / longest if isinstance(value, int | float) else None, table.unit)
        for label, value in kept
    ]
    said = "; ".join(f"{bar.label}: {bar.words}" for bar in bars) + (_NONE_LEFT_OUT if len(bars) < len(rows) else "")
    label = table.columns[at].label
    return Chart(f"{table.title}, {label}", said, bars, label if len(table.columns) > 1 else "")


def chart(table: Table, number: int) -> str:
    """The chart as a figure: SVG with a title and a description. Nothing where bars would not help."""
    made = charted(table)
    if made is None:
        return ""
    caption = f"<figcaption>{escape(made.column)}</figcaption>" if made.column else ""
    height = STEP * len(made.bars) + 8
    bars = "".join(_drawn(at, bar) for at, bar in enumerate(made.bars))
    name = f"chart-{number}"
    return (
        f"<figure>{caption}"
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" direction="ltr">'
        f'<title id="{name}-title">{escape(made.title)}</title>'
        f'<desc id="{name}-desc">{escape(made.said)}</desc>{bars}</svg></figure>'
    )


def _drawn(at: int, bar: Bar) -> str:
    """The label above its bar, so that the chart fits a phone and no label is cut short."""
    top = STEP * at + 4
    short = bar.label if len(bar.label) <= _MOST_LABEL else f"{bar.label[: _MOST_LABEL - 1]}…"
    length = round(_ROOM * (bar.share or 0))
    drawn = f'<rect class="chart__bar" x="0" y="{top + 17}" width="{length}" height="{BAR}" fill="#1d5c63"/>'
    beside = length + 6 if length else 0
    return (
        f'<text x="0" y="{top + 11}" font-size="14" fill="currentColor">{escape(short)}</text>'
        f"{drawn if length else ''}"
        f'<text x="{beside}" y="{top + 30}" font-size="14" fill="currentColor">{bar.words}</text>'
    )
