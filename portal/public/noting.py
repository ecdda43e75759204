"""What an answer on the page before calls for being said, with the answer it is about; it informs and never blocks."""

from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Page
from portal.public.place import Place
from portal.web.answers import worded
from portal.web.text import say, spoken


@dataclass(frozen=True, slots=True)
class Note:
    """The question and the answer a note is about, what it says, and the journey it speaks of.

    A note that is a receipt's line as well says by itself what it is about.
    """

    asked: str
    answered: str
    said: str | Markup
    url: str
    name: str


def note_before(place: Place, route: tuple[Page, ...], page: Page) -> Note | None:
    """The note of the page before this one, where the answers call for it."""
    before = route[route.index(page) - 1] if page in route and route.index(page) else None
    if before is None or before.note is None:
        return None
    held = next((condition for condition in before.note_when if condition.holds(place.answers)), None)
    said = spoken((before.note,))
    if held is None or not said:
        return None
    about = next(question for question in before.questions if question.key == held.key)
    answer = worded(about, place.variant, place.answers)
    to = JOURNEYS.get(before.note_to)
    return Note(
        "" if before.note.only else say(about.label),
        answer if isinstance(answer, str) else ", ".join(answer),
        said[0],
        url_for(f"{to.code}.start") if to else "",
        say(to.start.heading) if to else "",
    )
