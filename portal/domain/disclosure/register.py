"""What earlier publications printed, so that no two of them give away together what each keeps back.

What was printed stays known; what was kept back stays kept back. A count that has changed since by a few is a danger of
its own: whoever sets both publications side by side sees these few.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from portal.domain.disclosure.risk_classes import CONFIDENTIAL, Settings

Name = TypeVar("Name", bound=Hashable)
Shown = Mapping[Name, Sequence[object]]
"""What was printed for a count in each publication that has it, the newest first: a number, or "c" for kept back."""


@dataclass(frozen=True, slots=True)
class Before(Generic[Name]):
    """What is out already: counts printed as they are now, counts kept back, and counts that changed since by a few."""

    known: frozenset[Name] = frozenset()
    withheld: frozenset[Name] = frozenset()
    changed: frozenset[Name] = frozenset()


def before(shown: Shown[Name], now: Mapping[Name, int], settings: Settings) -> Before[Name]:
    """What earlier publications say about counts as they are now.

    A count that changed since by many is in none of the three: its new figure was never seen, and may be restated.
    """
    known = {name for name, values in shown.items() if name in now and now[name] in values}
    withheld = {name for name, values in shown.items() if CONFIDENTIAL in values and name in now} - known
    last = {name: next((one for one in values if isinstance(one, int)), None) for name, values in shown.items()}
    changed = {
        name for name, value in last.items()
        if value is not None and name in now and name not in known and settings.is_small(abs(now[name] - value))
    }  # fmt: skip
    return Before(frozenset(known), frozenset(withheld), frozenset(changed))


def settled(shown: Iterable[Name], secret: Iterable[Name]) -> Before[Name]:
    """A publication that is taken to be out: what it shows is known, what it keeps back stays so."""
    kept = frozenset(secret)
    return Before(frozenset(shown) - kept, kept)
