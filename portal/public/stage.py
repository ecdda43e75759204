"""What a stage is made of: words for a child and for an adult, how far along it is, what the person can do there."""

from dataclasses import dataclass
from enum import StrEnum

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_


class Deed(StrEnum):
    """What a person can do on their case page."""

    ADD = "add"
    MESSAGE = "message"
    ADVOCATE = "advocate"
    TAKE_BACK = "take_back"
    NEXT_STEP = "next_step"
    RATE = "rate"
    CARRY_ON = "carry_on"  # with the complaint, when the quick way did not work
    OMBUDSMAN = "ombudsman"
    START_AGAIN = "start_again"
    AGREE = "agree"  # that somebody speaks for them
    NEEDS = "needs"  # say what would help on the day of the meeting


@dataclass(frozen=True, slots=True)
class Words:
    """A heading and what stands under it; a line that names something not yet known is left out."""

    heading: str
    lines: tuple[Line, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the heading itself says which step it is, so that no other count may stand beside it."""
        return self.heading.startswith(("Step ", "Stage ", "Corporate stage "))


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `part` is 1 to 4 of `PARTS`, or 0 where there is no going forward."""

    code: str
    part: int
    child: Words
    adult: Words
    deeds: tuple[Deed, ...]

    @property
    def answered(self) -> bool:
        """Whether our answer is there to be read."""
        return self.code in ("s1_done", "s2_done", "answered")


def words(heading: str, *lines: str) -> Words:
    """Words without promises or safety strings."""
    return Words(heading, tuple(Line(line) for line in lines))


OPEN = (Deed.MESSAGE, Deed.ADD, Deed.ADVOCATE, Deed.TAKE_BACK)
ASKED = (Deed.MESSAGE, Deed.ADVOCATE, Deed.TAKE_BACK)
LATE_HEADING = N_("We are late. We are sorry.")
MORE_TIME = N_("We need more time")
