"""Who may look into a complaint from outside: the investigator, the independent person, the panel of three."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portal.domain.words import Worded


class Capacity(Worded):
    """As what somebody takes part in Stage 2 or Stage 3 (SI 2006/1738 regs 17 and 19)."""

    INVESTIGATOR = "investigator", "Investigating officer"
    INDEPENDENT_PERSON = "independent_person", "Independent person"
    PANELLIST = "panellist", "Member of the panel"
    CHAIR = "chair", "Chair of the panel"


ON_PANEL = frozenset({Capacity.PANELLIST, Capacity.CHAIR})
STAGE_OF: Mapping[Capacity, int] = {one: 3 if one in ON_PANEL else 2 for one in Capacity}
PANEL_SIZE = 3
"""Members of a review panel, one of them in the chair (SI 2006/1738 reg 19)."""


class Obstacle(Worded):
    """Why somebody cannot take part; the label says it to the officer who asks."""

    NOT_LISTED = "not_listed", "The register does not list them for this."
    LEFT_REGISTER = "left_register", "They are not on the register any more."
    NOT_DECLARED = "not_declared", "They have not signed a declaration of independence."
    MEMBER = "member", "They are a member of the council."
    OFFICER = "officer", "They are an officer of the council."
    PARTNER = "partner", "They are married to, or the civil partner of, a member or officer of the council."
    NOT_CHECKED = "not_checked", "Nobody has checked their ties to this case."
    COMPLAINED_ABOUT = "complained_about", "The complaint may be about them."
    BOTH_AT_STAGE_2 = "both_at_stage_2", "The investigating officer and the independent person have to be two people."
    WAS_STAGE_2_PERSON = "was_stage_2_person", "They were the independent person of Stage 2, so they cannot sit."
    WAS_INVESTIGATOR = "was_investigator", "They investigated this complaint at Stage 2, so they cannot sit."
    NOT_THREE = "not_three", "A panel has three members, no fewer and no more."
    NOT_ONE_CHAIR = "not_one_chair", "One member of the panel, and only one, takes the chair."


@dataclass(frozen=True, slots=True)
class Ties:
    """What somebody declared about themselves and the council, and when they signed it."""

    member: bool = False
    officer: bool = False
    partner: bool = False  # spouse or civil partner of a member or an officer
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody from the register, for one part in one case; `person` is their number there."""

    person: int
    capacity: Capacity
    listed: frozenset[Capacity]
    ties: Ties
    active: bool = True
    checked: bool = False  # somebody looked at their ties to this case: for an investigator, the line of management
    complained_about: bool = False


_LISTED_AS = {Capacity.CHAIR: frozenset({Capacity.CHAIR}), Capacity.PANELLIST: ON_PANEL}


def obstacles(one: Candidate) -> tuple[Obstacle, ...]:
    """What keeps somebody from their part; empty when nothing does.

    Nobody but the investigating officer may be a member or officer of the council, or the spouse or civil partner of
    one (SI 2006/1738 reg 2). An investigating officer may be an officer, as long as they stand outside the line of
    management of the service and the people complained about (Getting the Best from Complaints; domain 1.3): that is
    what `checked` says of them. A member of the council never investigates.
    """
    ties, found = one.ties, []
    if not one.listed & _LISTED_AS.get(one.capacity, frozenset({one.capacity})):
        found.append(Obstacle.NOT_LISTED)
    if not one.active:
        found.append(Obstacle.LEFT_REGISTER)
    if ties.signed_on is None:
        found.append(Obstacle.NOT_DECLARED)
    if ties.member:
        found.append(Obstacle.MEMBER)
    if one.capacity is not Capacity.INVESTIGATOR:
        found += [Obstacle.OFFICER] * ties.officer + [Obstacle.PARTNER] * ties.partner
    if not one.checked:
        found.append(Obstacle.NOT_CHECKED)
    if one.complained_about:
        found.append(Obstacle.COMPLAINED_ABOUT)
    return tuple(found)


def both_at_stage_2(investigators: Collection[int], independents: Collection[int]) -> bool:
    """Whether one person would be both, so that nobody would watch the investigation from outside (reg 17)."""
    return not set(investigators).isdisjoint(independents)


def sat_before(person: int, at_stage_2: Iterable[tuple[int, Capacity]]) -> tuple[Obstacle, ...]:
    """What keeps somebody off the panel because of what they did at Stage 2 of the same complaint.

    Regulation 19 names the independent person; that the investigator does not judge their own work is a decision of
    this project.
    """
    found = {capacity for who, capacity in at_stage_2 if who == person}
    return tuple(
        obstacle
        for capacity, obstacle in (
            (Capacity.INDEPENDENT_PERSON, Obstacle.WAS_STAGE_2_PERSON),
            (Capacity.INVESTIGATOR, Obstacle.WAS_INVESTIGATOR),
        )
        if capacity in found
    )


def three(members: Collection[Candidate]) -> tuple[Obstacle, ...]:
    """What is wrong with a panel as a whole: its number, its chair, and what keeps each member from it (reg 19)."""
    found = [obstacle for one in members for obstacle in obstacles(one)]
    if len({one.person for one in members}) != PANEL_SIZE or len(members) != PANEL_SIZE:
        found.append(Obstacle.NOT_THREE)
    if sum(one.capacity is Capacity.CHAIR for one in members) != 1:
        found.append(Obstacle.NOT_ONE_CHAIR)
    return tuple(dict.fromkeys(found))
