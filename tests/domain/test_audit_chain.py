"""The chain of the audit: whatever is changed, taken out, swapped or cut off is found, at the first line it touches."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.audit_chain import (
    FIRST,
    Broken,
    Entry,
    Fault,
    Verdict,
    canonical,
    seal,
    verify,
    vouched_in,
    vouching,
)

KEYS = {1: b"one" * 10, 2: b"two" * 10}
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
Chain = list[tuple[Entry, bytes]]


def line(number: int, key: int = 1) -> Entry:
    return Entry(
        number=number, at=NOON, by="officer", officer=7, deed="saw", what="read_case", case=number % 3 or None,
        about=None, why=None, words=b"", key=key,
    )  # fmt: skip


def chained(entries: list[Entry]) -> Chain:
    before, chain = FIRST, Chain()
    for entry in entries:
        before = seal(KEYS[entry.key], entry, before)
        chain.append((entry, before))
    return chain


def check(chain: Chain, anchors: dict[int, bytes] | None = None) -> Verdict:
    return verify(chain, KEYS.get, anchors or {})


WHOLE = chained([line(number, key=1 if number < 6 else 2) for number in range(1, 11)])


def test_a_whole_chain_fits_across_a_change_of_keys() -> None:
    assert check(WHOLE) == Verdict(10)
    assert check([]) == Verdict(0)


@pytest.mark.parametrize(
    "changed",
    [
        {"officer": 8}, {"officer": None}, {"by": "person"}, {"deed": "changed"}, {"what": "note"}, {"case": 9},
        {"about": 3}, {"why": "conflict"}, {"words": b"x"}, {"at": NOON + timedelta(microseconds=1)}, {"key": 2},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 4, 9])
def test_a_line_changed_in_any_of_its_parts_is_named(place: int, changed: dict[str, object]) -> None:
    chain = list(WHOLE)
    before = chain[place][0]
    if before.key == 2 and "key" in changed:
        changed = {"key": 1}
    chain[place] = (replace(before, **changed), chain[place][1])
    assert check(chain) == Verdict(place, Broken(place + 1, Fault.CHANGED))


@given(st.integers(1, 9))
def test_a_line_taken_out_of_the_middle_is_missing(place: int) -> None:
    chain = WHOLE[: place - 1] + WHOLE[place:]
    assert check(chain) == Verdict(place - 1, Broken(place, Fault.MISSING))


@given(st.integers(0, 9), st.integers(0, 9))
def test_two_lines_that_changed_places_are_found_at_the_first(one: int, other: int) -> None:
    if one == other:
        return
    chain = list(WHOLE)
    first, second = chain[one], chain[other]
    chain[one] = (replace(second[0], number=first[0].number), second[1])
    chain[other] = (replace(first[0], number=second[0].number), first[1])
    assert check(chain) == Verdict(min(one, other), Broken(min(one, other) + 1, Fault.CHANGED))


def test_lines_cut_off_at_the_end_are_missed_by_an_anchor() -> None:
    anchors = {10: WHOLE[9][1]}
    assert check(WHOLE, anchors) == Verdict(10)
    assert check(WHOLE[:4] + WHOLE[5:], {5: WHOLE[4][1]}) == Verdict(4, Broken(5, Fault.CUT_OFF))
    assert check(WHOLE[:7]) == Verdict(7)
    assert check(WHOLE[:7], anchors) == Verdict(7, Broken(10, Fault.CUT_OFF))
    assert check(WHOLE[:9], {8: WHOLE[7][1], **anchors}) == Verdict(9, Broken(10, Fault.CUT_OFF))


def test_a_chain_written_anew_by_somebody_with_the_keys_differs_from_its_anchor() -> None:
    forged = chained([replace(entry, officer=99) for entry, _ in WHOLE])
    assert check(forged) == Verdict(10)
    assert check(forged, {6: WHOLE[5][1]}) == Verdict(5, Broken(6, Fault.NOT_ANCHORED))


def test_a_line_sealed_with_another_key_or_one_we_lost_is_not_taken() -> None:
    assert verify(WHOLE, {1: KEYS[1]}.get, {}) == Verdict(5, Broken(6, Fault.NO_KEY))
    assert verify(WHOLE, {1: b"not the key", 2: KEYS[2]}.get, {}) == Verdict(0, Broken(1, Fault.CHANGED))


def test_the_same_moment_in_another_time_zone_is_the_same_line() -> None:
    elsewhere = replace(line(1), at=NOON.astimezone(timezone(timedelta(hours=5))))
    assert canonical(elsewhere) == canonical(line(1))


def test_a_machine_in_another_time_zone_writes_the_same_line(monkeypatch: pytest.MonkeyPatch) -> None:
    here = canonical(line(1))
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        there = canonical(line(1))
    time.tzset()
    assert there == here


def test_no_two_lines_read_the_same() -> None:
    """A value that moves from one part into the next must not go unseen."""
    parts = [line(1), replace(line(1), officer=None, case=7), replace(line(1), what="read", why="_case")]
    assert len({canonical(part) for part in parts}) == len(parts)


def test_a_line_reads_the_same_in_ten_years_so_that_its_seal_can_still_be_checked() -> None:
    """Whatever changes here breaks every chain that was ever written; then the old form has to be kept as well."""
    plain = replace(line(1), why="dél")
    assert canonical(plain) == (
        b'[1,"2026-11-21T12:00:00.000000+00:00","officer",7,"saw","read_case",1,null,"d\\u00e9l","",1]'
    )
    assert canonical(replace(plain, words=sha256(b"x").digest())) == canonical(plain).replace(
        b'"",1]', b'"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",1]'
    )
    assert seal(KEYS[1], plain, FIRST).hex() == "14d94e90419edf32e862f1d49823d5ef5c6218cf9effad44f727f0b9e28b866b"


def test_what_is_wrong_is_said_in_one_sentence() -> None:
    assert str(Broken(12, Fault.CUT_OFF)) == "Line 12 is missing, and an anchor names it."


def vouched(chain: Chain, lines: int) -> dict[int, bytes]:
    """What somebody with all keys says of the first lines."""
    return {lines: check(chain[:lines]).digest}


def test_lines_whose_key_is_gone_are_believed_as_far_as_they_were_vouched_for() -> None:
    new = {2: KEYS[2]}.get
    assert verify(WHOLE, new, {}, vouched(WHOLE, 7)) == Verdict(10)
    assert verify(WHOLE, new, {}, vouched(WHOLE, 5)) == Verdict(10)
    assert verify(WHOLE, new, {}, vouched(WHOLE, 4)) == Verdict(4, Broken(5, Fault.NO_KEY))
    assert verify(WHOLE, new, {}) == Verdict(0, Broken(1, Fault.NO_KEY))
    assert verify(WHOLE, new, {3: bytes(32)}, vouched(WHOLE, 7)) == Verdict(2, Broken(3, Fault.NOT_ANCHORED))
    assert verify(WHOLE, new, {3: WHOLE[2][1]}, vouched(WHOLE, 7)) == Verdict(10)


@pytest.mark.parametrize("place", [0, 3, 4])
def test_whoever_has_the_old_key_changes_nothing_that_was_vouched_for(place: int) -> None:
    entries = [entry for entry, _ in WHOLE]
    entries[place] = replace(entries[place], officer=8)
    forged = chained(entries)
    assert check(forged) == Verdict(10), "with the leaked key the chain alone does not show it"
    for key_of in (KEYS.get, {2: KEYS[2]}.get):
        found = verify(forged, key_of, {}, vouched(WHOLE, 7)).broken
        assert found == Broken(7, Fault.NOT_VOUCHED)
    assert str(found) == "Line 7 or one before it is not as it was when it was vouched for."


def test_what_was_vouched_for_is_read_from_the_words_of_a_line() -> None:
    ((number, digest),) = vouched(WHOLE, 7).items()
    assert vouched_in(vouching(number, digest)) == (7, digest)
    assert vouched_in("Standing in for Sam.") is None
    assert vouched_in(vouching(number, digest) + " ") is None
