"""What is shown when a page is got wrong; where no way to be reached is safe, a number to call stands instead."""

from collections.abc import Collection, Mapping

from flask import render_template

from portal.domain.journeys.advocacy_contact import CALL_INSTEAD
from portal.domain.journeys.pages import Page
from portal.public.journey_pages import question_page
from portal.public.place import Place
from portal.web.fields import PageForm
from portal.web.text import spoken, values


def asked_again(place: Place, page: Page, form: PageForm, wrong: Mapping[str, str], kinds: Collection[str]) -> str:
    """The page with what is wrong at each field; if nothing at all was answered where one can call, how to call."""
    if page.layout == "call" and not any(form.answers().values()) and values()["advocacy_phone"]:
        changing = {"c": "1"} if place.changing else {}
        return render_template(
            "public/journeys/call.html",
            theme=place.journey.audience,
            lines=spoken(CALL_INSTEAD),
            back_url=place.url("page", slug=page.slug, **changing),
        )
    form.show(wrong, kinds)
    return question_page(place, page, form)
