"""Every journey there is, found by its code or by its address."""

from collections.abc import Mapping

from portal.domain.journeys.adult import ADULT
from portal.domain.journeys.advocacy import ADVOCACY
from portal.domain.journeys.easy import EASY
from portal.domain.journeys.for_child import FOR_CHILD
from portal.domain.journeys.kind_words import KIND_WORDS
from portal.domain.journeys.pages import Journey
from portal.domain.journeys.young_person import YOUNG_PERSON

_EVERY = (YOUNG_PERSON, EASY, ADULT, KIND_WORDS, FOR_CHILD, ADVOCACY)
JOURNEYS: Mapping[str, Journey] = {journey.code: journey for journey in _EVERY}

_MEANT = {
    (question.key, option.code): option.means
    for journey in JOURNEYS.values()
    for question in journey.questions()
    for option in question.options
    if option.means
}


def meant(key: str, code: str) -> str:
    """The code by which rules know an option: its own, unless the option says what it means."""
    return _MEANT.get((key, code), code)
