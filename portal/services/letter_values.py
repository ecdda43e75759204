"""What a letter may name of a case, in the language being spoken: dates from the clocks, people, points, help."""

from collections.abc import Mapping
from datetime import date

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.findings import Outcome
from portal.domain.independence import ON_PANEL, Capacity
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.shape import Setting, gap
from portal.domain.letters.shared import ALIKE, OUTCOMES, VERDICTS
from portal.domain.procedures import TABLES
from portal.domain.words import Audience
from portal.extensions import db
from portal.records.appointments import appointments_of
from portal.records.cases import Case
from portal.records.concerns import concerns_of, outcomes_of, statements_of
from portal.records.officers import Officer
from portal.records.reports import panel_of, recommendations_of
from portal.services.advocate_values import advocate_values
from portal.services.proceeding_clocks import answering, ask_by, ledgers
from portal.services.refusal_values import refusal_values
from portal.services.spoken_for import addressee
from portal.services.their_language import runs_right_to_left, translated, written_out

_STAGE = {Setting.S2: 2, Setting.C2: 2, Setting.S3: 3}
_QUOTED = ("concerns", "found", "asked_of_us", "recommended", "statement")
_ISOLATED = ("_phone", "_email", "_website")


def values_of(case: Case, kind: LetterKind, setting: Setting, language: str, until: date | None) -> dict[str, str]:
    """Every value that is known, by the name of its place in a letter; `until` is a new date the officer typed."""
    found = {
        "name": addressee(case, kind).name,
        "officer": case.officer.public_name if case.officer else "",
        "manager": db.session.get_one(Officer, case.handler_id).public_name if case.handler_id else "",
        "received": written_out(case.received_on),
        "new_day": written_out(until) if until else "",
        **_dates(case, kind, setting),
        **_points(case, setting),
        **_outsiders(case, setting),
        **refusal_values(case, kind),
        **advocate_values(case, kind),
        **_help(language),
    }
    if runs_right_to_left(language):
        found |= {name: _in_own_order(found.get(name, "")) for name in _QUOTED}
    return {name: value for name, value in found.items() if value}


def _in_own_order(text: str) -> str:
    """Lines that may be in another language than the letter, each kept in its own order (Unicode's isolates)."""
    return "\n".join(f"\u2068{line}\u2069" if line else "" for line in text.splitlines())


def _dates(case: Case, kind: LetterKind, setting: Setting) -> Mapping[str, str]:
    today, read = clock.today(), ledgers(case.id)
    found = {}
    ledger = read.get(answering(case))
    if TABLES[case.procedure].places[case.step].clock and ledger and ledger.events:
        reading = ledger.reading(max(today, ledger.events[-1].on))
        runs = reading.stopped is None and not reading.paused
        latest = reading.latest
        ahead = latest is not None and today <= latest and latest > reading.due
        found["due"] = written_out(reading.due) if runs and today <= reading.due else ""
        found["latest"] = written_out(latest) if latest and (ahead or kind is LetterKind.LAPSED) else ""
        found["late"] = "yes" if runs and reading.late else ""
    last = ask_by(case.id) if setting in (Setting.S1, Setting.S2) else None
    if last:
        found["ask_by"] = written_out(last) if today <= last else ""
    return found


def _points(case: Case, setting: Setting) -> Mapping[str, str]:
    """The concerns in the person's words, and what was found about each at this stage."""
    stage, concerns, decided = _STAGE.get(setting, 1), concerns_of(case.id), outcomes_of(case.id)
    found = []
    for one in concerns:
        code = decided.get((one.id, stage))
        outcome = Outcome(code) if code else Outcome.OPEN
        said = OUTCOMES.get(ALIKE.get(outcome, outcome))
        lines = [f"{one.number}. {one.words}", translated(said[case.audience is Audience.ADULT]) if said else ""]
        found.append("\n".join([*filter(None, lines), gap("finding")]))
    statement = next(iter(statements_of(case.id)), None)
    asked = []
    for row in recommendations_of(case.id, stage) if setting in (Setting.S2, Setting.S3) else ():
        verdict = translated(VERDICTS[row.verdict]) if row.verdict else ""
        asked.append("\n".join(filter(None, (f"{row.number}. {row.words}", verdict, row.reason))))
    return {
        "concerns": "\n".join(f"{one.number}. {one.words}" for one in concerns),
        "found": "\n\n".join(found),
        "asked_of_us": "\n\n".join(asked),
        "recommended": "\n\n".join(asked),
        "statement": statement.words if statement else "",
    }


def _outsiders(case: Case, setting: Setting) -> Mapping[str, str]:
    """Who was named from outside, and the panel's day and place."""
    if setting not in (Setting.S2, Setting.S3):
        return {}
    named = [one for one in appointments_of(case.id) if one.ended_on is None]
    names = {one.capacity: one.independent.name for one in named}
    panel = panel_of(case.id)
    return {
        "investigator": names.get(Capacity.INVESTIGATOR, ""),
        "independent": names.get(Capacity.INDEPENDENT_PERSON, ""),
        "panellists": ", ".join(one.independent.name for one in named if one.capacity in ON_PANEL),
        "panel_day": written_out(panel.meets_on) if panel else "",
        "place": panel.texts.get("place", "") if panel else "",
    }


def _help(language: str) -> Mapping[str, str]:
    """The council, the advocacy provider and the national bodies; numbers keep their order in Arabic."""
    council: Authority = current_app.extensions["portal.authority"]
    sites = {f"{one.code}_website": one.website.removeprefix("https://") for one in council.helplines}
    known = {**council.values(), **sites}
    if runs_right_to_left(language):
        known |= {name: f"\u2066{value}\u2069" for name, value in known.items() if value and name.endswith(_ISOLATED)}
    return known
