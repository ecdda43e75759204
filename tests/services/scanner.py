"""A clamd of our own: it speaks the protocol over a real socket, and finds a virus where the word for it stands."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VIRUS = b"qzviruszq"
LIMIT = 4 * 1024 * 1024
"""Bytes above which it breaks off, as clamd does above StreamMaxLength."""


class Scanner:
    """Answers one question after the other; what it was asked is kept."""

    def __init__(self, line: socket.socket) -> None:
        self.line, self.asked = line, list[bytes]()
        self.answer = b""  # instead of a verdict
        self.limit = LIMIT
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self.line.accept()
            except OSError:
                return
            with caller:
                self._hear(caller)

    def _hear(self, caller: socket.socket) -> None:
        stream = caller.makefile("rb")
        assert stream.read(10) == b"zINSTREAM\0"
        body = b""
        while size := struct.unpack(">I", stream.read(4))[0]:
            body += stream.read(size)
            if len(body) > self.limit:
                caller.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.asked.append(body)
        found = b"stream: Test.Virus FOUND\0" if VIRUS in body else b"stream: OK\0"
        caller.sendall(self.answer or found)


@contextmanager
def scanner(socket_file: Path | None = None) -> Iterator[tuple[Scanner, str]]:
    """A scanner and its address, over TCP or in a file."""
    line = socket.socket(socket.AF_UNIX if socket_file else socket.AF_INET)
    line.bind(str(socket_file) if socket_file else ("127.0.0.1", 0))
    line.listen()
    address = f"unix://{socket_file}" if socket_file else f"tcp://127.0.0.1:{line.getsockname()[1]}"
    try:
        yield Scanner(line), address
    finally:
        line.close()
