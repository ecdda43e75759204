"""Gathers the figures that tests hold against their targets, and with `--people` prints them all in one table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from tests.gates.lens import nothing_wrong
from tests.people.bounds import Target, Told
from tests.people.targets import TARGETS

TABLE = Path(__file__).resolve().parents[2] / ".cache" / "people.md"
PROPERTY = "people"
HEADINGS = ("Area", "Target", "Measured", "")
Tellings = dict[str, dict[str, list[Told]]]
"""By target and figure, everything that was told."""


class Held:
    """Holds figures against a target: they go into the table, and a test whose figures are outside it fails."""

    def __init__(self, record: Callable[[str, object], None]) -> None:
        self._record = record

    def __call__(self, key: str, **figures: Told) -> None:
        """Hold these figures, each under its name with _ for a space."""
        told = {name.replace("_", " "): figure for name, figure in figures.items()}
        self._record(PROPERTY, json.dumps([key, told]))
        assert told.keys() <= {bound.name for bound in TARGETS[key].bounds}, f"{key} has no such figure: {told}"
        assert TARGETS[key].wrong(told) == [], TARGETS[key].words

    def all(self, key: str, figures: Mapping[str, Iterable[Told]]) -> None:
        """Hold several of each figure, under the names they have in the table."""
        merged = {name: TARGETS[key].bound(name).merged(told) for name, told in figures.items()}
        self._record(PROPERTY, json.dumps([key, merged]))
        assert TARGETS[key].wrong(merged) == [], TARGETS[key].words

    def nothing_wrong(self, key: str, found: list[str], **figures: Told) -> None:
        """The same for what looks at pages and lists what is wrong on them."""
        told = {name.replace("_", " "): figure for name, figure in figures.items()}
        self._record(PROPERTY, json.dumps([key, told | {"faults": len(set(found))}]))
        nothing_wrong(found)
        assert TARGETS[key].wrong(told) == [], TARGETS[key].words


@pytest.fixture
def held(record_property: Callable[[str, object], None]) -> Held:
    """Hold figures against a target of `tests/people/targets.py`."""
    return Held(record_property)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--people", action="store_true", help="measure every target of the public pages, and nothing else")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--people`, only what holds a figure."""
    if config.getoption("people"):
        kept = [item for item in items if "held" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def gathered(reports: Iterable[pytest.TestReport]) -> Tellings:
    told: Tellings = defaultdict(lambda: defaultdict(list))
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == PROPERTY and getattr(report, "when", "") == "call":
                key, figures = json.loads(value)
                for figure, number in figures.items():
                    told[key][figure].append(number)
    return told


def row(target: Target, told: Mapping[str, list[Told]]) -> tuple[str, str, str, str]:
    """A target with what was told of it."""
    figures = {name: target.bound(name).merged(tellings) for name, tellings in told.items()}
    wrong = target.wrong(figures, whole=True)
    unmeasured = [one for one in wrong if one.endswith("not measured")]
    measured = "; ".join([target.measured(figures), *unmeasured] if figures else unmeasured)
    return target.area, target.words, measured, "missed" if wrong else "met"


def rows(told: Tellings) -> list[tuple[str, str, str, str]]:
    return [row(target, told.get(target.key, {})) for target in TARGETS.values()]


def table(found: Iterable[tuple[str, str, str, str]]) -> str:
    """The rows in columns; the area is named where it changes."""
    lines, before = [HEADINGS, ("---",) * 4], ""
    for area, *rest in found:
        lines.append(("" if area == before else area, rest[0], rest[1], rest[2]))
        before = area
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _reports(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.getplugin("terminalreporter")
    return [report for reports in reporter.stats.values() for report in reports] if reporter else []


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A target that is missed, or that nothing measured, is a failure of the run."""
    here = session.config
    if here.getoption("people") and not hasattr(here, "workerinput") and session.exitstatus == pytest.ExitCode.OK:
        missed = any(state == "missed" for *_, state in rows(gathered(_reports(here))))
        session.exitstatus = pytest.ExitCode.TESTS_FAILED if missed else session.exitstatus


@pytest.hookimpl(tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table and leave it where it can be looked up."""
    if terminalreporter.config.getoption("people"):
        found = rows(gathered(_reports(terminalreporter.config)))
        written = table(found)
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text(written, encoding="utf-8")
        terminalreporter.section(f"What people meet ({TABLE.parent.name}/{TABLE.name})")
        missed = sum(state == "missed" for *_, state in found)
        terminalreporter.write(f"{written}\n{len(found)} targets, {missed} missed\n")
