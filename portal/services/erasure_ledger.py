"""The ledger of what was let go, kept where no backup of the database lies, and letting it go again after a restore.

A line holds no number of a case but a fingerprint that can be made of one only with this installation’s pepper.
"""

import json
import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from portal import clock
from portal.domain.audit_words import By, Deed
from portal.domain.retention import RetentionClass
from portal.extensions import db
from portal.records.cases import Case
from portal.records.officers import Officer, officer_by_email
from portal.records.retention import Disposal, disposal_of, let_go_finders
from portal.services.auditing import note
from portal.services.forgetting import finder, let_go
from portal.services.transactions import writing

log = logging.getLogger(__name__)

NAME = "let-go.ledger"


class BadLedger(ValueError):
    """A line of the ledger is none; the message says which."""


@dataclass(frozen=True, slots=True)
class Line:
    """One case that was let go."""

    finder: bytes
    kept_as: RetentionClass
    until: date
    why: str
    done_at: datetime
    agreed: tuple[str, ...]  # the e-mail addresses of the two officers


@dataclass(frozen=True, slots=True)
class Again:
    """What became of the lines of a ledger."""

    let_go: int
    gone_already: int
    not_here: int
    failed: int = 0


def bring_up_to_date(path: Path) -> int:
    """Add what was let go and is not in the ledger yet; returns how many. It is on the disk then.

    Raises `OSError` also when there is nothing to add and nothing could be: it is asked before anything goes.
    """
    done = db.session.scalars(select(Disposal).where(Disposal.done_at.is_not(None)).order_by(Disposal.id)).all()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as ledger:
        ledger.seek(0)
        before = ledger.read()
        fresh = [_written(row) for row in done if row.finder and row.finder.hex() not in before]
        ledger.write("\n" if fresh and before and not before.endswith("\n") else "")  # a line cut off stands alone
        ledger.writelines(fresh)
        ledger.flush()
        os.fsync(ledger.fileno())
    db.session.rollback()
    return len(fresh)


def lines_of(path: Path) -> Iterator[Line]:
    """Every line of a ledger. Raises `BadLedger` and `OSError`."""
    with path.open(encoding="utf-8") as ledger:
        for number, text in enumerate(ledger, start=1):
            try:
                yield _read(json.loads(text))
            except (ValueError, KeyError, TypeError) as wrong:
                raise BadLedger(f"{path.name}, line {number}, is no line of a ledger.") from wrong


def let_go_again(path: Path) -> Again:
    """Let go of every case in the ledger that an old backup brought back. Raises `BadLedger` and `OSError`."""
    lines = {line.finder: line for line in lines_of(path)}  # the whole ledger is read before anything is done
    here = {finder(reference): number for number, reference in db.session.execute(_PRESENT)}
    gone = let_go_finders()
    wanted = [(here[one], line) for one, line in lines.items() if one in here]
    done = sum(_again_or_logged(case_id, line) for case_id, line in wanted)
    already = len(lines.keys() & gone)
    return Again(done, already, len(lines) - len(wanted) - already, len(wanted) - done)


def _again_or_logged(case_id: int, line: Line) -> bool:
    """One case that cannot go must not keep the others."""
    try:
        return _again(case_id, line)
    except Exception:
        log.exception("Case %d could not be let go again", case_id)
        return False


_PRESENT = select(Case.id, Case.reference).where(Case.let_go_on.is_(None))


def _again(case_id: int, line: Line) -> bool:
    """Everything but the two people's decision is done anew: that stands in the ledger, and is not asked for again."""
    with writing():
        row = disposal_of(case_id) or Disposal(case_id=case_id)
        row.kept_as, row.until, row.why, row.again = line.kept_as, line.until, line.why, True
        row.proposed_at, row.first_at, row.second_at = line.done_at, line.done_at, line.done_at
        officers = [officer_by_email(address) for address in line.agreed]
        row.first_by, row.second_by = [one.id if one else None for one in officers]
        db.session.add(row)
        note(Deed.CHANGED, "let_go_by_the_ledger", by=By.PORTAL, case_id=case_id)
        db.session.flush()
        number = row.id
    return let_go(number, clock.today(), again=True)


def _written(row: Disposal) -> str:
    assert row.done_at is not None and row.finder is not None
    officers = [db.session.get(Officer, number) for number in (row.first_by, row.second_by) if number]
    cells = {
        "case": row.finder.hex(), "kept_as": row.kept_as.value, "until": row.until.isoformat(), "why": row.why,
        "done": row.done_at.isoformat(timespec="seconds"), "agreed": [one.email for one in officers if one],
        "erased": row.erased,
    }  # fmt: skip
    return json.dumps(cells, ensure_ascii=False) + "\n"


def _read(cells: Mapping[str, Any]) -> Line:
    first, second, *_ = *map(str, cells["agreed"]), "", ""
    return Line(
        bytes.fromhex(cells["case"]), RetentionClass(cells["kept_as"]), date.fromisoformat(cells["until"]),
        str(cells["why"]), datetime.fromisoformat(cells["done"]), (first, second),
    )  # fmt: skip
