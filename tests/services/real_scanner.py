"""The clamd of the machine, in a folder of its own, knowing one virus: the word for it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.absence import absent
from tests.services.post_office import free_port
from tests.services.scanner import VIRUS

CONFIGURATION = """\
DatabaseDirectory {folder}
LocalSocket {folder}/clamd.ctl
TCPSocket {port}
TCPAddr 127.0.0.1
StreamMaxLength {most}
Foreground yes
"""
PATIENCE = 60
"""Seconds in which it has to be there."""


@contextmanager
def clamd(folder: Path, most: str = "4M") -> Iterator[tuple[str, str]]:
    """Start it and wait until it listens; its two addresses."""
    program = shutil.which("clamd", path="/usr/local/sbin:/usr/sbin:/usr/bin")
    if program is None:
        absent("clamd", "clamd is not installed (Debian: apt-get install clamav-daemon)")
    port, settings = free_port(), folder / "clamd.conf"
    (folder / "test.ndb").write_text(f"Test.Virus:0:*:{VIRUS.hex()}\n", encoding="ascii")
    settings.write_text(CONFIGURATION.format(folder=folder, port=port, most=most), encoding="ascii")
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen([program, "--config-file", str(settings)], stdout=log, stderr=log)
    try:
        _wait_for(process, folder)
        yield f"unix://{folder}/clamd.ctl", f"tcp://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not (folder / "clamd.ctl").exists():
        said = (folder / "log").read_text(encoding="utf-8")
        assert process.poll() is None, f"clamd ended: {said}"
        assert time.monotonic() < until, f"clamd is not there after {PATIENCE} seconds: {said}"
        time.sleep(0.1)
