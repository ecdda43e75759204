"""The accessibility statement: it claims only what was checked, and says who has not checked it yet."""

from datetime import date

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.notices import Notice, Section

PREPARED = date(2026, 11, 21)
REVIEW_BY = date(2027, 11, 21)

IN_SHORT = Section(
    N_("The short version"),
    (
        Line(N_("We want everyone to be able to use this site.")),
        Line(N_("You can make the words big.")),
        Line(N_("You can use it with keys or by touch.")),
        Line(N_("A computer has checked each page, but people have not checked it yet.")),
        Line(N_("Children have not told us yet if it is clear and feels safe.")),
        Line(N_("If something is hard to use, tell us.")),
        Line(N_("You can also call us, write to us or come and see us.")),
    ),
)
"""For children: seven sentences."""

ACCESS = Notice(
    endpoint="access",
    path="access",
    title=N_("Accessibility"),
    heading=N_("Accessibility statement"),
    audience="adult",
    sections=(
        IN_SHORT,
        Section(
            N_("What this statement covers"),
            (
                Line(
                    N_("It covers this website, which %(council)s runs. It does not cover other sites of the council.")
                ),
            ),
        ),
        Section(
            N_("How accessible this site is"),
            (
                Line(N_("Not yet checked by people. Automated checks pass.")),
                Line(N_("We built it to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.")),
                Line(N_("Until people have checked it, we say only that it meets them in part.")),
            ),
        ),
        Section(
            N_("What you should be able to do"),
            (
                Line(N_("Zoom in to 400% and still read without scrolling sideways.")),
                Line(N_("Use all of it with a keyboard alone.")),
                Line(N_("Use all of it with scripts turned off.")),
                Line(N_("Read it in light or dark colours, as your device is set.")),
                Line(
                    N_(
                        "Take your time. If you stop for 30 minutes, we clear your answers. You can ask "
                        "for more time or save them."
                    )
                ),
            ),
            bullets=True,
        ),
        Section(
            N_("What is not accessible, or may not be"),
            (
                Line(
                    N_(
                        "Nobody has tried it with a screen reader, with voice control or with switches "
                        "yet. So we do not know if names, roles and values are read out well (WCAG "
                        "4.1.2)."
                    )
                ),
                Line(
                    N_(
                        "A computer translated some languages, and no person has checked them. Words in "
                        "them may be wrong (WCAG 3.1.5). Each page says so at the top."
                    )
                ),
                Line(
                    N_(
                        "There is no sign language video on this site (WCAG 1.2.6, level AAA). You can "
                        "use British Sign Language with us in another way. See below."
                    )
                ),
            ),
            bullets=True,
        ),
        Section(
            N_("What only people can show"),
            (
                Line(
                    N_(
                        "We do not know yet if children, care leavers and parents understand this site, trust it "
                        "and feel safe on it."
                    )
                ),
                Line(
                    N_(
                        "We do not know yet if people who are deaf, autistic or have a learning disability can use "
                        "it well."
                    )
                ),
                Line(N_("Children in care have not helped to make it yet. No group that uses easy read has tried it.")),
                Line(N_("Nobody has tried it on old phones, or measured how long it takes people.")),
                Line(
                    N_(
                        "Those who keep children safe, advocates and data protection officers have not agreed to "
                        "it yet."
                    )
                ),
            ),
            bullets=True,
        ),
        Section(
            N_("What we leave out"),
            (
                Line(N_("We do not say of anything that putting it right would cost too much.")),
                Line(N_("Nothing on this site is outside the accessibility regulations.")),
            ),
        ),
        Section(
            N_("If you need it another way, or find a problem"),
            (
                Line(
                    N_(
                        "Tell us what you need: large print, easy read, audio, braille, or someone to go "
                        "through it with you."
                    )
                ),
                Line(N_("Call us on %(phone)s.")),
                Line(N_("Email us at %(team_email)s.")),
                Line(N_("Write to us at %(team_address)s.")),
                Line(N_("If you write today, you will have a reply by %(reply)s.")),
            ),
        ),
        Section(
            N_("If you are not happy with our reply"),
            (
                Line(
                    N_(
                        "The Equality and Human Rights Commission (EHRC) enforces the Public Sector "
                        "Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations "
                        "2018."
                    )
                ),
                Line(
                    N_("Contact the Equality Advisory and Support Service (EASS). They can tell you what to do next.")
                ),
            ),
        ),
        Section(
            N_("How we tested this site"),
            (
                Line(
                    N_(
                        "A program called axe-core checked every page in the Chromium browser. It used "
                        "the rules of WCAG 2.2, levels A, AA and AAA."
                    )
                ),
                Line(N_("It did so in light and dark colours, on a narrow screen, and in English and Arabic.")),
                Line(N_("Other programs checked zoom, use by keyboard, the size of buttons, and reading level.")),
                Line(N_("Such programs find only part of the problems. Tests with people come next.")),
            ),
        ),
        Section(
            N_("About this statement"),
            (
                Line(N_("We wrote it on %(prepared)s. We last looked at it on %(prepared)s.")),
                Line(N_("We will look at it again by %(review)s.")),
            ),
        ),
    ),
    other_ways=True,
)
