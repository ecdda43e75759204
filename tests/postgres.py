"""A private PostgreSQL for one test run: no port, no lasting files, gone when the last test process is gone.

Started as a process of its own (`python -m tests.postgres FOLDER`) because the test processes end at different moments:
each holds a shared lock while it needs the server, and the keeper stops the server once nobody holds the lock any more.
Locks die with their process, so nothing stays behind even when a run is killed.
"""

from __future__ import annotations

import ctypes
import fcntl
import glob
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SUPERUSER = "portal"
#: Speed instead of durability: a test database need not survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "timezone": "UTC",
}
PR_SET_PDEATHSIG = 1


def binaries() -> Path | None:
    """The folder with the newest `postgres` of this machine, or None."""

    def version(folder: str) -> list[int]:
        return [int(part) for part in Path(folder).parent.name.split(".") if part.isdigit()]

    packaged = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=version, reverse=True)
    on_path = [str(Path(found).resolve().parent)] if (found := shutil.which("postgres")) else []
    return next((Path(folder) for folder in [*on_path, *packaged] if Path(folder, "initdb").exists()), None)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold `path` locked against every other process of the run."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def start_lock(folder: Path) -> Path:
    """The lock that orders starting and stopping; it stands outside the folder, which comes and goes."""
    return folder.with_suffix(".lock")


def _as_servant() -> Callable[[], None]:
    """What a child does first: give up root (the server refuses it), and end when its keeper ends."""
    nobody = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    libc = ctypes.CDLL(None)

    def prepare() -> None:
        if nobody is not None:
            os.setgroups([])
            os.setgid(nobody.pw_gid)
            os.setuid(nobody.pw_uid)
        if sys.platform == "linux":
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)

    return prepare


def _start(folder: Path, programs: Path) -> subprocess.Popen[bytes]:
    """Make a cluster in `folder` and start it, listening on a socket in the same folder."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    data = folder / "data"
    making = [programs / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
    subprocess.run(making, preexec_fn=_as_servant(), check=True, cwd="/", stdout=subprocess.DEVNULL)
    options = [f"--{name}={value}" for name, value in SETTINGS.items()]
    serving = [programs / "postgres", "-D", data, f"--unix_socket_directories={folder}", *options]
    return subprocess.Popen(serving, preexec_fn=_as_servant(), cwd="/", stdout=subprocess.DEVNULL)


def _answers(folder: Path, programs: Path) -> bool:
    asking = [programs / "pg_isready", "--quiet", "--host", folder, "--username", SUPERUSER]
    return subprocess.run(asking, check=False).returncode == 0


def _keep(folder: Path) -> None:
    """Run the server until no test process holds `users` any more, then remove every trace."""
    programs = binaries()
    assert programs is not None, "asked to keep a server that is not installed"
    server = _start(folder, programs)
    deadline = time.monotonic() + 60
    while not _answers(folder, programs):
        if server.poll() is not None or time.monotonic() > deadline:
            raise SystemExit("PostgreSQL did not start")
        time.sleep(0.05)
    (folder / "ready").touch()
    while server.poll() is None:
        time.sleep(0.5)
        with exclusive(start_lock(folder)), (folder / "users").open("w") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
            shutil.rmtree(folder)
            start_lock(folder).unlink()
            return


if __name__ == "__main__":
    _keep(Path(sys.argv[1]))
