"""The letter with which an officer begins: composed as if its step were done, in their language and in English."""

from contextlib import suppress
from dataclasses import dataclass

from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.clock_events import ClockRefusal
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.registry import setting_of
from portal.domain.letters.shape import Setting
from portal.domain.procedures import TABLES
from portal.domain.stages import Step
from portal.records.cases import Case
from portal.services.case_writing import changing
from portal.services.letter_composing import composed
from portal.services.stage_facts import Given
from portal.services.stepping import ANSWERS, apply
from portal.services.transactions import only_trying


@dataclass(frozen=True, slots=True)
class Begun:
    """A letter to go on with; `english` is "" when that is its language."""

    words: str = ""
    english: str = ""


def begun(case: Case, kind: LetterKind, officer: str, setting: Setting | None = None) -> Begun:
    """The beginning of a letter about the case as it stands."""
    words = composed(case, kind, officer=officer, setting=setting)
    return Begun(words, _english(case, kind, officer, words, setting))


def begun_by(case_id: int, officer_id: int, officer: str, step: Step) -> Begun:
    """The beginning of the letter of a step: what it does to the dates is tried out, and undone."""
    if step.told is None:
        return Begun()
    with only_trying(), changing(case_id) as case:
        with suppress(ClockRefusal, BeyondKnownHolidays):  # what the clocks refuse is said when the step is taken
            apply(case, step, officer_id, Given())
        return begun(case, step.told, officer)


def answer_kind(case: Case) -> LetterKind:
    """What the answer drafted here is: a response, findings, terms, the last answer."""
    steps = (one for one in TABLES[case.procedure].steps if one.event in ANSWERS and case.step in one.start)
    return next((one.told for one in steps if one.told), LetterKind.RESPONSE)


def _english(case: Case, kind: LetterKind, officer: str, words: str, setting: Setting | None) -> str:
    english = composed(case, kind, officer=officer, language="en", setting=setting or setting_of(case.step))
    return "" if english == words else english
