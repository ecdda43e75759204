"""What this site keeps on a phone or computer: one cookie."""

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.notices import Notice, Section

COOKIES = Notice(
    endpoint="cookies",
    path="cookies",
    title=N_("Cookies"),
    heading=N_("Cookies"),
    audience="child",
    lead=(Line(N_("A cookie is a small note that a site puts on your phone or computer. This site has one.")),),
    sections=(
        Section(
            N_("What it is for"),
            (
                Line(
                    N_(
                        "It keeps your answers together while you write. It also keeps your page open "
                        "while you look at it."
                    )
                ),
                Line(N_("It holds a key made by chance. It holds no word that you write.")),
                Line(N_("The site cannot work without it, so we do not ask you to say yes.")),
            ),
        ),
        Section(
            N_("What we do not do"),
            (
                Line(N_("We do not count who comes here. We do not follow you.")),
                Line(N_("Nothing on this site comes from another site.")),
                Line(N_("We put nothing else on your phone or computer.")),
            ),
            bullets=True,
        ),
    ),
)
