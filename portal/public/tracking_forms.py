"""The forms of the tracking pages: number and code, a few words, taking it back, how we did."""

from typing import Any

from flask import request
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.journeys.pages import Option
from portal.domain.journeys.sending_along import FILES, FILES_AND_PAPERS
from portal.domain.references import BadCode, BadReference, SecretCode, parse_code, parse_reference
from portal.domain.words import Audience, Happening
from portal.public import tracking_words as words
from portal.public.sending_files import AGAIN, listed, refusals
from portal.services import message_files
from portal.web.fields import OneOf
from portal.web.headers import let_record
from portal.web.text import plain, say
from portal.web.trouble import code_trouble
from portal.web.uploads import let_files_in, uploads

MOST_WORDS = 20_000


class TrackingForm(FlaskForm):
    """A form that remembers a first failure, and says kindly that a page was open for too long."""

    again = HiddenField()  # "1" after a first failure, so that a second one is worded more helpfully

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.too_long = False

    def sent(self) -> bool:
        """Whether it was sent from a page of ours that is still good; what is in it may yet be wrong."""
        if request.method != "POST":
            return False
        self.too_long = not self.validate_on_submit()
        return not self.too_long

    def fault(self, field: Field, text: str, again: str = "") -> None:
        """Put what is wrong at its field; with `again` it is worded anew the second time."""
        field.errors = [say(again if again and self.again.data == "1" else text)]
        if again:
            self.again.data = "1"

    @property
    def faults(self) -> list[tuple[str, str]]:
        """For the summary at the top: the id of each field and what is wrong there."""
        if self.too_long:
            return [("main", say(words.OPEN_TOO_LONG))]
        return [(field.id, field.errors[0]) for field in self if field.errors]


class LookForm(TrackingForm):
    """The number and the secret code."""

    number = StringField(lazy_gettext("Your number"))
    code = StringField(lazy_gettext("Your secret code"))

    def read(self) -> tuple[str, SecretCode] | None:
        """Both as they are stored; a slip that a check can see is told at its field and costs no try."""
        reference, code = self._reference(), self._code()
        return (reference, code) if reference and code else None

    def _reference(self) -> str | None:
        typed = plain(self.number.data or "", 400)
        try:
            return parse_reference(typed)
        except BadReference:
            self.fault(self.number, words.BAD_NUMBER if typed else words.NO_NUMBER)
            return None

    def _code(self) -> SecretCode | None:
        typed = plain(self.code.data or "", 400)
        try:
            return parse_code(typed)
        except BadCode as wrong:
            self.fault(self.code, code_trouble(wrong) if typed else words.NO_CODE)
            return None


class WordsForm(TrackingForm):
    """One big box."""

    words = TextAreaField()

    @property
    def typed(self) -> str:
        return plain(self.words.data or "", MOST_WORDS)


class MessageForm(WordsForm):
    """One big box, and files beside it."""

    files = MultipleFileField()

    def __init__(self, kind: Happening, **given: Any) -> None:
        let_files_in()
        super().__init__(**given)
        self.kind = kind

    def sent(self) -> bool:
        good = super().sent()
        if self.too_long and uploads(self.files.data or []):
            self.files.errors = [say(AGAIN)]
        return good

    def stays(self, visitor: bytes | None) -> bool:
        """Keep or take out files as asked; True when the page is to be shown again before anything is sent."""
        remove = request.form.get("remove", "")
        if remove:
            message_files.remove_from_visit(visitor, self.kind, remove)
        came = uploads(self.files.data or [])
        refused = message_files.add_to_visit(visitor, self.kind, came) if came else []
        if refused:
            self.files.errors = [refusals(refused)]
        return bool(refused or remove or request.form.get("do") == "attach")

    def says_something(self, visitor: bytes | None) -> bool:
        return bool(self.typed or message_files.waiting(visitor, self.kind))

    def draw(self, visitor: bytes | None, audience: Audience) -> None:
        """Put the words for this reader at the field, and the list of the files that wait."""
        let_record()
        self.asks = FILES_AND_PAPERS if audience is Audience.ADULT else FILES
        self.files.label.text = say(self.asks.label)
        self.files.kept = listed(message_files.waiting(visitor, self.kind), None)


class TakeBackForm(WordsForm):
    """Why, if they want to say."""

    reason = OneOf(lazy_gettext("Why do you want to take it back?"), validate_choice=False)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.reason.choices = _choices(words.TAKE_BACK_REASONS)


class RateForm(WordsForm):
    """Three questions with three answers each."""

    listened = OneOf(validate_choice=False)
    told = OneOf(validate_choice=False)
    better = OneOf(validate_choice=False)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        for key, label in words.RATE_ITEMS:
            self[key].label.text = say(label)
            self[key].choices = _choices(words.RATE_ANSWERS)

    @property
    def says_something(self) -> bool:
        return any(self.picked) or bool(self.typed)

    @property
    def picked(self) -> tuple[str, ...]:
        return tuple(self[key].data or "" for key, _ in words.RATE_ITEMS)


def _choices(options: tuple[Option, ...]) -> list[SelectChoice]:
    return [SelectChoice(option.code, say(option.label)) for option in options]
