"""Officers' phone secrets: sealed by the sign-in library's own means, with keys made from those that seal stories."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from passlib.totp import TOTP, AppWallet
from sqlalchemy import Column, select

from portal.extensions import db
from portal.records.base import Base
from portal.records.officers import Officer
from portal.records.resealing import Kept, Place
from portal.records.sealing import SealBroken, keyring


def one_time(phone_keys: Mapping[str, str], issuer: str) -> type[TOTP]:
    """What makes and checks the digits of phones; all keys open a secret, the last one seals it."""
    made: type[TOTP] = TOTP.using(issuer=issuer, wallet=AppWallet(dict(phone_keys), default_tag=list(phone_keys)[-1]))
    return made


class PhoneSecrets(Place):
    """The column of these secrets, which say in their own way by which key they were sealed."""

    what = ("phone secret", "phone secrets")

    def by_key(self) -> Mapping[int, int]:
        kept = db.session.scalars(select(self.column).where(self.column.is_not(None)))
        return Counter(_key_of(one) for one in kept)

    def made_before(self, after: int, most: int) -> Sequence[Kept]:
        query = select(self.table.c.id, self.column.label("made")).where(self.column.is_not(None))
        query = query.where(self.table.c.id > after).order_by(self.table.c.id)
        kept: Sequence[Kept] = db.session.execute(query).all()
        return [one for one in kept if _key_of(one.made) != keyring().current][:most]

    def anew(self, kept: Kept) -> str:
        phones = one_time(keyring().phone_keys, "")
        try:
            return str(phones.from_source(kept.made).to_json(encrypt=True))
        except (KeyError, ValueError) as broken:
            raise SealBroken(self.table.name) from broken

    def beside(self) -> Sequence[Column[Any]]:
        return []


def _key_of(kept: str) -> int:
    return int(json.loads(kept)["enckey"]["t"])


_OFFICERS = Base.metadata.tables[Officer.__tablename__]
PHONES = PhoneSecrets(_OFFICERS, _OFFICERS.c.tf_totp_secret)
