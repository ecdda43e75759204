"""A letter before it goes out: as the person will read it, who gets it and how, and then Send or Change."""

from collections.abc import Callable

from flask import abort, request
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.telling import would_tell
from portal.staff.letter_page import CHANGE, SEND, checked, preview
from portal.staff.messages import OPEN_LONG
from portal.staff.papers import kept
from portal.staff.wrong import say_at, say_wrong


def sent(form: FlaskForm, verb: Callable[[], object], done: str, back: str, heading: str) -> str | Response | None:
    """Show what would be sent, do it when Send is pressed; None shows the form (again), with what is wrong."""
    pressed = request.form.get("do", "")
    if pressed == CHANGE or not form.is_submitted():
        return None
    if pressed == SEND:
        return kept(form, lambda: _checked(verb), done, back)
    if not form.validate():
        if "csrf_token" in form.errors:
            say_at(form, OPEN_LONG)
        return None
    try:
        told = would_tell(verb)
    except NotThere:
        abort(404)
    except NotLikeThis as wrong:
        say_wrong(form, wrong)
        return None
    return preview(told[-1], heading) if told else kept(form, verb, done, back)


def _checked(verb: Callable[[], object]) -> None:
    checked()
    verb()
