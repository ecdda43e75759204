"""What an information page is made of: sections of lines as data, so that tests can score every word of it."""

from dataclasses import dataclass

from portal.domain.journeys.pages import Line


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. A section none of whose lines can be said is left out with its heading."""

    heading: str
    lines: tuple[Line, ...]
    bullets: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word that has no simpler name, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number to ring: the placeholder it is kept under, and what is said above it. An unknown number is left out."""

    value: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One information page. `title` stands in the browser's history, so it says less than the heading."""

    endpoint: str
    path: str
    title: str
    heading: str
    audience: str  # "child" or "adult": theme and reading-level target
    lead: tuple[Line, ...] = ()
    steps: tuple[Section, ...] = ()
    sections: tuple[Section, ...] = ()
    terms: tuple[Term, ...] = ()
    other_ways: bool = False  # ends with the other ways to tell us
    beside: tuple[str, str] = ("", "")  # the endpoint and name of the page that says the same to other readers
