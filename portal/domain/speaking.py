"""Somebody speaks for a child: what the child has agreed to, and whom the team may talk to meanwhile."""

from collections.abc import Collection

from portal.domain.words import Worded


class Agreement(Worded):
    """What whoever sent it said of the child's agreement (people 2.c, V3)."""

    AGREED = "agreed", "The child has agreed to these words"
    UNSEEN = "unseen", "The child asked for it to be sent, and has not seen the words"
    BEST_INTERESTS = "best_interests", "The child cannot give a view: sent in their best interests"
    NOT_YET = "not_yet", "The child has not agreed yet"


class Holder(Worded):
    """Whose secret code it is, and whom words of ours are for."""

    PERSON = "person", "The child"
    SPEAKER = "speaker", "Whoever speaks for the child"


STANDS = frozenset({Agreement.AGREED, Agreement.UNSEEN})
"""What counts as agreed from the first day; everything else waits until the child's agreement is written down."""
BOTH = frozenset(Holder)
CHILD, THROUGH = "child", "through_me"
"""What a child may have agreed to: that we talk to them, and that we talk only through whoever speaks for them."""


def readers(*, agreed: bool, cut: bool) -> frozenset[Holder]:
    """Whom the team may talk to and whose page shows what it writes.

    Until the child's agreement is recorded only whoever speaks for them; once the child ended that, only the child.
    """
    if cut:
        return frozenset({Holder.PERSON})
    return BOTH if agreed else frozenset({Holder.SPEAKER})


def may_reach_child(*, agreed: bool, cut: bool, permitted: Collection[str]) -> bool:
    """Whether we may ring, write to or see the child ourselves.

    What was not ticked was not agreed, and "Talk only through me" counts before "Talk to the child".
    """
    return cut or (agreed and CHILD in permitted and THROUGH not in permitted)
