"""Answers played back: each question as it was asked, with what was answered, for the person and for the desk."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.domain.files import Sort, numbered
from portal.domain.journeys.pages import Answer, Answers, Field, Journey, Page, Question
from portal.domain.journeys.validation import OTHER
from portal.domain.wording import N_
from portal.web.text import say

FILE_NAMES = {
    Sort.PHOTO: N_("Photo %(number)s"),
    Sort.SOUND: N_("Voice message %(number)s"),
    Sort.PAPER: N_("Document %(number)s"),
}
"""What a file is called to people: its own name could say more than they meant to."""


@dataclass(frozen=True, slots=True)
class Said:
    """One question and its answer as text or texts, ready to show; `own_words` when the person wrote it themselves."""

    page: Page
    question: Question
    label: str
    value: str | list[str]
    own_words: bool


def played_back(journey: Journey, way: str, variant: str, answers: Answers, *, blanks: bool) -> Iterator[Said]:
    """Every question of the way in order, with its answer; those left blank too when `blanks`."""
    for page in journey.route(way, answers):
        for question in page.questions:
            if not question.asked(answers):
                continue
            value = worded(question, variant, answers)
            if value or blanks:
                picked = question.field in (Field.TICKS, Field.CHOICE, Field.FILES)
                yield Said(page, question, say(question.label), value, own_words=not picked)


def worded(question: Question, variant: str, answers: Answers) -> str | list[str]:
    """One answer in words: the labels of what was picked, or what was typed."""
    answer = answers.get(question.key) or ""
    if question.field is Field.CHILDREN:
        return [" ".join(part for part in child.values() if part) for child in answer if isinstance(child, dict)]
    if question.field is Field.FILES:
        return file_names(answer)
    if question.field not in (Field.TICKS, Field.CHOICE):
        return answer if isinstance(answer, str) else ""
    labels = {option.code: option.label for option in (*question.options, *question.choices(variant))}
    picked = _picked(answer)
    words = [say(labels[code]) for code in picked if code in labels]
    other = answers.get(question.key + OTHER)
    if isinstance(other, str) and other:
        words.append(other)
    return words if question.field is Field.TICKS else "".join(words)


def file_names(tokens: Answer) -> list[str]:
    """The files of an answer as "Photo 1", "Photo 2", "Voice message 1"."""
    return [say(FILE_NAMES[sort], number=str(number)) for sort, number in numbered(_picked(tokens))]


def _picked(answer: Answer) -> list[str]:
    return [answer] if isinstance(answer, str) else [code for code in answer if isinstance(code, str)]
