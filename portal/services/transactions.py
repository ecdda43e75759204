"""One transaction for each verb: everything is kept, durably, or nothing is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from portal.extensions import db, to_write, turn_to_write
from portal.services import auditing

_ONLY_TRYING: ContextVar[bool] = ContextVar("only_trying", default=False)


@contextmanager
def only_trying() -> Iterator[None]:
    """Whatever a verb writes inside is undone at its end, so that one sees what it would do."""
    token = _ONLY_TRYING.set(True)
    try:
        yield
    finally:
        _ONLY_TRYING.reset(token)


def trying() -> bool:
    """Whether what is written now is undone at the end, so that nothing goes out."""
    return _ONLY_TRYING.get()


@contextmanager
def writing() -> Iterator[None]:
    """Begin a transaction that writes, commit it at the end, undo all of it when anything goes wrong.

    Whatever was read before is let go first: on SQLite a transaction that began by reading cannot safely become one
    that writes. What was noted for the audit is kept with it.
    """
    db.session.rollback()
    with turn_to_write(db.engine):
        db.session.connection(execution_options=to_write(db.engine))
        auditing.begin()
        try:
            yield
            if _ONLY_TRYING.get():
                db.session.rollback()
                return
            auditing.keep()
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        finally:
            auditing.end()
