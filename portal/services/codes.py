"""Secret codes: hashed with argon2id and a pepper, verified in the same time whether or not the case exists."""

import hmac
import secrets
import threading
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from argon2.exceptions import VerifyMismatchError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret, verify_secret
from flask import current_app

from portal.domain.speaking import Holder
from portal.records.cases import Case
from portal.records.speakers import Speaker, speaker_of

MEMORY_KIB = 19 * 1024
PASSES = 2
_AT_ONCE = threading.BoundedSemaphore(2)
"""At most two at a time in one process, so that a flood of guesses cannot take all its memory."""


class NobodyToCode(LookupError):
    """A code for somebody who does not speak for the child, or not any more."""


def _peppered(code: str) -> bytes:
    return hmac.digest(current_app.config["PORTAL"].code_pepper.encode(), code.encode(), "sha256")


def known_by(what: str, code: str) -> bytes:
    """A fingerprint by which a code is known again that is kept nowhere; with the pepper, for no key could renew it."""
    return _peppered(f"{what}:{code}")[:16]


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


def which_fits(code: str, kept: Sequence[str | None]) -> int | None:
    """The place of the first hash that the code fits; a code that fits none costs the same for every case and number.

    A case has up to two secrets, its person's and that of whoever speaks for a child; for one that is not there,
    the same work is done.
    """
    return next((place for place, one in enumerate(kept) if code_fits(code, one)), None)


def give_code(case: Case, holder: Holder, hashed: str, now: datetime) -> None:
    """Put a new secret in the place of the old one. Raises `NobodyToCode` where nobody speaks for the child now."""
    owner = case if holder is Holder.PERSON else speaker_of(case)
    if owner is None or (isinstance(owner, Speaker) and owner.cut):
        raise NobodyToCode
    owner.code_hash, owner.code_changed_at = hashed, now
