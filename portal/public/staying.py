"""A page that stays: it keeps what was typed and is opened anew, so that Back never leads to a form that was sent.

The answer to what was sent is only the way to the page's own address. A mark in it says what the page has to say.
"""

from collections.abc import Collection, Mapping

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.domain.journeys.pages import Answer, Page
from portal.domain.journeys.validation import MOST_CHILDREN, faults, kinds, named, numbered
from portal.public import sending_files
from portal.public.calling_instead import calls_instead
from portal.public.place import Place
from portal.services import drafting
from portal.web.fields import PageForm, word_children

KEPT, NOTHING = "1", "2"
"""What is missing is missing in what was kept, or in the nothing that was sent."""


def stay(place: Place, page: Page, **marks: str | None) -> Response:
    """To the address of the page itself."""
    carried = {"c": "1" if place.changing else None, "w": "more" if place.way == "more" else None}
    return redirect(place.url("page", slug=page.slug, **carried, **marks), 303)


def keep(place: Place, typed: Mapping[str, Answer]) -> bool:
    """Keep what was typed, right or wrong. Nothing is not kept where it would end the receipt of what was sent."""
    kept = any(typed.values()) or place.draft is not None or not place.sent_already
    if kept:
        drafting.keep(place.writer(), typed)
    return kept


def ask_again(place: Place, page: Page, typed: Mapping[str, Answer], before: Collection[str]) -> Response:
    """Keep what was got wrong and ask again; the faults that were told `before` go along as numbers."""
    kept = keep(place, typed)
    if calls_instead(page, typed):
        return stay(place, page, call="1")
    return stay(place, page, missing=KEPT if kept else NOTHING, again=numbered(page, before) or None)


def say_why(place: Place, page: Page, form: PageForm) -> None:
    """What the page has to say according to its address, where it is still so; and room for one more child."""
    mark = request.args.get("missing")
    if mark == NOTHING or (mark == KEPT and place.draft is not None):
        before = named(page, request.args.get("again", ""))
        form.show(faults(page, place.answers, before=before), before.union(kinds(page, place.answers)))
    if request.args.get("files") == "1":
        sending_files.say_refused(place, form)
    if request.args.get("add") == "1" and "children" in form and len(form["children"]) < MOST_CHILDREN:
        form["children"].append_entry()
        word_children(form)
