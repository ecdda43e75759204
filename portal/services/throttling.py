"""Counting what one network does in an hour, to hold or slow floods. The network is known only by a keyed hash."""

import hmac
from datetime import timedelta

from flask import current_app
from sqlalchemy.dialects import postgresql, sqlite

from portal import clock
from portal.extensions import db
from portal.records.limits import RateCount, rate_count
from portal.services.transactions import writing

WINDOW = timedelta(hours=1)


def _name(what: str, network: str) -> str:
    secret = str(current_app.secret_key).encode()
    hour = clock.now().strftime("%Y%m%d%H")
    return f"{what}:{hmac.new(secret, f'network:{hour}:{network}'.encode(), 'sha256').hexdigest()[:32]}:{hour}"


def counted(what: str, network: str) -> int:
    """Count one more of `what` by this network in this hour, in the caller's transaction.

    And return how many there were.
    """
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    row = dialect.insert(RateCount).values(name=_name(what, network), count=1, ends_at=clock.now() + WINDOW)
    adding = row.on_conflict_do_update(index_elements=["name"], set_={"count": RateCount.count + 1})
    return int(db.session.scalar(adding.returning(RateCount.count)) or 1)


def count(what: str, network: str) -> int:
    """The same in a transaction of its own."""
    with writing():
        return counted(what, network)


def over_budget(what: str, network: str) -> bool:
    """Count this one, in the caller's transaction, and say whether the hour is used up.

    What is over budget is held, never refused.
    """
    return counted(what, network) > int(current_app.config["PORTAL"].held_after)


def so_far(what: str, network: str) -> int:
    """How many there were in this hour, without counting one more."""
    found = rate_count(_name(what, network))
    return found.count if found else 0
