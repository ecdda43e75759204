"""Making everything anew with the key that seals now, while the portal serves, so that an old key can be thrown away.

It can be stopped at any moment: what was made anew is, and the next run finds the rest by the number each value begins
with.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from portal.domain.audit_chain import Broken, vouching
from portal.domain.audit_words import By, Deed
from portal.extensions import db, empty_log
from portal.records.audit import lines_by_key
from portal.records.resealing import Named, Place, places
from portal.records.sealing import SealBroken, keyring
from portal.services import anchoring, progress
from portal.services.auditing import note
from portal.services.phones import PHONES
from portal.services.transactions import writing

AT_ONCE = 100
"""Rows of one transaction: few, because on SQLite everybody who writes waits for it."""
ROUNDS = 5
"""How often we come back for rows that somebody was changing just then."""
SAY_EVERY = 0.5
"""Seconds."""

LINES: Named = ("line of the audit", "lines of the audit")
Amounts = Mapping[Named, int]
"""How many of each kind of thing."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What came of it."""

    number: int  # made anew in this run
    left: Mapping[int, Amounts]  # by the number of a key that does not seal now: what still needs it
    closed: Mapping[str, int]  # how many values none of the keys opens, by where they lie
    audit: Broken | None  # the first line of the audit that is not as it was written

    @property
    def whole(self) -> bool:
        """Whether no other key than the one that seals now is needed any more."""
        return not self.left


def needed() -> Mapping[int, Amounts]:
    """What needs which key, counted now."""
    found: defaultdict[int, Counter[Named]] = defaultdict(Counter)
    progress.say("Counting what needs which key")
    for place in (*places(), PHONES):
        for key, number in place.by_key().items():
            found[key][place.what] += number
    for key, number in lines_by_key().items():
        found[key][LINES] += number
    db.session.rollback()
    return found


def make_anew(anchors: Mapping[int, bytes]) -> Renewed:
    """Make everything anew that another key made, vouch for the audit, and count what is left."""
    run = _Run(_old(needed()))
    if run.before:
        with writing():
            note(Deed.CHANGED, "keys_renewed", by=By.PORTAL)
    for _ in range(ROUNDS):
        done = run.number
        for place in (*places(), PHONES):
            run.go_along(place)
        if run.number == done:
            break
    broken = _vouch(anchors)
    left = _old(needed())
    empty_log(db.engine)
    return Renewed(run.number, left, +run.closed, broken)


def _old(amounts: Mapping[int, Amounts]) -> Mapping[int, Amounts]:
    return {key: each for key, each in sorted(amounts.items()) if key != keyring().current}


def _vouch(anchors: Mapping[int, bytes]) -> Broken | None:
    """Let a line under the key that seals now say that all lines before were verified, where older keys sealed some."""
    if lines_by_key().keys() <= {keyring().current}:
        return None
    progress.say("Going along the audit")
    verdict = anchoring.verify_audit(anchors)
    if verdict.broken is None:
        with writing():
            words = vouching(verdict.lines, verdict.digest)
            note(Deed.VOUCHED, "audit", by=By.PORTAL, words=words)
    return verdict.broken


class _Run:
    """One run: how much it found to do, how far it came, and what it could not open."""

    def __init__(self, before: Mapping[int, Amounts]) -> None:
        self.before = sum(sum(each.values()) - each.get(LINES, 0) for each in before.values())
        self.number = 0
        self.closed: Counter[str] = Counter()
        self._said = 0.0

    def go_along(self, place: Place) -> None:
        """Make anew what another key made, some rows in each transaction."""
        last, where = 0, f"{place.table.name}.{place.column.name}"
        self.closed[where] = 0
        while found := place.made_before(last, AT_ONCE):
            last = found[-1].id
            changes = {}
            for kept in found:
                try:
                    changes[kept.id] = (kept.made, place.anew(kept))
                except SealBroken:
                    self.closed[where] += 1
            with writing():
                self.number += place.put(changes)
            self._say(place)

    def _say(self, place: Place) -> None:
        if monotonic() > self._said + SAY_EVERY:
            self._said = monotonic()
            progress.say(f"Sealing {place.table.name} anew: {self.number:,} of {max(self.before, self.number):,}")
