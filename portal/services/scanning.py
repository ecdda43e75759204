"""Asking clamd whether there is a virus in a file; a scanner that is away holds up nobody who complains."""

import logging
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import select

from portal import clock
from portal.domain.files import Scan
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.files import File, body_of, waiting_for_scan
from portal.records.sealing import SealBroken
from portal.services.recording import record
from portal.services.transactions import writing

log = logging.getLogger(__name__)

SPAN = 64 * 1024
"""Bytes sent to the scanner at once."""
PATIENCE = 10
"""Seconds without a word from the scanner after which it counts as away."""
AT_ONCE = 50
"""Files caught up with in one go."""
DEFAULT_PORT = 3310


class ScannerAway(Exception):
    """The scanner does not answer, or not with a verdict."""


def configured() -> bool:
    """Whether this installation has a scanner; a file it has not looked at yet is then given to nobody."""
    return bool(current_app.config["PORTAL"].scanner)


def verdict(body: bytes) -> Scan:
    """What the scanner says of this file; waiting when it is away or there is none."""
    address = current_app.config["PORTAL"].scanner
    if not address:
        return Scan.WAITING
    try:
        return asked(address, body)
    except ScannerAway:
        log.warning("the virus scanner gives no verdict: a file is kept and waits for it")
        return Scan.WAITING


def asked(address: str, body: bytes) -> Scan:
    """Send a file to clamd (command INSTREAM, parts with their length before them). Raises `ScannerAway`."""
    try:
        with _connected(address) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(body), SPAN):
                part = body[start : start + SPAN]
                line.sendall(struct.pack(">I", len(part)) + part)
            line.sendall(struct.pack(">I", 0))
            said = _answer(line)
    except OSError as wrong:  # a file above the scanner's own limit is cut off too, and waits
        raise ScannerAway from wrong
    if said.endswith("FOUND"):
        return Scan.INFECTED
    if said.endswith("OK") and "ERROR" not in said:
        return Scan.CLEAN
    raise ScannerAway(said)


def answers() -> bool:
    """Whether the scanner is there and says of an empty file what is to be said of one."""
    try:
        return asked(current_app.config["PORTAL"].scanner, b"") is Scan.CLEAN
    except ScannerAway:
        return False


@contextmanager
def _connected(address: str) -> Iterator[socket.socket]:
    where = urlsplit(address)
    if where.scheme == "unix":
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(PATIENCE)
        target: str | tuple[str, int] = where.path
    else:
        line = socket.socket(socket.AF_INET6 if ":" in (where.hostname or "") else socket.AF_INET)
        line.settimeout(PATIENCE)
        target = where.hostname or "", where.port or DEFAULT_PORT
    with line:
        line.connect(target)
        yield line


def _answer(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and (part := line.recv(4096)):
        said += part
    return said.rstrip(b"\0\r\n ").decode("utf-8", "replace")


def catch_up() -> int:
    """Ask about files that wait; return how many there is now a word about. The post worker does it every minute."""
    if not configured():
        return 0
    done = 0
    for file in waiting_for_scan(AT_ONCE):
        try:
            found = asked(current_app.config["PORTAL"].scanner, body_of(file))
        except SealBroken:
            log.exception("file %d cannot be opened", file.id)
            continue
        except ScannerAway:
            if not answers():
                break
            log.warning("the virus scanner cannot judge file %d, which goes on waiting", file.id)
            continue
        _keep(file.id, found)
        done += 1
    return done


def _keep(file_id: int, found: Scan) -> None:
    with writing():
        file = db.session.scalar(select(File).where(File.id == file_id).with_for_update())
        if file is None:  # its draft was cleared meanwhile
            return
        file.scan = found
        if found is Scan.INFECTED and file.case_id:
            tell_team(db.session.get_one(Case, file.case_id))


def tell_team(case: Case) -> None:
    """A file of this case has a virus: it is given to nobody, and the case waits for somebody to look."""
    case.waiting_for_us = True
    record(case, Happening.FILE_INFECTED, clock.now(), side=Side.TEAM)
