"""What becomes of a journey's answers when they are sent: what kind of thing it is, whose, and who gets a code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.domain.journeys.conditions import Answers, Condition, one_holds
from portal.domain.words import Audience, Kind


@dataclass(frozen=True, slots=True)
class Sending:
    """What becomes of the answers; left as it is, they are a complaint of whoever the journey is for, with a code."""

    kind: Kind = Kind.COMPLAINT  # unless a question with the key "kind" asks it
    child_when: tuple[Condition, ...] = ()  # it is a child's when any of these holds, and an adult's otherwise
    coded_when: tuple[Condition, ...] = ()  # a number and a code are given when any of these holds
    speaker_when: tuple[Condition, ...] = ()  # whoever speaks for the child gets a code of their own when one holds
    folded: bool = False  # the answers are played back above the last questions, whose button sends them
    given: Mapping[str, Answers] = field(default_factory=dict)  # what a shorter way says without asking
    passed_on: bool = False  # all of it is for the advocacy provider; we keep that it was sent, and when

    def kind_of(self, answers: Answers) -> Kind:
        """What it is."""
        said = answers.get("kind")
        return Kind(said) if isinstance(said, str) and said in set(Kind) else self.kind

    def whose(self, audience: str, answers: Answers) -> Audience:
        """Whose case it becomes, which is not always who the pages are written for."""
        if not self.child_when:
            return Audience(audience)
        return Audience.CHILD if one_holds(self.child_when, answers) else Audience.ADULT

    def coded(self, answers: Answers) -> bool:
        """Whether whoever sends it can come back to it."""
        return not self.coded_when or one_holds(self.coded_when, answers)

    @property
    def spoken(self) -> bool:
        """Whether somebody else than the child sends it."""
        return bool(self.speaker_when)

    def speaker_coded(self, answers: Answers) -> bool:
        """Whether whoever speaks for the child can come back to it."""
        return one_holds(self.speaker_when, answers)


A_COMPLAINT = Sending()
"""What becomes of answers where a journey says nothing else."""
