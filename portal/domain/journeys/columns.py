"""A journey's answers as one flat row, its column names taken from the questions themselves."""

from collections.abc import Mapping

from portal.domain.journeys.pages import Answer, Answers, Field, Journey, Question
from portal.domain.journeys.validation import OTHER

BETWEEN = "; "


def columns(journey: Journey) -> tuple[str, ...]:
    """One column per question in the order asked, and `key_other` after each question with an "Anything else?" box."""
    return tuple(name for question in journey.questions() for name in _names(question))


def flatten(journey: Journey, answers: Answers) -> dict[str, str]:
    """The row for these answers: every column of the journey, "" where nothing was said; other keys are left out.

    Ticks become their codes, children "Ann Lee (9)", files what they are, each with `; ` between. The words stay as
    they were typed: whoever writes a spreadsheet file must keep it from reading a leading "=" as a formula.
    """
    files = {question.key for question in journey.questions() if question.field is Field.FILES}
    return {name: _cell(_sorts(answers.get(name, "")) if name in files else answers.get(name, ""))
            for name in columns(journey)}  # fmt: skip


def _names(question: Question) -> tuple[str, ...]:
    if question.anything_else and question.field is Field.TICKS:
        return question.key, question.key + OTHER
    return (question.key,)


def _cell(answer: Answer) -> str:
    if isinstance(answer, str):
        return answer
    parts = (part if isinstance(part, str) else _child(part) for part in answer)
    return BETWEEN.join(part for part in parts if part)


def _sorts(tokens: Answer) -> Answer:
    """What was sent along, without the names by which we keep it."""
    return [one.partition("-")[0] for one in tokens if isinstance(one, str)]


def _child(child: Mapping[str, str]) -> str:
    name = " ".join(filter(None, (child.get("first_name"), child.get("last_name"))))
    age = child.get("age")
    return f"{name} ({age})".strip() if age else name
