"""Sealed fields: AES-256-GCM bound to table, column and row, with numbered keys that can be rotated."""

import hmac
import json
import secrets
import struct
from collections.abc import Callable, Mapping
from typing import Generic, Protocol, TypeVar, cast, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

from portal.domain.spellings import SPELLINGS

T = TypeVar("T")
_NONCE = 12
_HEADER = struct.Struct(">H")


class SealBroken(Exception):
    """A sealed field was changed, moved to another row, or sealed with a key we do not have."""


class Keyring:
    """The numbered keys of one installation; the highest number seals, all of them open."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        self._ciphers = {number: AESGCM(key) for number, key in keys.items()}
        self.current = max(keys)
        self._audit_keys = {number: hmac.digest(key, b"audit-chain", "sha256") for number, key in keys.items()}
        self._index_key = hmac.digest(keys[min(keys)], b"blind-index", "sha256")

    def seal(self, plain: bytes, place: str) -> bytes:
        """Key number, nonce and ciphertext; `place` is "table:column:row" and must be the same to open it."""
        nonce = secrets.token_bytes(_NONCE)
        return _HEADER.pack(self.current) + nonce + self._ciphers[self.current].encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        number = _HEADER.unpack_from(sealed)[0]
        nonce = sealed[_HEADER.size : _HEADER.size + _NONCE]
        try:
            return self._ciphers[number].decrypt(nonce, sealed[_HEADER.size + _NONCE :], place.encode())
        except (InvalidTag, KeyError) as broken:
            raise SealBroken(place.split(":")[0]) from broken

    def audit_key(self, number: int) -> bytes | None:
        """The key that ties the lines of the audit together, made from the key of this number; None if we lack it."""
        return self._audit_keys.get(number)

    def index(self, kind: str, typed: str) -> bytes | None:
        """A keyed fingerprint of a name, e-mail or phone for look-up in any spelling; None when there is none in it."""
        spelled = SPELLINGS[kind](typed)
        return self.fingerprint(kind, spelled) if spelled else None

    def fingerprint(self, kind: str, text: str) -> bytes:
        """Sixteen bytes by which a text is known again, and from which nobody without our keys can guess it."""
        return hmac.digest(self._index_key, f"{kind}:{text}".encode(), "sha256")[:16]


def keyring() -> Keyring:
    """The keyring of the running application."""
    ring: Keyring = current_app.extensions["portal.keyring"]
    return ring


def opener(table: str, column: str) -> Callable[[bytes, bytes], bytes]:
    """Opens one column of very many rows: from a row's `uid` and its sealed bytes to the JSON that was sealed."""
    ring = keyring()
    return lambda uid, sealed: ring.open(sealed, bound_to(table, column, uid))


def bound_to(table: str, column: str, uid: bytes) -> str:
    """What a sealed field is bound to."""
    return f"{table}:{column}:{uid.hex()}"


class _Row(Protocol):
    __tablename__: str
    uid: bytes


class Sealed(Generic[T]):
    """A descriptor over a bytes column: reads and writes plain JSON values, stores them sealed to their row."""

    def __init__(self, column: str) -> None:
        self.column = column

    def _place(self, row: _Row) -> str:
        if row.uid is None:
            row.uid = secrets.token_bytes(16)
        return bound_to(row.__tablename__, self.column, row.uid)

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed[T]": ...

    @overload
    def __get__(self, row: _Row, owner: type) -> T: ...

    def __get__(self, row: _Row | None, owner: type) -> "Sealed[T] | T":
        if row is None:
            return self
        sealed = getattr(row, self.column)
        opened = None if sealed is None else json.loads(keyring().open(sealed, self._place(row)))
        return cast(T, opened)

    def __set__(self, row: _Row, value: T) -> None:
        plain = (
            None
            if value is None
            else json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        )
        setattr(row, self.column, None if plain is None else keyring().seal(plain, self._place(row)))
