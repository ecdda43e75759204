"""Where no way to be reached is safe, a number to call stands instead of what is wrong."""

from flask import render_template

from portal.domain.journeys.advocacy_contact import CALL_INSTEAD
from portal.domain.journeys.pages import Answers, Page
from portal.public.place import Place
from portal.web.text import spoken, values


def calls_instead(page: Page, answers: Answers) -> bool:
    """Whether nothing at all was answered on a page where one can call."""
    nothing = not any(answers.get(question.key) for question in page.questions)
    return page.layout == "call" and nothing and bool(values()["advocacy_phone"])


def call_page(place: Place, page: Page) -> str:
    """How to call, with the way back to the page."""
    changing = {"c": "1"} if place.changing else {}
    return render_template(
        "public/journeys/call.html",
        theme=place.journey.audience,
        lines=spoken(CALL_INSTEAD),
        back_url=place.url("page", slug=page.slug, **changing),
    )
