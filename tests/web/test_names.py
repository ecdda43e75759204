"""What a screen reader is told of the main public pages is what somebody has read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gates.lens import Lens
from tests.gates.names import changed, lasting
from tests.people.table import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
KEPT = Path(__file__).parent / "names"
PAGES = (
    *("home/index", "information/help_now", "information/languages", "saved/back", "tracking/look", "tracking/case"),
    *("y/start", "y/1", "y/2", "y/4b", "y/6b (2)", "y/8", "y/check", "y/saved", "y/done (full)", "y/card"),
    *("e/start", "e/2", "e/4", "e/5b", "e/7", "e/check", "e/done (full)"),
    *("a/start", "a/1", "a/2", "a/12 (2)", "a/one", "a/done (full)", "error/404"),
    *("c/start", "c/2", "c/done (full)", "v/start", "v/1", "v/3", "v/9b (2)", "v/done (full)"),
    *("h/start", "h/4", "h/done (full)", "h/card", "f/start", "f/1", "fa/2", "f/done"),
    *("information/access", "leaflet/leaflet"),
)
MISTAKEN = ("y/2", "e/7", "a/1")
"""Pages also kept as they are after a mistake."""
WHOLE = ("home/index", "y/2", "y/card")
"""Pages kept with what stands round every page; of the others only what is their own."""


def look(lens: Lens, name: str, *, mistaken: bool = False) -> str:
    stop = next(stop for stop in lens.site.stops if stop.name == name)
    part = "body" if name in WHOLE and not mistaken else "main"
    return lasting(lens.open(stop, mistaken=mistaken).locator(part).aria_snapshot())


def test_what_is_read_out_is_what_was_reviewed(lens: Lens, held: Held) -> None:
    found = {name: look(lens, name) for name in PAGES}
    found |= {f"{name} after a mistake": look(lens, name, mistaken=True) for name in MISTAKEN}
    differ = [f"{name}: run `make names`, read what changes in tests/web/names" for name in changed(KEPT, found)]
    held.nothing_wrong("names", differ, views=len(found))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<input type="radio" id="a"><label for="a">Sad</label>', 'radio "Sad"'),
        ('<input type="radio" id="a"><label>Sad</label>', "radio"),
        ('<button><svg aria-hidden="true"><path d="M0 0"/></svg></button>', "button"),
    ],
)
def test_a_control_that_loses_its_name_changes_what_is_read_out(lens: Lens, html: str, told: str) -> None:
    snapshot = lasting(lens.show(html).locator("body").aria_snapshot())
    assert re.search(rf"- {re.escape(told)}$", snapshot, re.MULTILINE), snapshot


def test_a_change_and_a_page_kept_in_vain_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_NAMES", raising=False)
    (tmp_path / "y-1.txt").write_text('- radio "Sad"\n', encoding="utf-8")
    assert changed(tmp_path, {"y/1": '- radio "Sad"\n'}) == []
    assert changed(tmp_path, {"y/1": "- radio\n"}) == ["y/1"]
    assert changed(tmp_path, {}) == ["y-1.txt"]


def test_what_differs_each_day_does_not_count() -> None:
    one = "- text: By Monday 7 December 7KQM-3W9T\n- listitem: river\n- text: 417 208 066 391 002"
    other = "- text: By Friday 11 December 8ABC-3W9T\n- listitem: moon\n- text: 017 208 066 391 002"
    assert lasting(one) == lasting(other)
    assert lasting(one) != lasting(one.replace("By", "Before"))
