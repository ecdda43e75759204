"""Breaks the domain's rules one by one and tells how many breakages the tests noticed (`make mutate`).

`ARGS="portal.domain.rag.*"` breaks a part and keeps what is known of the rest.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants"
ENOUGH = 90.0
"""Percent of the mutants that some test must notice."""
NOTICED = {"killed", "timeout"}
WORKERS = os.environ.get("WORKERS", str(os.cpu_count() or 1))


def verdicts(mutants: Path) -> dict[str, dict[str, str]]:
    """What became of each mutant, by module."""
    found: dict[str, dict[str, str]] = {}
    for meta in sorted(mutants.rglob("*.py.meta")):
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        if codes:
            module = str(meta.relative_to(mutants)).removesuffix(".meta")
            found[module] = {name: status_by_exit_code[code] for name, code in codes.items()}
    return found


def tried(found: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The same without what was not tried, for a run over a part."""
    known = {module: {n: s for n, s in statuses.items() if s != "not checked"} for module, statuses in found.items()}
    return {module: statuses for module, statuses in known.items() if statuses}


def score(statuses: Mapping[str, str]) -> float:
    """The percentage that was noticed; a mutant that no test reaches, or that was not tried, was not."""
    return 100 * sum(status in NOTICED for status in statuses.values()) / len(statuses)


def report(found: Mapping[str, Mapping[str, str]]) -> tuple[list[str], float]:
    """The lines to print, and the score of all modules together."""
    together = {name: status for statuses in found.values() for name, status in statuses.items()}
    lines = [f"{name}: {status}" for name, status in together.items() if status not in NOTICED]
    lines += [f"{score(found[module]):6.1f} %  of {len(found[module]):4}  {module}" for module in sorted(found)]
    counted = ", ".join(f"{number} {status}" for status, number in Counter(together.values()).most_common())
    return [*lines, f"{score(together):6.1f} %  of {len(together):4}  together: {counted}"], score(together)


def verdict(found: Mapping[str, Mapping[str, str]]) -> tuple[str, bool]:
    """What to print, and whether it is enough."""
    if not found:
        return "Nothing was broken.", False
    lines, together = report(found)
    if together < ENOUGH:
        lines.append(f"Below {ENOUGH:g} %: write a test that notices, or take out what makes no difference.")
    return "\n".join(lines), together >= ENOUGH


def main(patterns: list[str]) -> int:
    """Run mutmut, print the score of every module, and fail when together they are below `ENOUGH`."""
    if not patterns:
        shutil.rmtree(MUTANTS, ignore_errors=True)  # mutmut would let a verdict stand when only a test has changed
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", WORKERS, *patterns]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / ".build")}  # where pytest finds the plugin `anew`
    run = subprocess.run(command, cwd=ROOT, env=environment, check=False)  # noqa: S603 - what a developer typed
    found = verdicts(MUTANTS)
    words, enough = verdict(tried(found) if patterns else found)
    print(words)  # noqa: T201 - a developer's tool reports here
    return run.returncode or int(not enough)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
