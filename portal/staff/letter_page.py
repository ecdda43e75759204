"""The page between writing a letter and sending it: what it says, who gets it and how."""

from flask import render_template, request

from portal.services.handling import AnotherWay
from portal.services.telling import Told
from portal.staff.case import head
from portal.staff.guard import the_case
from portal.staff.reaching import never, ways
from portal.web.language import KNOWN

SEND, CHANGE = "send", "change"
LOOK = "Look at the letter"
"""What the button of a form says that leads here."""


def preview(told: Told, heading: str, another: AnotherWay | None = None) -> str:
    """The page between writing and sending; everything that was typed travels with it."""
    typed = [pair for pair in request.form.items(multi=True) if pair[0] not in ("csrf_token", "do")]
    return render_template(
        "staff/letters/preview.html",
        **head(),
        heading=heading,
        told=told,
        typed=typed,
        language=KNOWN[told.language],
        ways=ways(the_case(), another),
        never=never(the_case(), another),
    )
