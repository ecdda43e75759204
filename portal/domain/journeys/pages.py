"""What a journey is made of: pages of questions, as data from which routes, forms, counts, columns and tests come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from portal.domain.journeys.conditions import Answer as Answer
from portal.domain.journeys.conditions import Answers as Answers
from portal.domain.journeys.conditions import Condition as Condition
from portal.domain.journeys.conditions import Over as Over
from portal.domain.journeys.conditions import Sooner as Sooner
from portal.domain.journeys.conditions import When as When
from portal.domain.journeys.conditions import Without as Without
from portal.domain.journeys.conditions import one_holds
from portal.domain.journeys.conditions import when as when
from portal.domain.journeys.sending import A_COMPLAINT, Sending


class Field(StrEnum):
    """How a question is answered."""

    TICKS = "ticks"  # any number of options
    CHOICE = "choice"  # one option
    LONG_TEXT = "long_text"  # a story
    SHORT_TEXT = "short_text"  # a name, a place
    AGE = "age"  # whole years, 0 to 120
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"  # a few lines
    WHEN = "when"  # a date in the person's own words: "March 2026", "last summer"
    CHILDREN = "children"  # a repeated group: first name, last name, age; answered as a list of dicts
    FILES = "files"  # photos, voice messages, documents; answered as the list of their tokens (domain.files)


class Reader(StrEnum):
    """Who reads an answer; a question nobody reads is not asked."""

    TEAM = "team"  # complaints officers on the case
    MANAGER = "manager"  # the manager who answers
    ADVOCATE = "advocate"  # the advocacy provider, with the person's yes
    REPORT = "report"  # the yearly figures, as counts
    SYSTEM = "system"  # routing and safe-contact rules in code


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or paragraph shown on a page. `%(duty_phone)s`-style names are filled from the authority's profile.

    With a `promise`, the council must have confirmed it in its profile;
    until then `otherwise` is shown ("" shows nothing).
    A line that names a profile value the council has left empty is not shown.
    `safety` marks the strings that show English beneath a translation until a professional has checked it.
    """

    text: str
    promise: str = ""
    otherwise: str = ""
    safety: bool = False
    picture: str = ""  # drawn beside it, by its name in portal.web.pictures
    call: str = ""  # a number it speaks of, to be rung with one press
    only: tuple[Condition, ...] = ()  # on a receipt: said when any of these holds (or always)
    unless: tuple[Condition, ...] = ()  # on a receipt: left out when any of these holds


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a person can pick."""

    code: str
    label: str
    picture: str = ""  # drawn above the words, by its name in portal.web.pictures: the option is then a tile
    means: str = ""  # what it counts as in rules, where that is another code than its own


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `required` and `error` go together.

    `error_again` is the more helpful wording after a second failure.
    """

    key: str
    label: str
    field: Field
    why: str  # why we ask, for staff and for "why we ask this"
    readers: tuple[Reader, ...]
    options: tuple[Option, ...] = ()
    leaver_options: tuple[Option, ...] = ()  # shown instead to care leavers, same data
    hint: str = ""
    required: bool = False
    error: str = ""
    error_again: str = ""
    only: tuple[Condition, ...] = ()  # asked when any of these holds (or always)
    anything_else: bool = False  # ticks with an "Anything else?" box, answered under key + "_other"
    autocomplete: str = ""  # WCAG 1.3.5 token for the person's own details, or "off"
    max_length: int = 0  # characters; 0 takes the field's default
    safety: bool = False
    instead: tuple[str, ...] = ()  # required, unless one of these was answered: "one of text or file"
    papers: bool = False  # files: documents too, for adults and staff

    def asked(self, answers: Answers) -> bool:
        return not self.only or any(condition.holds(answers) for condition in self.only)

    def choices(self, variant: str) -> tuple[Option, ...]:
        return self.leaver_options if variant == "leaver" and self.leaver_options else self.options


@dataclass(frozen=True, slots=True)
class Page:
    """One screen: a heading, what is said, and its questions.

    With one question the heading is that question's own label.
    """

    slug: str  # the last part of the address: says nothing that a parent reading the history should not see
    heading: str
    questions: tuple[Question, ...] = ()
    text: tuple[Line, ...] = ()  # shown above the questions
    title: str = ""  # for the browser's title bar, where the heading would say too much
    only: tuple[Condition, ...] = ()  # shown when any of these holds (or always)
    note: Line | None = None  # said after answering, when `note_when` holds; informs, never blocks
    note_when: tuple[Condition, ...] = ()
    note_to: str = ""  # the journey that the note speaks of, by its code
    button: str = ""  # instead of "Continue"
    layout: str = ""  # a named arrangement of its own, such as "help" for the page with phone numbers
    sooner: Sooner | None = None

    def shown(self, answers: Answers) -> bool:
        return not self.only or any(condition.holds(answers) for condition in self.only)


@dataclass(frozen=True, slots=True)
class Start:
    """The page before the first question: everything a person should know before typing anything."""

    heading: str
    text: tuple[Line, ...]
    button: str
    leaver_text: tuple[Line, ...] = ()  # said as well to care leavers
    title: str = ""  # for the browser's title bar, as on a page
    asks: bool = False  # the first page's question is asked here already, so that nobody presses a button just to begin


@dataclass(frozen=True, slots=True)
class Check:
    """The page that plays every answer back before it is sent."""

    heading: str
    text: tuple[Line, ...]
    button: str
    title: str = ""  # for the browser's title bar, as on a page


@dataclass(frozen=True, slots=True)
class Done:
    """The receipt. `%(ack)s`, `%(due)s` and `%(due_max)s` are dates written out by the working-day clock."""

    heading: str
    text: tuple[Line, ...]
    title: str = ""  # for the browser's title bar, as on a page
    beside_code: Line | None = None  # said under number and code

    def said(self, answers: Answers) -> tuple[Line, ...]:
        """What it says to whoever answered this."""
        return tuple(
            line
            for line in self.text
            if (not line.only or one_holds(line.only, answers)) and not one_holds(line.unless, answers)
        )


@dataclass(frozen=True, slots=True)
class Journey:
    """One way for one audience to tell the council something: its pages in order, and the shorter ways through them."""

    code: str  # "young_person"
    path: str  # "y": the address is /en/y/4
    audience: str  # "child" or "adult": tone, theme, reading-level target
    start: Start
    pages: tuple[Page, ...]
    check: Check
    done: Done
    ways: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # "quick": slugs in order; "full" is always all pages
    extra_pages: tuple[Page, ...] = ()  # pages that belong only to one of the shorter ways
    big: bool = False  # bigger type, for little ones and for whoever finds reading hard
    beside: Line | None = None  # said on every page after an answer, when `beside_when` holds
    beside_when: tuple[Condition, ...] = ()
    sends: Sending = A_COMPLAINT
    apart: bool = False  # comes after a receipt and is kept apart from every case

    def page(self, slug: str) -> Page | None:
        """The page at this address, or None."""
        return next((page for page in (*self.pages, *self.extra_pages) if page.slug == slug), None)

    def route(self, way: str, answers: Answers) -> tuple[Page, ...]:
        """The pages this person will see on this way, given what they have answered so far.

        An unknown way is the full one.
        """
        slugs = self.ways.get(way)
        pages = self.pages if slugs is None else tuple(page for slug in slugs if (page := self.page(slug)))
        return _in_turn(tuple(page for page in pages if page.shown(answers)), answers)

    def questions(self) -> tuple[Question, ...]:
        """Every question of the journey once, in order."""
        found = {q.key: q for page in (*self.extra_pages, *self.pages) for q in page.questions}
        ordered = [q.key for page in (*self.pages, *self.extra_pages) for q in page.questions]
        return tuple(found[key] for key in dict.fromkeys(ordered))


def _in_turn(pages: tuple[Page, ...], answers: Answers) -> tuple[Page, ...]:
    """The pages in the order in which they come, given these answers."""
    early = [page for page in pages if page.sooner and any(condition.holds(answers) for condition in page.sooner.when)]
    ordered = [page for page in pages if page not in early]
    for page in reversed(early):
        slugs = [one.slug for one in ordered]
        after = page.sooner.after if page.sooner else ""
        ordered.insert(slugs.index(after) + 1 if after in slugs else 0, page)
    return tuple(ordered)
