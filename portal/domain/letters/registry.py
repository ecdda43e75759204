"""Every kind of letter by its kind, and which kind the draft of an answer is."""

from collections.abc import Mapping

from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.answers import ANSWERS
from portal.domain.letters.beginnings import BEGINNINGS
from portal.domain.letters.next_stages import NEXT_STAGES
from portal.domain.letters.on_the_way import ON_THE_WAY
from portal.domain.letters.shape import Letter, Setting

LETTERS: Mapping[LetterKind, Letter] = {
    letter.kind: letter for letter in (*BEGINNINGS, *ANSWERS, *NEXT_STAGES, *ON_THE_WAY)
}


def setting_of(step: str) -> Setting:
    """Where a case stands, from the name of its place."""
    return Setting(step[:2]) if step[:2] in set(Setting) else Setting.ASIDE
