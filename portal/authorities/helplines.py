"""National helplines: one table with the day on which somebody last checked each number."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from portal.domain.authority import Helpline

TABLE = Path(__file__).with_name("helplines.toml")
STALE_AFTER_MONTHS = 6


@cache
def load_helplines() -> tuple[Helpline, ...]:
    """Every helpline, in the order of the table."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(Helpline(code=code, **row) for code, row in rows.items())


def stale_helplines(today: date) -> tuple[Helpline, ...]:
    """The helplines last checked more than six months before `today`; `portal check` names them."""
    return tuple(line for line in load_helplines() if check_by(line.last_checked) < today)


def check_by(last_checked: date) -> date:
    """The same day six months later, or the last day of that month."""
    months = last_checked.month - 1 + STALE_AFTER_MONTHS
    year, month = last_checked.year + months // 12, months % 12 + 1
    for day in (last_checked.day, 30, 29, 28):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError("every month has a day 28")
