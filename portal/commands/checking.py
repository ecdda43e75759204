"""`portal check`: says whether this installation is safe to open to the public, one line for each thing that is not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import click

from portal import clock
from portal.commands import Failed, in_app

BOTH = 2
"""So many people have to agree before a case is let go."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing somebody should see to; a fault must be mended before the public comes in."""

    text: str
    fault: bool = False


Findings = Iterator[Finding]


@click.command()
@in_app
def check() -> None:
    """Is this installation safe to open to the public? Exits with 1 while it is not."""
    faults = 0
    for examine in CHECKS:
        for finding in examine():
            click.echo(f"{'FAULT' if finding.fault else 'note '}  {finding.text}")
            faults += finding.fault
    if faults:
        raise Failed(f"not safe to open yet: {faults} {'fault' if faults == 1 else 'faults'} to mend.")
    click.echo("Nothing stands in the way of opening this installation.")


def settings() -> Findings:
    """Settings and secrets that are right for one developer and wrong for the public."""
    from flask import current_app

    chosen = current_app.config["PORTAL"]
    if not chosen.production:
        yield Finding("PORTAL_ENVIRONMENT is not production.", fault=True)
    if not chosen.https:
        yield Finding("PORTAL_PUBLIC_URL is not an https:// address.", fault=True)
    for name, secret in (("PORTAL_SECRET_KEY", chosen.secret_key), ("PORTAL_CODE_PEPPER", chosen.code_pepper)):
        if len(set(secret)) < 12:
            yield Finding(f"{name} is too plain to be random.", fault=True)
    if chosen.secret_key == chosen.code_pepper:
        yield Finding("PORTAL_SECRET_KEY and PORTAL_CODE_PEPPER are the same.", fault=True)
    if any(len(set(key)) < 12 for key in chosen.data_keys.values()):
        yield Finding("PORTAL_DATA_KEYS holds a key too plain to be random.", fault=True)
    if chosen.mail_from.endswith(".example"):
        yield Finding("PORTAL_MAIL_FROM is a placeholder.", fault=True)
    if chosen.https and not chosen.proxies:
        yield Finding("PORTAL_PROXIES is 0: behind a proxy, everybody would seem to come from one network.")


def viruses() -> Findings:
    """Somebody looks for viruses in the files that people send."""
    from portal.records.files import count_waiting
    from portal.services.scanning import answers, configured

    if not configured():
        yield Finding("PORTAL_SCANNER is not set: nobody looks for viruses in the files that people send.")
    elif not answers():
        yield Finding("The virus scanner does not answer: until it does, nobody can open what people send.", fault=True)
    elif unjudged := count_waiting(clock.now() - timedelta(days=1)):
        yield Finding(
            f"Files that nobody can open, because the virus scanner did not judge them for a day: {unjudged}."
        )


def database() -> Findings:
    """The tables are those this version expects."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import text

    from portal.commands.database import MIGRATIONS
    from portal.extensions import db

    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with db.engine.connect() as connection:
        at = MigrationContext.configure(connection).get_current_revision()
        if at != head:
            yield Finding(f"The database is at {at or 'nothing'}, not at {head}: run `portal init`.", fault=True)
        postgres = db.engine.dialect.name == "postgresql"
        if postgres and connection.scalar(text("SHOW synchronous_commit")) == "off":
            yield Finding("PostgreSQL may lose what it confirmed: synchronous_commit is off.", fault=True)


def keys() -> Findings:
    """What was sealed can be opened with the keys we have: the first and the last case stand for all."""
    from sqlalchemy import func, inspect, select

    from portal.extensions import db
    from portal.records.cases import Told
    from portal.records.sealing import SealBroken

    if not inspect(db.engine).has_table(Told.__tablename__):
        return
    ends = db.session.execute(select(func.min(Told.id), func.max(Told.id))).one()
    for number in {end for end in ends if end is not None}:
        try:
            assert db.session.get_one(Told, number).answers is not None
        except SealBroken:
            yield Finding("A case cannot be opened with PORTAL_DATA_KEYS: a key is missing or wrong.", fault=True)
            return


def old_keys() -> Findings:
    """Everything was made with the key that seals now, and nothing needs one that is gone."""
    from sqlalchemy import inspect

    from portal.commands.keys import told
    from portal.extensions import db
    from portal.records.cases import Told
    from portal.records.sealing import keyring
    from portal.services.renewing import needed

    if not inspect(db.engine).has_table(Told.__tablename__):
        return
    ring = keyring()
    for number, amounts in sorted(needed().items()):
        if number not in ring:
            lost = "which PORTAL_DATA_KEYS does not have: put it back"
            yield Finding(f"Key {number}, {lost}, is needed by {told(amounts)}.", fault=True)
        elif number != ring.current:
            yield Finding(f"Key {number} is still needed by {told(amounts)}: run `portal keys renew`.")


def post() -> Findings:
    """Letters can be sent, and are."""
    from datetime import timedelta

    from sqlalchemy import func, inspect, select

    from portal.config import UnsafeConfiguration
    from portal.domain.words import LetterState
    from portal.extensions import db
    from portal.records.letters import Letter
    from portal.services import mailing, posting

    try:
        with mailing.PatientConnection(mailing.server()):
            pass
    except (mailing.NoMailServer, UnsafeConfiguration) as wrong:
        yield Finding(str(wrong), fault=True)
    except mailing.NotNow as wrong:
        yield Finding(f"The mail server cannot be reached: {wrong}", fault=True)
    if not inspect(db.engine).has_table(Letter.__tablename__):
        return
    if dead := posting.count_dead():
        yield Finding(f"{dead} {'letter' if dead == 1 else 'letters'} could not be sent: see the staff site.")
    oldest = db.session.scalar(select(func.min(Letter.next_try_at)).where(Letter.state == LetterState.WAITING))
    if oldest and clock.now() - oldest > timedelta(minutes=15):
        yield Finding("Letters are due and nobody sends them: is `portal post --forever` running?", fault=True)


def council() -> Findings:
    """What the council has yet to fill in or to confirm."""
    from flask import current_app

    from portal import authorities

    ours = current_app.extensions["portal.authority"]
    if ours.code == authorities.DEFAULT:
        yield Finding("PORTAL_AUTHORITY is the invented example council.", fault=True)
    if names := authorities.placeholder_addresses(ours):
        yield Finding(f"Addresses that reach nobody, for {', '.join(names)}.", fault=True)
    for promise in authorities.promises_unconfirmed(ours):
        yield Finding(f"Not confirmed, so not promised ({promise.code}): {promise.sentence}")
    if names := authorities.unknown_contacts(ours):
        yield Finding(f"Not known, so pages leave it out: {', '.join(names)}.")


def helplines() -> Findings:
    """Numbers that nobody has looked at for six months."""
    from portal.authorities import stale_helplines

    for line in stale_helplines(clock.today()):
        yield Finding(f"{line.name}: the number was last checked on {line.last_checked:%-d %B %Y}.")


def languages() -> Findings:
    """How far each translation was checked."""
    from flask import current_app

    from portal.web.language import KNOWN, review_level

    told = {0: "a computer only", 1: "a bilingual worker"}
    for code in current_app.config["PORTAL"].languages:
        if code == "eo":
            yield Finding(f"PORTAL_LANGUAGES names {code}, which is no language for the public.", fault=True)
        elif (level := review_level(code)) in told:
            yield Finding(f"{KNOWN[code].english} was checked by {told[level]}; safety texts show English beneath.")


def people() -> Findings:
    """Somebody can sign in, and nobody invented can."""
    from sqlalchemy import inspect

    from portal.domain.access import Action, may, roles_of
    from portal.extensions import db
    from portal.records.officers import Officer
    from portal.services.demonstrating_officers import DOMAIN
    from portal.services.officers import all_officers

    if not inspect(db.engine).has_table(Officer.__tablename__):
        return
    active = [one for one in all_officers() if one.active]
    if any(one.email.endswith(f"@{DOMAIN}") for one in active):
        yield Finding("This database holds the demonstration: begin with an empty one.", fault=True)
    if not any(may(roles_of(one.roles), Action.ACKNOWLEDGE) for one in active):
        yield Finding("Nobody can answer a complaint: add an officer with `portal officer add`.", fault=True)
    if not any(may(roles_of(one.roles), Action.ADVOCATES) for one in active):
        yield Finding("Nobody reads requests for an advocate: add an officer with the role advocate.", fault=True)
    if sum(may(roles_of(one.roles), Action.LET_GO) for one in active) < BOTH:
        yield Finding("Fewer than two people may agree that a case goes, so that none ever does.")


def anchors() -> Findings:
    """The end of the audit is written down elsewhere, day by day."""
    from datetime import timedelta

    from flask import current_app

    folder = current_app.config["PORTAL"].anchors
    days = {(clock.today() - timedelta(days=back)).isoformat() for back in (0, 1)}
    if folder is None:
        yield Finding("PORTAL_ANCHORS is not set: audit lines cut off would not be noticed, and no case can be let go.")
    elif not any((folder / f"{day}.anchor").exists() for day in days):
        yield Finding("No anchor of the audit was kept since yesterday: does cron run `portal audit anchor`?")


CHECKS: tuple[Callable[[], Findings], ...] = (
    settings, viruses, database, keys, old_keys, post, council, helplines, languages, people, anchors,
)  # fmt: skip


def add_to(group: click.Group) -> None:
    group.add_command(check)
