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
HEADER = _HEADER.size
"""So many bytes at the beginning of whatever is sealed, or found by, say with which key."""


class SealBroken(Exception):
    """A sealed field was changed, moved to another row, or sealed with a key we do not have."""


class Keyring:
    """The numbered keys of one installation: the last one named seals, all of them open."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        self._ciphers = {number: AESGCM(key) for number, key in keys.items()}
        self.current = list(keys)[-1]
        self._audit_keys = _derived(keys, b"audit-chain")
        self._index_keys = _derived(keys, b"blind-index")
        self.phone_keys = {str(number): key.hex() for number, key in _derived(keys, b"totp").items()}
        """Keys that seal the officers' phone secrets, in the same order and by the same numbers."""

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all keys that are here."""
        return frozenset(self._ciphers)

    def __contains__(self, number: object) -> bool:
        return number in self._ciphers

    def seal(self, plain: bytes, place: str) -> bytes:
        """Key number, nonce and ciphertext; `place` is "table:column:row" and must be the same to open it."""
        nonce = secrets.token_bytes(_NONCE)
        return header(self.current) + nonce + self._ciphers[self.current].encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        number = key_of(sealed[:HEADER])
        nonce = sealed[HEADER : HEADER + _NONCE]
        try:
            return self._ciphers[number].decrypt(nonce, sealed[HEADER + _NONCE :], place.encode())
        except (InvalidTag, KeyError, ValueError) as broken:
            raise SealBroken(place.split(":")[0]) from broken

    def audit_key(self, number: int) -> bytes | None:
        """The key that ties the lines of the audit together, made from the key of this number; None if we lack it."""
        return self._audit_keys.get(number)

    def index(self, kind: str, typed: str) -> bytes | None:
        """A keyed fingerprint of a name, e-mail or phone for look-up in any spelling; None when there is none in it."""
        return self.indexes(kind, typed).get(self.current)

    def indexes(self, kind: str, typed: str) -> dict[int, bytes]:
        """The same by the number of each key that may have made it: until all are made anew there are several."""
        spelled = SPELLINGS[kind](typed)
        if not spelled:
            return {}
        text = f"{kind}:{spelled}".encode()
        return {
            number: header(number) + hmac.digest(key, text, "sha256")[:16] for number, key in self._index_keys.items()
        }


def _derived(keys: Mapping[int, bytes], purpose: bytes) -> dict[int, bytes]:
    return {number: hmac.digest(key, purpose, "sha256") for number, key in keys.items()}


def header(number: int) -> bytes:
    """What stands before everything made with the key of this number."""
    return _HEADER.pack(number)


def key_of(beginning: bytes) -> int:
    """The number of the key with which something was made that begins so; 0 for what no key of ours made."""
    return int.from_bytes(beginning) if len(beginning) == HEADER else 0


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
