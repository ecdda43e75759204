"""Forms made from the pages of a journey: one field for each question; what is wrong is decided by the domain."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import Field as FormField
from wtforms import FieldList, Form, HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms import FormField as Subform
from wtforms.fields import SelectChoice

from portal.domain.journeys.pages import Answer, Answers, Field, Page, Question
from portal.domain.journeys.validation import CHILD_PARTS, MOST_CHILDREN, OTHER
from portal.domain.wording import N_
from portal.web.text import plain, safe, say

MOST_KEPT = 500_000
"""Characters of one answer that are shown again where it is too long: more than anybody types."""
OTHER_LABEL = N_("Anything else?")
CHILD_LABELS = {
    "first_name": N_("First name"),
    "last_name": N_("Last name"),
    "age": N_("Age or date of birth, if you know it"),
}


class Ticks(SelectMultipleField):
    """Tick boxes; a value that is not an option is dropped in silence, for no person can have picked it."""

    data: list[str] | None

    def pre_validate(self, form: Any) -> None:
        known = {choice.value for choice in self.choices}
        self.data = [value for value in dict.fromkeys(self.data or []) if value in known]


class OneOf(RadioField):
    """Round buttons; nothing picked is an answer, and a value that is not an option is nothing picked."""

    data: str | None

    def pre_validate(self, form: Any) -> None:
        if self.data not in {choice.value for choice in self.choices}:
            self.data = None


class Child(Form):
    """One child of the repeated group."""

    first_name = StringField(CHILD_LABELS["first_name"])
    last_name = StringField(CHILD_LABELS["last_name"])
    age = StringField(CHILD_LABELS["age"])


class PageForm(FlaskForm):
    """The questions of one page, or of several on one screen; made by `form_class`."""

    questions: tuple[Question, ...]
    again = HiddenField()  # the faults that were told already, so that the same one is worded more helpfully

    @property
    def failed_before(self) -> frozenset[str]:
        """The faults that were told already."""
        return frozenset((self.again.data or "").split())

    @property
    def carries_files(self) -> bool:
        """Whether the form has to be sent as `multipart/form-data`."""
        return any(question.field is Field.FILES for question in self.questions)

    def answers(self) -> dict[str, Answer]:
        """What was typed and picked, as plain text; whole, for it is shown again where it is too long.

        An empty answer is an empty string or list, so that it can clear an earlier one.
        """
        return {key: value for question in self.questions for key, value in self._answer(question)}

    def uploads(self) -> Iterable[tuple[Question, list[FileStorage]]]:
        """Every question for files, with those that came now; which ones there are, their rows say."""
        for question in self.questions:
            if question.field is Field.FILES:
                yield question, [one for one in self[question.key].data or [] if isinstance(one, FileStorage)]

    def _answer(self, question: Question) -> Iterable[tuple[str, Answer]]:
        data = self[question.key].data
        if question.field is Field.FILES:
            return
        if question.field is Field.TICKS:
            yield question.key, list(data or [])
        elif question.field is Field.CHILDREN:
            rows = [{part: plain(row.get(part) or "", 200) for part in CHILD_PARTS} for row in data[:MOST_CHILDREN]]
            yield question.key, [row for row in rows if any(row.values())]
        else:
            yield question.key, plain(data or "", MOST_KEPT)
        if question.anything_else:
            yield question.key + OTHER, plain(self[question.key + OTHER].data or "", MOST_KEPT)

    def show(self, faults: Mapping[str, str], told: Collection[str]) -> None:
        """Put each fault at its field, in the language of the page; `told` are by name all that were told so far."""
        self.tell({key: say(wrong) for key, wrong in faults.items() if key in self})
        self.again.data = " ".join(sorted(told))

    def tell(self, worded: Mapping[str, str]) -> None:
        """Put what is said in the language of the page at its field."""
        for key, words in worded.items():
            self[key].errors = [words]


def _field(question: Question, variant: str) -> FormField:
    if question.field in (Field.TICKS, Field.CHOICE):
        kind = Ticks if question.field is Field.TICKS else OneOf
        choices = [SelectChoice(option.code, option.label) for option in question.choices(variant)]
        return kind(question.label, choices=choices, validate_choice=False)
    if question.field is Field.CHILDREN:
        return FieldList(Subform(Child), question.label, min_entries=1, max_entries=MOST_CHILDREN)
    if question.field is Field.FILES:
        return MultipleFileField(question.label)
    return (TextAreaField if question.field in (Field.LONG_TEXT, Field.ADDRESS) else StringField)(question.label)


@lru_cache(maxsize=512)
def form_class(questions: tuple[Question, ...], variant: str = "") -> type[PageForm]:
    """The form class for these questions, made once for each variant of their options."""
    parts: dict[str, Any] = {"questions": questions}
    for question in questions:
        parts[question.key] = _field(question, variant)
        if question.anything_else:
            parts[question.key + OTHER] = StringField(OTHER_LABEL)
    return type("PageForm", (PageForm,), parts)


def form_for(questions: tuple[Question, ...], variant: str, answers: Answers) -> PageForm:
    """The form with what was answered before, its labels in the language of the page."""
    form = form_class(questions, variant)(data={key: value for key, value in answers.items() if value})
    for question in questions:
        words = safe if question.safety else say
        field = form[question.key]
        field.label.text = words(question.label)
        if question.options:
            field.choices = [SelectChoice(option.code, words(option.label)) for option in question.choices(variant)]
        if question.anything_else:
            form[question.key + OTHER].label.text = say(OTHER_LABEL)
        if question.field is Field.CHILDREN:
            word_children(form)
    return form


def word_children(form: PageForm) -> None:
    """Put the labels of every child of the group into the language of the page, one just added included."""
    for entry in form["children"]:
        for part in entry.form:
            part.label.text = say(CHILD_LABELS[part.short_name])


def shown(page: Page, answers: Answers) -> tuple[Question, ...]:
    """The questions to show: those that are asked, and those whose condition is answered on this very page."""
    here = {question.key for question in page.questions}
    return tuple(q for q in page.questions if q.asked(answers) or any(condition.key in here for condition in q.only))
