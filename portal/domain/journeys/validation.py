"""What is wrong with the answers on a page, if anything.

Informs at the right question, and asks for no more than the registry requires.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection, Iterator
from enum import StrEnum

from portal.domain.journeys.pages import Answer, Answers, Field, Page, Question
from portal.domain.wording import N_

OTHER = "_other"
MOST_CHILDREN = 10
CHILD_PARTS = ("first_name", "last_name", "age")
MOST = {
    Field.LONG_TEXT: 50_000,
    Field.ADDRESS: 1_000,
    Field.SHORT_TEXT: 500,
    Field.PHONE: 60,
    Field.EMAIL: 254,
    Field.AGE: 20,
    Field.WHEN: 200,
}
"""Characters an answer may have, by kind of field; people who need more can send it in parts."""

TOO_LONG = N_("This is longer than we can take in one go. Make it shorter here. You can send us the rest after.")
TOO_LONG_AGAIN = N_("It is still too long. Write a few words here. You can send us the rest after.")
NOT_AN_AGE = N_("Write the age as a number, like 12. Or leave it blank.")
NOT_AN_EMAIL = N_("Write an email address like name@example.com.")
NOT_A_PHONE = N_("Write a phone number with all its digits, like 07700 900982.")
USUAL = {Field.AGE: NOT_AN_AGE, Field.EMAIL: NOT_AN_EMAIL, Field.PHONE: NOT_A_PHONE}
"""What is said where a question has no words of its own."""
FAR_AHEAD = re.compile(r"\W*(?:[^\W\d]+\W+)?[3-9]\d{3}\W*")
"""A year of another millennium, alone or after a month."""
NUMBERED = re.compile(r"\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\s*")
"""A date in numbers."""


class Wrong(StrEnum):
    """What can be wrong with an answer."""

    EMPTY = "empty"
    LONG = "long"
    MISREAD = "misread"


def most(question: Question) -> int:
    """The longest answer in characters."""
    return question.max_length or MOST.get(question.field, 500)


def digits(text: str) -> str:
    """The decimal digits of a text, in any script, as 0-9."""
    return "".join(str(unicodedata.decimal(c)) for c in text if unicodedata.decimal(c, None) is not None)


def age_of(text: str) -> int | None:
    """Whole years, 0 to 120, from what was typed in any script's digits; None when it is not an age."""
    text = text.strip()
    found = digits(text)
    if not found or len(found) != len(text) or len(found) > 3 or int(found) > 120:
        return None
    return int(found)


def says_something(text: str) -> bool:
    """Whether a letter or a number is in it."""
    return any(c.isalnum() for c in text)


def no_such_day(text: str) -> bool:
    """Whether it reads as a date that no calendar has: the 31st of a second month, the year 3026.

    Words are not judged, and a year may be counted as in Kabul or Addis Ababa.
    """
    if FAR_AHEAD.fullmatch(text):
        return True
    written = NUMBERED.fullmatch(text)
    if written is None:
        return False
    first, middle, last = (int(number) for number in written.groups())
    year, one, two = (first, middle, last) if first > 31 else (last, middle, first)
    return year >= 1900 and not any(_is_day(year, month, day) for month, day in ((one, two), (two, one)))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def is_email(text: str) -> bool:
    """Whether a letter could be addressed to it: something, one @, a domain with a dot, no spaces or line breaks."""
    name, at, domain = text.rpartition("@")
    return bool(name and at and "." in domain.strip(".") and not any(c.isspace() for c in text) and "@" not in name)


def faults(page: Page, answers: Answers, *, before: Collection[str] = ()) -> dict[str, str]:
    """Question key -> what to tell the person, for every question on the page that cannot be taken as it is.

    `answers` are all the person's answers with this page's merged in. A fault that was told `before`, as `kinds` names
    it, is worded more helpfully.
    """
    found: dict[str, str] = {}
    for question, wrong in _wrong(page, answers):
        found[question.key] = _worded(question, wrong, again=f"{question.key}.{wrong}" in before)
    for key in _too_long_beside(page, answers):
        found[key] = TOO_LONG_AGAIN if f"{key}.{Wrong.LONG}" in before else TOO_LONG
    return found


def kinds(page: Page, answers: Answers) -> tuple[str, ...]:
    """The same faults as names, "story.empty": what has been told once, and what has not."""
    beside = [f"{key}.{Wrong.LONG}" for key in _too_long_beside(page, answers)]
    return (*(f"{question.key}.{wrong}" for question, wrong in _wrong(page, answers)), *beside)


def numbered(page: Page, told: Collection[str]) -> str:
    """Faults by the numbers they have on their page, "0-4", for an address that is to say nothing of them."""
    return "-".join(str(number) for number, kind in enumerate(_possible(page)) if kind in told)


def named(page: Page, numbers: str) -> frozenset[str]:
    """The faults that have these numbers on the page, by name; what is no number of any is nothing."""
    asked = set(numbers.split("-"))
    return frozenset(kind for number, kind in enumerate(_possible(page)) if str(number) in asked)


def _possible(page: Page) -> list[str]:
    keys = [key for question in page.questions for key in (question.key, question.key + OTHER)]
    return [f"{key}.{wrong}" for key in keys for wrong in Wrong]


def _wrong(page: Page, answers: Answers) -> Iterator[tuple[Question, Wrong]]:
    for question in page.questions:
        answer = answers.get(question.key)
        if not answer and any(answers.get(key) for key in question.instead):
            continue
        if question.asked(answers) and (wrong := _kind(question, answer)):
            yield question, wrong


def _too_long_beside(page: Page, answers: Answers) -> list[str]:
    """The "Anything else?" boxes that hold too much."""
    typed = {key: answers.get(key) for key in (question.key + OTHER for question in page.questions)}
    return [key for key, text in typed.items() if isinstance(text, str) and len(text) > MOST[Field.SHORT_TEXT]]


def fault(question: Question, answer: Answer | None, *, again: bool = False) -> str:
    """What is wrong with one answer, or ""."""
    wrong = _kind(question, answer)
    return _worded(question, wrong, again=again) if wrong else ""


def _kind(question: Question, answer: Answer | None) -> Wrong | None:
    if not answer:
        return Wrong.EMPTY if question.required else None
    if question.field is Field.CHILDREN:
        return Wrong.MISREAD if any(no_such_day(str(one.get("age", ""))) for one in _groups(answer)) else None
    if not isinstance(answer, str):
        return None
    if len(answer) > most(question):
        return Wrong.LONG
    return None if _read(question, answer) else Wrong.MISREAD


def _groups(answer: Answer) -> list[dict[str, str]]:
    return [one for one in answer if isinstance(one, dict)]


def _read(question: Question, answer: str) -> bool:
    """Whether we can make anything of it."""
    match question.field:
        case Field.AGE:
            return age_of(answer) is not None
        case Field.EMAIL:
            return is_email(answer)
        case Field.PHONE:
            return len(digits(answer)) >= 6
        case Field.WHEN:
            return says_something(answer) and not no_such_day(answer)
        case Field.SHORT_TEXT:
            return says_something(answer) or not question.required
    return True


def _worded(question: Question, wrong: Wrong, *, again: bool) -> str:
    if wrong is Wrong.LONG:
        return TOO_LONG_AGAIN if again else TOO_LONG
    return (again and question.error_again) or question.error or USUAL.get(question.field, "")
