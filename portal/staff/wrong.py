"""What is wrong with a form of the desk, said at the field that it is about."""

from flask import flash
from flask_wtf import FlaskForm

from portal.services.case_writing import NotLikeThis

REFUSED = "refused"
"""The category of a flash that tells what was not done."""


def say_wrong(form: FlaskForm, wrong: NotLikeThis) -> None:
    """At its field; above the form where it is about no single one; on the page it leads back to for a button alone."""
    say_at(form, str(wrong), wrong.field)


def say_at(form: FlaskForm, words: str, field: str = "") -> None:
    """The same for words of our own."""
    asked = {one.short_name: one for one in form if one.name != "csrf_token"}
    if not asked:
        flash(words, REFUSED)
    elif field in asked or len(asked) == 1:
        asked.get(field, next(iter(asked.values()))).errors = [words]
    else:
        form.form_errors.append(words)
