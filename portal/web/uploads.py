"""Files on their way in: sealed before they touch the disk, and never kept beyond the size they may have."""

import secrets
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from flask import Request, request
from werkzeug.datastructures import FileStorage, ImmutableMultiDict

from portal.domain.files import MOST_BYTES, MOST_FILES
from portal.domain.journeys.sending_along import FILES_KEY

LARGEST_WITH_FILES = 2 * MOST_FILES * MOST_BYTES
"""Bytes of a request with files: enough that too many, or too big ones, are told at their field with the words kept."""


class Coming:
    """One file while it comes. What lies on the disk is unreadable without this object, and gone with it."""

    def __init__(self) -> None:
        self._cipher = Cipher(AES(secrets.token_bytes(32)), CTR(bytes(16)))
        self._sealer = self._cipher.encryptor()
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed with the request
        weakref.finalize(self, self._file.close)  # a form that breaks off half-way closes nothing
        self.size = 0

    def write(self, part: bytes) -> int:
        """Keep a part; of a file that is too big only its size is known."""
        self.size += len(part)
        if self.size <= MOST_BYTES:
            self._file.write(self._sealer.update(part))
        return len(part)

    def seek(self, *_where: int) -> int:
        return 0

    def read(self, _most: int = -1) -> bytes:
        """All of it."""
        self._file.seek(0)
        return self._cipher.decryptor().update(self._file.read())

    def close(self) -> None:
        self._file.close()


class PortalRequest(Request):
    """A request whose files come in sealed, and only where a form asks for files: no word of it is ever one."""

    def _get_file_stream(self, *_about: Any, **_more: Any) -> IO[bytes]:
        return Coming()  # type: ignore[return-value]  # the part of a file that a form's parser uses

    def _load_form_data(self) -> None:
        super()._load_form_data()
        found: ImmutableMultiDict[str, FileStorage] = self.__dict__["files"]
        if found.keys() - {FILES_KEY}:
            kept = [(name, one) for name, one in found.items(multi=True) if name == FILES_KEY]
            self.__dict__["files"] = ImmutableMultiDict(kept)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    size: int
    stream: Coming

    def read(self) -> bytes:
        return self.stream.read()


def let_files_in() -> None:
    """Allow this request to be as large as its files may be; to be said before anything of it is read."""
    if request.mimetype == "multipart/form-data":
        request.max_content_length = LARGEST_WITH_FILES


def uploads(found: Sequence[FileStorage]) -> list[Upload]:
    """What came under one field, without the nothing that a browser sends when no file was picked."""
    pairs: list[tuple[str | None, object]] = [(one.filename, one.stream) for one in found]
    return [Upload(name, file.size, file) for name, file in pairs if name and isinstance(file, Coming)]
