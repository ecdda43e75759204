"""Writing a letter to the person from the case, in their language, and closing its gaps before it goes out."""

from datetime import date

from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.registry import LETTERS, setting_of
from portal.domain.letters.shape import GAPS, Setting, compose, filled, gaps
from portal.records.cases import Case
from portal.services.case_writing import NotLikeThis
from portal.services.letter_values import values_of
from portal.services.spoken_for import addressee
from portal.services.their_language import offered, speaking, translated

BY_ITSELF = frozenset({"manager", "due", "latest", "new_day", "panel_day", "ask_by"})
"""Gaps that close by themselves: the step that sends the letter makes their values known."""


def composed(
    case: Case,
    kind: LetterKind,
    *,
    by_officer: bool = True,
    officer: str = "",
    language: str = "",
    setting: Setting | None = None,
) -> str:
    """A letter about the case as it stands now, in the person's language unless another is given."""
    language = offered(language or case.language)
    setting = setting or setting_of(case.step)
    with speaking(language):
        values = values_of(case, kind, setting, language, None)
        values |= {"officer": officer} if officer else {}
        audience = addressee(case, kind).audience
        return compose(LETTERS[kind], audience, setting, values, translated, by_officer=by_officer)


def closed(case: Case, kind: LetterKind, words: str, until: date | None = None) -> str:
    """The letter with every gap closed that can be by now."""
    language = offered(case.language)
    with speaking(language):
        values = values_of(case, kind, setting_of(case.step), language, until)
        return filled(words, {name: value for name, value in values.items() if name in BY_ITSELF})


def refuse_gaps(words: str, *, may_wait: bool = False) -> None:
    """Raise `NotLikeThis` while something is still to be written; with `may_wait` not for what closes by itself."""
    later = {GAPS[name] for name in BY_ITSELF} if may_wait else set()
    if missing := [label for label in gaps(words) if label not in later]:
        raise NotLikeThis(f"Still to be written, where the double brackets stand: {'; '.join(missing)}.", "words")
