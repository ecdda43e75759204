"""Secret codes: hashed with argon2id and a pepper, verified in the same time whether or not the case exists."""

import hmac
import secrets
import threading
from functools import lru_cache

from argon2.exceptions import VerifyMismatchError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret, verify_secret
from flask import current_app

MEMORY_KIB = 19 * 1024
PASSES = 2
_AT_ONCE = threading.BoundedSemaphore(2)
"""At most two at a time in one process, so that a flood of guesses cannot take all its memory."""


def _peppered(code: str) -> bytes:
    return hmac.digest(current_app.config["PORTAL"].code_pepper.encode(), code.encode(), "sha256")


def hash_code(code: str) -> str:
    """The argon2id hash of a code's canonical form; never called inside a transaction."""
    made = hash_secret(_peppered(code), secrets.token_bytes(16), PASSES, MEMORY_KIB, 1, 32, Type.ID, ARGON2_VERSION)
    return made.decode()


@lru_cache
def _nobodys_hash() -> str:
    return hash_secret(
        secrets.token_bytes(32), secrets.token_bytes(16), PASSES, MEMORY_KIB, 1, 32, Type.ID, ARGON2_VERSION
    ).decode()


def code_fits(code: str, kept: str | None) -> bool:
    """Whether the code is the case's; with no case (`None`) the same work is done and the answer is no."""
    with _AT_ONCE:
        try:
            verify_secret((kept or _nobodys_hash()).encode(), _peppered(code), Type.ID)
        except VerifyMismatchError:
            return False
    return kept is not None
