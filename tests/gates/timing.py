"""How long a journey takes by a model of reading, typing and tapping: an estimate to compare pages by, not people."""

from __future__ import annotations

from dataclasses import dataclass

from portal.domain.journeys.pages import Answers, Field, Journey, Page, Question
from tests.gates.stops import any_answer
from tests.visitor import Visitor

STORY = {"y": 30, "e": 5, "a": 100, "v": 60}
"""Words in which somebody tells what happened."""
TYPED = {Field.PHONE: 2, Field.EMAIL: 2, Field.CHILDREN: 3}
"""Words for another box that has to be filled in; a name is two."""
UNREAD = ".govuk-visually-hidden, details > div, .govuk-summary-list, [hidden]"
PICKED = (Field.TICKS, Field.CHOICE)
SPEEDS = {"when slow": (80, 8), "minutes": (120, 15), "when quick": (200, 30)}
"""Words read and words typed a minute."""
TAP = 3 / 60
"""Minutes for a tap."""


@dataclass
class Effort:
    """What one person reads, types and taps on a journey."""

    read: int = 0
    typed: int = 0
    taps: int = 0

    def minutes(self) -> dict[str, float]:
        return {
            name: round(self.read / reading + self.typed / typing + self.taps * TAP, 1)
            for name, (reading, typing) in SPEEDS.items()
        }

    def see(self, visitor: Visitor) -> None:
        """Read what the page says and offers, but not the answers it plays back, nor what is folded or unseen."""
        main = visitor.page.main
        assert main is not None, visitor.address
        left_out = main.select(UNREAD)
        self.read += len(main.get_text(" ").split()) - sum(len(one.get_text(" ").split()) for one in left_out)

    def answer(self, place: Place, page: Page) -> Answers:
        """Pick something wherever there is something to pick, and type no more than has to be typed."""
        found: Answers = {}
        for question in page.questions:
            given = place.given | found
            if question.field in PICKED and question.asked(given):
                found[question.key] = place.simplest(page, question, given)
            elif question.required and question.asked(given):
                found[question.key] = any_answer(question)
                told = question.key == "story"
                self.typed += STORY[place.journey.path] if told else TYPED.get(question.field, 2)
        self.taps += len(found) + 1
        return found


@dataclass
class Place:
    """Where somebody is on a way, and what they have answered."""

    journey: Journey
    way: str
    given: Answers

    def simplest(self, page: Page, question: Question, given: Answers) -> str:
        """The first option after which nothing more is asked, if there is one."""

        def asked(code: str) -> int:
            then = given | {question.key: [code] if question.field is Field.TICKS else code}
            return len(self.journey.route(self.way, then)) + sum(one.asked(then) for one in page.questions)

        return min((option.code for option in question.options), key=asked)


def effort(visitor: Visitor, journey: Journey, way: str) -> Effort:
    """Somebody who reads everything and picks on every page of the way, from its start until it is sent."""
    made, place = Effort(), Place(journey, way, {})
    made.see(visitor.open(f"/en/{journey.path}"))
    route = journey.route(way, {})
    if not journey.start.asks:
        made.taps += 1
        visitor.open(f"/en/{journey.path}/{route[0].slug}?w={way}")
    for number, page in enumerate(route):
        if number or not journey.start.asks:
            made.see(visitor)
        found = made.answer(place, page)
        place.given |= {q.key: [found[q.key]] if q.field is Field.TICKS else found[q.key]
                        for q in page.questions if q.key in found}  # fmt: skip
        visitor.fill({key: str(value) for key, value in found.items() if isinstance(value, str)}, press="continue")
    assert "/check" in visitor.address, visitor.address
    made.see(visitor)
    made.taps += 1
    return made
