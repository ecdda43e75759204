"""Opening a file that came: our own copy of it, made by a process that a bad file may break without harm."""

import json
import subprocess
import sys

from portal.config import PACKAGE
from portal.domain.files import MOST_BYTES, NotTaken, Refusal, Sort, sniffed, sort_of
from portal.services.cleaning.shape import Copy

LONGEST = 12
"""Seconds until a file is given up; its own process gives up after ten of work."""


def opened(came: bytes, *, papers: bool) -> Copy:
    """Our own copy of what came. Raises `NotTaken`, without the file's name."""
    if not came:
        raise NotTaken(Refusal.EMPTY)
    if len(came) > MOST_BYTES:
        raise NotTaken(Refusal.TOO_BIG)
    media = sniffed(came[:32])
    sort = sort_of(media)
    if sort is None or (sort is Sort.PAPER and not papers):
        raise NotTaken(Refusal.OTHER_KIND)
    copy = _apart(came, media)
    if len(copy.body) > 2 * MOST_BYTES:
        raise NotTaken(Refusal.TOO_BIG)
    return copy


def _apart(came: bytes, media: str) -> Copy:
    """Let the other process open it; whatever ends that process, the file could not be opened."""
    # The command is ours, the file goes in by a pipe, and nothing of this process's environment goes with it.
    command = [sys.executable, "-s", "-P", "-m", "portal.services.cleaning", media]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=came, capture_output=True, timeout=LONGEST, cwd="/", check=True,
            env={"PYTHONPATH": str(PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as wrong:
        raise NotTaken(Refusal.BROKEN) from wrong
    head, _, rest = done.stdout.partition(b"\n")
    told = json.loads(head)
    if "refused" in told:
        raise NotTaken(Refusal(told["refused"]))
    return Copy(told["media"], rest[: told["body"]], rest[told["body"] :])
