"""How the page of a case looks to whoever opened it: their theme, pictures for whoever told us with pictures, doors."""

from flask import url_for

from portal.domain.speaking import Holder
from portal.domain.words import Audience
from portal.public import tracking_words as words
from portal.public.stage import Deed, Stage
from portal.services.tracking_seen import Seen
from portal.web.text import say

_ENDPOINTS = {
    Deed.MESSAGE: ("tracking.message", "message"),
    Deed.ADD: ("tracking.add", "pencil"),
    Deed.ADVOCATE: ("tracking.advocate", "heart-handshake"),
    Deed.NEXT_STEP: ("tracking.next_step", "mood-sad"),
    Deed.CARRY_ON: ("tracking.complain", "pencil"),
    Deed.TAKE_BACK: ("tracking.take_back", "hand-stop"),
    Deed.RATE: ("tracking.rate", "mood-smile"),
}
_PICTURES = {
    Deed.MESSAGE: "letter",
    Deed.ADD: "pencil",
    Deed.ADVOCATE: "advocate",
    Deed.NEXT_STEP: "let-down",
    Deed.CARRY_ON: "pencil",
    Deed.TAKE_BACK: "stop",
    Deed.RATE: "yes",
}
"""What can be done, in pictures; the icons above are for whoever told us in words."""
_BY_PART = ("someone", "read", "look", "letter", "wave")
"""The picture of each part of the way; the first where there is no going forward."""
_BESIDE = {"paused": "clock", "s1_ext": "clock", "s2_ext": "clock", "s2": "together", "s3_panel": "together"}


def look_of(seen: Seen) -> dict[str, object]:
    """How a page of this case looks: like the pages on which it was told."""
    return {"theme": seen.audience.value, "easy": seen.easy}


def drawing_of(seen: Seen, stage: Stage, *, late: bool) -> str:
    """The picture beside what is happening now, for somebody who told us with pictures; of lateness a clock."""
    if not seen.easy:
        return ""
    return "clock" if late else _BESIDE.get(stage.code) or _BY_PART[stage.part]


def name_of(deed: Deed, seen: Seen) -> str:
    """What a thing that can be done is called, for a child or an adult."""
    if deed is Deed.NEXT_STEP and seen.answered_on is None:
        return say(words.ASK_NEXT_STEP)
    child, adult = words.DEEDS[deed]
    return say(child if seen.audience is Audience.CHILD else adult)


def deeds_of(seen: Seen, stage: Stage) -> list[tuple[str, str, str, str]]:
    """Icon, name, address and, for pages with pictures, picture of each thing that can still be done."""
    spoken_for = seen.holder is Holder.SPEAKER  # what only the person themselves can do
    over = {
        Deed.ADVOCATE: seen.asked_advocate or spoken_for,
        Deed.RATE: seen.rated,
        Deed.NEXT_STEP: not seen.may_go_on,
        Deed.CARRY_ON: not seen.may_complain,
        Deed.TAKE_BACK: spoken_for or not seen.may_take_back,
    }
    open_now = [deed for deed in stage.deeds if deed in _ENDPOINTS and not over.get(deed)]
    return [
        (_ENDPOINTS[deed][1], name_of(deed, seen), url_for(_ENDPOINTS[deed][0]), _PICTURES[deed] if seen.easy else "")
        for deed in open_now
    ]
