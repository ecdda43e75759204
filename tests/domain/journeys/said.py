"""Every string a journey says to its reader, by page, with example values where the council's own are filled in."""

from collections.abc import Iterator

from portal.domain.journeys.pages import Journey, Line, Page, Question

FILLED = {
    "council": "Example Council",
    "duty_phone": "01632 960001",
    "phone": "01632 960002",
    "advocacy_name": "Example Voice",
    "advocates": "Example Voice",
    "advocacy_phone": "0808 157 0001",
    "ack": "Monday 7 December",
    "due": "Thursday 17 December",
    "due_max": "Tuesday 5 January",
    "number": "7KQM-3W9C",
}


def source_strings(journey: Journey) -> dict[str, tuple[str, ...]]:
    """The English as written in the registry, by "start", each page's slug, "check" and "done"."""
    start, check, done = journey.start, journey.check, journey.done
    found: dict[str, list[str]] = {
        "start": [start.title, start.heading, *_lines(*start.text, *start.leaver_text), start.button]
    }
    for page in (*journey.pages, *journey.extra_pages):
        found[page.slug] = list(_page(page))
    if journey.beside:
        found["beside"] = list(_lines(journey.beside))
    found["check"] = [check.title, check.heading, *_lines(*check.text), check.button]
    found["done"] = [done.title, done.heading, *_lines(*done.text, *filter(None, (done.beside_code,)))]
    return {place: tuple(text for text in dict.fromkeys(texts) if text) for place, texts in found.items()}


def said(journey: Journey) -> dict[str, tuple[str, ...]]:
    """The same as a reader sees it: names and dates filled in."""
    return {
        place: tuple(text % FILLED if "%(" in text else text for text in texts)
        for place, texts in source_strings(journey).items()
    }


def _page(page: Page) -> Iterator[str]:
    yield from (page.title, page.heading, *_lines(*page.text), page.button)
    for question in page.questions:
        yield from _question(question)
    if page.note:
        yield from _lines(page.note)


def _question(question: Question) -> Iterator[str]:
    yield from (question.label, question.hint, question.why, question.error, question.error_again)
    yield from (option.label for option in (*question.options, *question.leaver_options))


def _lines(*lines: Line) -> Iterator[str]:
    for line in lines:
        yield line.text
        # The fuller text already holds the part that stays when a promise is not confirmed; another wording counts too.
        if line.otherwise and not line.text.startswith(line.otherwise):
            yield line.otherwise
