"""What the advocacy provider of the demonstration does with the requests that were passed on to it."""

from collections.abc import Callable, Mapping
from typing import Any

from portal import clock
from portal.domain.access import Role
from portal.domain.advocates import Cannot, Tried
from portal.records.advocacy import open_request_of
from portal.services import advocating
from portal.services.advocating import Try

Deed = Mapping[str, Any]
Officers = Mapping[str, int]


def _take_on(case_id: int, _: int, deed: Deed, officers: Officers) -> None:
    advocating.take_on(_request(case_id), officers[Role.ADVOCATE.value], deed.get("name", ""))


def _try(case_id: int, _: int, deed: Deed, officers: Officers) -> None:
    tried = Try(Tried(deed["how"]), clock.today(), reached=deed.get("reached", False), note=deed.get("words", ""))
    advocating.note_try(_request(case_id), officers[Role.ADVOCATE.value], tried)


def _turn_down(case_id: int, _: int, deed: Deed, officers: Officers) -> None:
    advocating.turn_down(_request(case_id), officers[Role.ADVOCATE.value], Cannot(deed["reason"]))


def _request(case_id: int) -> int:
    """The number of the request that is open; the data file names only cases that have one."""
    row = open_request_of(case_id)
    assert row is not None
    return row.id


ADVOCATE_DEEDS: Mapping[str, Callable[[int, int, Deed, Officers], None]] = {
    "take_on": _take_on,
    "try": _try,
    "turn_down": _turn_down,
}
