"""What is recommended at the end of Stage 2 and Stage 3, and how the council answers each of it."""

from collections.abc import Mapping

from portal.domain.independence import Capacity
from portal.domain.words import Worded


class Author(Worded):
    """Whose report it is: two at Stage 2, the panel's at Stage 3 (SI 2006/1738 regs 17 and 20)."""

    INVESTIGATOR = "investigator", "Investigating officer"
    INDEPENDENT_PERSON = "independent_person", "Independent person"
    PANEL = "panel", "Panel"


AUTHORS: Mapping[int, tuple[Author, ...]] = {2: (Author.INVESTIGATOR, Author.INDEPENDENT_PERSON), 3: (Author.PANEL,)}
STAGE_OF_AUTHOR: Mapping[Author, int] = {author: stage for stage, authors in AUTHORS.items() for author in authors}
WRITES: Mapping[Capacity, Author] = {
    Capacity.INVESTIGATOR: Author.INVESTIGATOR,
    Capacity.INDEPENDENT_PERSON: Author.INDEPENDENT_PERSON,
    Capacity.PANELLIST: Author.PANEL,
    Capacity.CHAIR: Author.PANEL,
}
"""Whose report somebody who takes part writes."""

RECEIVING: Mapping[int, frozenset[str]] = {
    2: frozenset({"S2_investigating", "S2_reported"}),
    3: frozenset({"S3_heard", "S3_reported"}),
}
"""Where a case stands when reports and recommendations may still come, be completed or put right."""
ANSWERING: Mapping[int, str] = {2: "S2_reported", 3: "S3_reported"}
"""Where a case stands while its recommendations are answered."""


class Verdict(Worded):
    """How one recommendation is answered (domain 2.4); to depart from it needs a reason (SI 2006/1738 reg 20)."""

    ACCEPT = "accept", "Accepted"
    PART = "part", "Accepted in part"
    REJECT = "reject", "Not accepted"


def lacks(verdict: Verdict, reason: str, *, acts: bool) -> str:
    """What an answer still lacks, in words for whoever gives it; empty when it is whole.

    A recommendation that is not wholly accepted needs its reason, and one that is not wholly rejected says what is
    done, by whom and until when.
    """
    if verdict is not Verdict.ACCEPT and not reason:
        return "Write why it is not accepted, or which part is not."
    if verdict is not Verdict.REJECT and not acts:
        return "Write what is done about it and who does it."
    if verdict is Verdict.REJECT and acts:
        return "Nothing is done about what is not accepted: accept it in part, or leave the action empty."
    return ""
