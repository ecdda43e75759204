"""`portal post`: sends the letters that wait, once or as a worker that never stops."""

import logging
import signal
import threading
from datetime import datetime, timedelta

import click

from portal import clock
from portal.commands import Failed, in_app

EVERY = 5.0
"""Seconds between two rounds of the worker."""
TIDY_EVERY = timedelta(minutes=1)

log = logging.getLogger("portal.post")


@click.command()
@click.option("--forever", is_flag=True, help="Go on until stopped; clear old drafts and visits, scan files too.")
@click.option("--again", is_flag=True, help="First let the letters that could not be sent wait anew.")
@in_app
def post(forever: bool, again: bool) -> None:
    """Send the letters that are waiting."""
    from portal.services.posting import dead_letters, send_again

    for letter in dead_letters() if again else ():
        send_again(letter.id)
    if forever:
        _work()
    else:
        _once()


def _once() -> None:
    from portal.services.mailing import NoMailServer
    from portal.services.posting import post_waiting

    try:
        done = post_waiting()
    except NoMailServer as none:
        raise Failed(f"{none} In development, letters can be read at /dev/letters.") from none
    click.echo(f"{done.sent} sent, {done.postponed} to be tried again, {done.dead} that cannot be sent.")


def _work() -> None:
    """One round every few seconds until we are told to stop; trouble in one round never ends the worker."""
    stopped = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopped.set())
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    log.info("waiting for letters")
    tidied: datetime | None = None
    while not stopped.is_set():
        tidied = _round(tidied)
        stopped.wait(EVERY)


def _round(tidied: datetime | None) -> datetime | None:
    from portal.extensions import db
    from portal.services.mailing import NoMailServer
    from portal.services.posting import Posted, post_waiting
    from portal.services.scanning import catch_up
    from portal.services.tidying import tidy

    now = clock.now()
    try:
        if tidied is None or now - tidied >= TIDY_EVERY:
            tidy(now)
            catch_up()
            tidied = now
        if (done := post_waiting()) != Posted():
            log.info("%d sent, %d to be tried again, %d that cannot be sent", done.sent, done.postponed, done.dead)
    except NoMailServer:
        pass  # development: letters stay where /dev/letters shows them
    except Exception:
        log.exception("this round failed; the next one comes in %d seconds", EVERY)
    finally:
        db.session.remove()
    return tidied


def add_to(group: click.Group) -> None:
    group.add_command(post)
