"""What is wrong with the answers on a page, if anything.

Informs at the right question, and asks for no more than the registry requires.
"""

import unicodedata

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


def is_email(text: str) -> bool:
    """Whether a letter could be addressed to it: something, one @, a domain with a dot, no spaces or line breaks."""
    name, at, domain = text.rpartition("@")
    return bool(name and at and "." in domain.strip(".") and not any(c.isspace() for c in text) and "@" not in name)


def faults(page: Page, answers: Answers, *, again: bool = False) -> dict[str, str]:
    """Question key -> what to tell the person, for every question on the page that cannot be taken as it is.

    `answers` are all the person's answers with this page's merged in. `again` chooses the wording for a second failure.
    """
    found: dict[str, str] = {}
    for question in page.questions:
        answer = answers.get(question.key)
        if not answer and any(answers.get(key) for key in question.instead):
            continue
        if question.asked(answers) and (wrong := fault(question, answer, again=again)):
            found[question.key] = wrong
        other = answers.get(question.key + OTHER)
        if isinstance(other, str) and len(other) > MOST[Field.SHORT_TEXT]:
            found[question.key + OTHER] = TOO_LONG_AGAIN if again else TOO_LONG
    return found


def fault(question: Question, answer: Answer | None, *, again: bool = False) -> str:
    """What is wrong with one answer, or ""."""
    if not answer:
        return ((again and question.error_again) or question.error) if question.required else ""
    if not isinstance(answer, str):
        return ""
    if len(answer) > most(question):
        return TOO_LONG_AGAIN if again else TOO_LONG
    return _misread(question, answer, again)


def _misread(question: Question, answer: str, again: bool) -> str:
    readable, usual = {
        Field.AGE: (age_of(answer) is not None, NOT_AN_AGE),
        Field.EMAIL: (is_email(answer), NOT_AN_EMAIL),
        Field.PHONE: (len(digits(answer)) >= 6, NOT_A_PHONE),
    }.get(question.field, (True, ""))
    if readable:
        return ""
    return (again and question.error_again) or question.error or usual
