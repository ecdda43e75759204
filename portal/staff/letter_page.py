"""The page between writing a letter and sending it: what it says, who gets it and how."""

from flask import render_template, request

from portal.records.speakers import speaker_of
from portal.services import speaking_up
from portal.services.handling import AnotherWay
from portal.services.spoken_for import unchecked
from portal.services.telling import Told
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.reaching import never, ways
from portal.web.language import KNOWN

SEND, CHANGE = "send", "change"
CHECKED = "checked"
"""The tick by which an officer says that they know who speaks for the child."""
LOOK = "Look at the letter"
"""What the button of a form says that leads here."""


def preview(told: Told, heading: str, another: AnotherWay | None = None) -> str:
    """The page between writing and sending; everything that was typed travels with it."""
    typed = [pair for pair in request.form.items(multi=True) if pair[0] not in ("csrf_token", "do", CHECKED)]
    speaker = speaker_of(the_case())
    return render_template(
        "staff/letters/preview.html",
        **head(),
        heading=heading,
        told=told,
        typed=typed,
        language=KNOWN[told.language],
        ways=ways(the_case(), another),
        never=never(the_case(), another),
        checking=speaker.details.get("name", "") if speaker and unchecked(speaker) else None,
    )


def checked() -> None:
    """Keep that the officer who sends the letter ticked that they know who speaks for the child; once is enough."""
    if request.form.get(CHECKED) and unchecked(speaker_of(the_case())):
        speaking_up.check_speaker(the_case().id, me().id)
