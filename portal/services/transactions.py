"""One transaction for each verb: everything is kept, durably, or nothing is."""

from collections.abc import Iterator
from contextlib import contextmanager

from portal.extensions import db, turn_to_write


@contextmanager
def writing() -> Iterator[None]:
    """Begin a transaction that writes, commit it at the end, undo all of it when anything goes wrong.

    Whatever was read before is let go first: on SQLite a transaction that began by reading cannot safely become one
    that writes.
    """
    db.session.rollback()
    with turn_to_write(db.engine):
        db.session.connection(execution_options={"writes": True})
        try:
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
