"""Officers' phone secrets: sealed by the sign-in library's own means, with keys made from those that seal stories."""

import json
from collections.abc import Mapping

from passlib.totp import TOTP, AppWallet


def one_time(phone_keys: Mapping[str, str], issuer: str) -> type[TOTP]:
    """What makes and checks the digits of phones; all keys open a secret, the last one seals it."""
    made: type[TOTP] = TOTP.using(issuer=issuer, wallet=AppWallet(dict(phone_keys), default_tag=list(phone_keys)[-1]))
    return made


def phone_key(kept: str) -> int:
    """The number of the key that sealed this phone secret."""
    return int(json.loads(kept)["enckey"]["t"])


def sealed_anew(kept: str, phone_keys: Mapping[str, str]) -> str:
    """The same secret, sealed with the last key. Raises `ValueError` where none of the keys opens it."""
    phones = one_time(phone_keys, "")
    return str(phones.from_source(kept).to_json(encrypt=True))
