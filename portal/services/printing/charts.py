"""A table's first column as bars: drawn beside the table, never instead of it, with its figures in words."""

from html import escape

from portal.domain.tables.shape import CONFIDENTIAL, Table, Value
from portal.services.printing.wording import shown

WIDTH, BAR, STEP = 420, 16, 44
_ROOM = WIDTH - 70
_MOST_ROWS = 25
_MOST_LABEL = 56


def chart(table: Table, number: int) -> str:
    """The chart as SVG with a title and a description, or nothing where bars would not help."""
    rows = [(row.label, row.values[0]) for row in table.rows if row.level == 0 and row.values]
    largest = max((value for _label, value in rows if isinstance(value, int | float)), default=0)
    if len(rows) < 2 or len(rows) > _MOST_ROWS or not largest or table.total is None:
        return ""
    height = STEP * len(rows) + 8
    said = "; ".join(f"{label}: {shown(value)}" for label, value in rows)
    bars = "".join(_bar(at, label, value, largest) for at, (label, value) in enumerate(rows))
    name = f"chart-{number}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" direction="ltr">'
        f'<title id="{name}-title">{escape(table.title)}, {escape(table.columns[0].label)}</title>'
        f'<desc id="{name}-desc">{escape(said)}</desc>{bars}</svg>'
    )


def _bar(at: int, label: str, value: Value, largest: float) -> str:
    """The label above its bar, so that the chart fits a phone and no label is cut short."""
    top = STEP * at + 4
    short = label if len(label) <= _MOST_LABEL else f"{label[: _MOST_LABEL - 1]}…"
    length = round(_ROOM * value / largest) if isinstance(value, int | float) else 0
    bar = f'<rect class="chart__bar" x="0" y="{top + 17}" width="{max(length, 1)}" height="{BAR}" fill="#1d5c63"/>'
    kept_back = value == CONFIDENTIAL or value is None
    beside = 0 if kept_back else length + 6
    return (
        f'<text x="0" y="{top + 11}" font-size="13" fill="currentColor">{escape(short)}</text>'
        f"{'' if kept_back else bar}"
        f'<text x="{beside}" y="{top + 30}" font-size="13" fill="currentColor">{shown(value)}</text>'
    )
