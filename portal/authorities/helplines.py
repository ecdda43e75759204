"""National helplines: one table with the day on which somebody last checked each number."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from portal.domain.authority import Helpline
from portal.domain.clocks import add_months

TABLE = Path(__file__).with_name("helplines.toml")
STALE_AFTER_MONTHS = 6


@cache
def load_helplines() -> tuple[Helpline, ...]:
    """Every helpline, in the order of the table."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(Helpline(code=code, **row) for code, row in rows.items())


def stale_helplines(today: date) -> tuple[Helpline, ...]:
    """The helplines last checked more than six months before `today`; `portal check` names them."""
    return tuple(line for line in load_helplines() if add_months(line.last_checked, STALE_AFTER_MONTHS) < today)
