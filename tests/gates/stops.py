"""Every public page in every state it can be in: the journeys' from the registry, the others from the routes.

A page added to the registry or to the routes is visited by every gate without being named anywhere.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.equality import EQUALITY, FOLLOWS
from portal.domain.journeys.pages import Answer, Condition, Field, Journey, Over, Page, Question, When, Without
from portal.domain.journeys.validation import OTHER
from portal.domain.words import Kind

Answers = dict[str, Answer]


@dataclass(frozen=True)
class Stop:
    """One page in one state: its address without the language, and what must have happened before."""

    name: str
    path: str
    journey: str = ""
    way: str = "full"
    variant: str = ""
    answers: Answers = field(default_factory=dict)  # already in the draft
    sent: bool = False  # the draft was sent
    holder: bool = False  # a case was opened with its number and code
    spoken: bool = False  # somebody sent that case for a child, whose view it is
    days: int = 0  # since that case was sent
    kind: Kind = Kind.COMPLAINT  # of that case
    press: str = ""  # the page proper is what follows this button
    wrong: Mapping[str, str] = field(default_factory=dict)  # what to type to be told so; nothing: a stale form
    form: bool = False  # can be got wrong at all
    after: str = ""  # the journey on which this visitor has just sent something
    shape: Hashable = None  # what it is put together from; two of one shape differ in their words alone

    def __str__(self) -> str:
        return self.name

    @property
    def pictures(self) -> bool:
        """Whether the page has pictures to pick from, and so may weigh more."""
        return self.path.startswith("/e/") or self.path == "/e"


def question_of(journey: Journey, key: str) -> Question:
    """The question answered under this key."""
    return next(question for question in journey.questions() if question.key == key)


def page_of(journey: Journey, key: str) -> Page:
    """The page that asks this question."""
    return next(page for page in (*journey.pages, *journey.extra_pages) if key in {q.key for q in page.questions})


def meeting(journey: Journey, condition: Condition, code: str = "") -> Answers:
    """Answers under which a condition holds, those included that lead to its own question."""
    if isinstance(condition, Without):
        return {}
    question = question_of(journey, condition.key)
    value: Answer = str(condition.years + 1) if isinstance(condition, Over) else code or any_answer(question, condition)
    answer: Answer = [value] if question.field is Field.TICKS and isinstance(value, str) else value
    before = [*page_of(journey, condition.key).only[:1], *question.only[:1]]
    found: Answers = {}
    for earlier in before:
        found |= meeting(journey, earlier)
    return {**found, condition.key: answer}


def any_answer(question: Question, condition: When | None = None) -> Answer:
    """A valid answer to a question."""
    if condition and condition.codes:
        return min(condition.codes)
    words = {Field.AGE: "12", Field.PHONE: "07700 900982", Field.EMAIL: "ann@home.example", Field.WHEN: "March 2026"}
    if question.field is Field.CHILDREN:
        return [{"first_name": "Bo", "last_name": "Lee", "age": "9"}, {"first_name": "Al", "last_name": "", "age": ""}]
    if question.field is Field.FILES:
        return []
    if question.field is Field.TICKS:
        return [option.code for option in question.options]
    if question.field is Field.CHOICE:
        return question.options[0].code
    return words.get(question.field, "They moved me again and nobody told me why.")


def everything(journey: Journey) -> Answers:
    """Every question answered, as far as one person can be asked them all."""
    given: Answers = {}
    for page in journey.pages:
        for question in page.questions:
            if page.shown(given) and question.asked(given):
                given[question.key] = any_answer(question)
                if question.anything_else:
                    given[question.key + OTHER] = "My own room"
    return given


def mistakes(page: Page, answers: Answers) -> dict[str, str]:
    """What to type on a page, reached with these answers, so that every question that can be got wrong is."""
    bad = {Field.AGE: "twelve", Field.EMAIL: "nonsense", Field.PHONE: "one", Field.SHORT_TEXT: "long " * 101}
    found = {}
    for question in (question for question in page.questions if question.asked(answers)):
        if question.required and question.field not in (Field.TICKS, Field.CHOICE, Field.CHILDREN):
            found[question.key] = bad.get(question.field, "") if question.field is not Field.SHORT_TEXT else ""
        elif question.field in bad:
            found[question.key] = bad[question.field]
        elif question.required and question.key not in answers and page.layout != "call":
            # What was picked before stays picked; and where a call is offered, nothing at all is no mistake.
            found.setdefault("again", "")
    return found


def _states(journey: Journey, page: Page) -> Iterator[Answers]:
    """Answers given before, one set for each different collection of questions the page can then ask."""
    base: Answers = {}
    for condition in page.only[:1]:
        base |= meeting(journey, condition)
    seen = set()
    conditions = [*page.only, *(condition for question in page.questions for condition in question.only)]
    tries = [base]
    for condition in conditions:
        tries += [{**base, condition.key: "yes"}] if isinstance(condition, Without) else []
        codes = sorted(condition.codes) if isinstance(condition, When) else []
        tries += [{**base, **meeting(journey, condition, code)} for code in codes or [""]]
    for answers in tries:
        asked = frozenset(question.key for question in page.questions if question.asked(answers))
        if page.shown(answers) and asked not in seen:
            seen.add(asked)
            yield answers


def _page_stops(journey: Journey, page: Page, way: str) -> Iterator[Stop]:
    for number, answers in enumerate(_states(journey, page)):
        name = f"{journey.path}/{page.slug}" + (f" ({number + 1})" if number else "")
        query = f"?w={way}" if way != "full" and not answers else ""
        yield Stop(
            name,
            f"/{journey.path}/{page.slug}{query}",
            journey.code,
            way,
            answers=answers,
            wrong=mistakes(page, answers),
            form=True,
            shape=_shape(journey, page, answers),
        )


def _shape(journey: Journey, page: Page | None = None, answers: Answers | None = None, part: str = "") -> Hashable:
    """What a page is put together from: its theme, its part in a journey, its arrangement, its kinds of questions."""
    asked = [question for question in page.questions if question.asked(answers or {})] if page else []
    kinds = frozenset(one.field for one in asked)
    return journey.audience, journey.big, part, page.layout if page else "", len(asked) > 1, kinds


def alike_once(stops: Iterable[Stop]) -> list[Stop]:
    """Of the pages of one shape the first alone: what a program sees of the others it has seen of that one."""
    seen, found = set(), []
    for stop in stops:
        if stop.shape is None or stop.shape not in seen:
            found.append(stop)
            seen.add(stop.shape)
    return found


def _noted(journey: Journey) -> Iterator[Stop]:
    """The page after one whose answer calls for a note."""
    for page, after in zip(journey.pages, journey.pages[1:], strict=False):
        if page.note and page.note_when:
            answers = meeting(journey, page.note_when[0])
            yield Stop(
                f"{journey.path}/{after.slug} (note)", f"/{journey.path}/{after.slug}", journey.code, answers=answers
            )


def _beside(journey: Journey) -> Iterator[Stop]:
    """The last page as it is for whoever gave the answer that is spoken to on every page."""
    if journey.beside:
        answers, slug = meeting(journey, journey.beside_when[0]), journey.pages[-1].slug
        yield Stop(f"{journey.path}/{slug} (beside)", f"/{journey.path}/{slug}", journey.code, answers=answers)


def journey_stops(journey: Journey) -> Iterator[Stop]:
    """Start, every page, check, receipt and saved form of a journey."""
    path, code, given = f"/{journey.path}", journey.code, everything(journey)
    yield Stop(f"{journey.path}/start", path)
    if journey.start.leaver_text:
        yield Stop(f"{journey.path}/start (leaver)", f"{path}?v=leaver", shape="leaver")
        yield Stop(f"{journey.path}/{journey.pages[0].slug} (leaver)", f"{path}/{journey.pages[0].slug}?v=leaver",
                   shape=_shape(journey, journey.pages[0]))  # fmt: skip
    for page in journey.pages:
        yield from _page_stops(journey, page, "full")
    for page in journey.extra_pages:
        way = next(way for way, slugs in journey.ways.items() if page.slug in slugs)
        yield from _page_stops(journey, page, way)
    yield from _noted(journey)
    yield from _beside(journey)
    first = journey.pages[0].slug
    if not journey.sends.folded:
        yield Stop(f"{journey.path}/check", f"{path}/check", code, answers=given, form=True,
                   shape=_shape(journey, part="check"))  # fmt: skip
    yield Stop(f"{journey.path}/change", f"{path}/{first}?c=1", code, answers=given,
               shape=_shape(journey, part="change"))  # fmt: skip
    yield Stop(f"{journey.path}/saved", f"{path}/{first}", press="save", shape=_shape(journey, part="saved"))
    for way in ("full", "quick") if "quick" in journey.ways else ("full",):
        yield Stop(f"{journey.path}/done ({way})", f"{path}/done", code, way, answers=given, sent=True)
    yield Stop(f"{journey.path}/card", f"{path}/card", code, answers=given, sent=True,
               shape=_shape(journey, part="card"))  # fmt: skip
    if "child" in journey.ways:  # nothing but words, so that no code is given
        yield Stop(
            f"{journey.path}/done (child)", f"{path}/done", code, "child", answers={"kindness": "Jo."}, sent=True
        )
    if "more" in journey.ways:
        yield Stop(f"{journey.path}/more", f"{path}/{journey.ways['more'][0]}?w=more", code, answers=given, sent=True)


def _equality_stops(journey: Journey) -> Iterator[Stop]:
    """The questions about whoever has just sent something, which nobody else is asked."""
    before = next(code for code, follows in FOLLOWS.items() if follows == journey)
    yield Stop(f"{journey.path}/start", f"/{journey.path}?f={before}")
    yield Stop(f"{journey.path}/code", f"/{journey.path}", form=True, wrong={"code": "nobody"})
    for page in journey.pages:
        yield from (replace(stop, after=before) for stop in _page_stops(journey, page, "full"))
    yield Stop(f"{journey.path}/done", f"/{journey.path}/done")


def every_journey_stop() -> list[Stop]:
    found = [stop for journey in JOURNEYS.values() for stop in journey_stops(journey)]
    return [*found, *(stop for journey in EQUALITY.values() for stop in _equality_stops(journey))]
