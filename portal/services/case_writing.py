"""One locked case and one transaction for a verb of the team, and its sentence in the timeline."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import select

from portal import clock
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.services.recording import record
from portal.services.transactions import writing


class NotThere(LookupError):
    """What a verb was asked to change does not belong to this case, or is not there any more."""


class NotLikeThis(ValueError):
    """What was asked for contradicts a rule; the words say which, for the officer who reads them.

    `field` is what was asked for under that name, where the words are about one thing alone.
    """

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


@contextmanager
def changing(case_id: int) -> Iterator[Case]:
    """The case, locked until everything is kept or nothing is."""
    with writing():
        yield db.session.scalars(select(Case).where(Case.id == case_id).with_for_update()).one()


def by_team(
    case: Case, happening: Happening, officer_id: int, note: str | None = None, *, at: datetime | None = None
) -> None:
    """The sentence in the timeline for what the team did now; `at` is the moment where something else keeps it too."""
    record(case, happening, at or clock.now(), side=Side.TEAM, officer_id=officer_id, note=note)
