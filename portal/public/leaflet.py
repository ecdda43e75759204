"""A leaflet of two small sides for walls, bags and letters: what this is, where it is, who else helps."""

from flask import Blueprint, current_app, render_template, url_for

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.help_words import HELP_NUMBERS, OTHER_WAYS
from portal.public.information import numbers_known, sayable
from portal.web.doors import Door, door
from portal.web.squares import square
from portal.web.text import spoken

WORDS = (
    Line(N_("You can tell us when you are not happy with the help you get. This is called a complaint.")),
    Line(N_("You will not get in trouble for it. It will not stop the help you get.")),
    Line(N_("You can also say thank you, or ask for someone on your side.")),
)
WAYS, INTERPRETER = OTHER_WAYS[:4], OTHER_WAYS[4]
"""How to tell us without the site, and in one's own language; the advocate stands among the numbers."""
NUMBERS = tuple(one for one in HELP_NUMBERS if one.value in ("emergency_phone", "childline_phone", "advocacy_phone"))

blueprint = Blueprint("leaflet", __name__, url_prefix="/<lang>")


@blueprint.get("/leaflet")
@door(Door.ANYONE)
def leaflet() -> str:
    """The leaflet in this language; on paper it is two sides of A5."""
    address = f"{current_app.config['PORTAL'].public_url}{url_for('home.index')}"
    return render_template(
        "public/information/leaflet.html",
        theme="child",
        lines=spoken(WORDS),
        address=address.partition("://")[2],
        code=square(address),
        ways=sayable(WAYS),
        interpreter=spoken(INTERPRETER.lines),
        numbers=numbers_known(NUMBERS),
    )
