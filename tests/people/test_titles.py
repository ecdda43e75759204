"""What the browser's history keeps: every page has a title of its own, and neither title nor address tells anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from portal.domain.journeys.equality import EQUALITY
from portal.domain.journeys.pages import When
from tests.domain.journeys.test_what_pages_say import TELLING
from tests.gates.lens import nothing_wrong
from tests.gates.site import Site
from tests.gates.stops import Stop
from tests.people.table import Held
from tests.people.test_mistakes import at
from tests.visitor import HISTORY_SAFE

ABOUT = ("/how", "/how/adult", "/privacy", "/privacy/young", "/stay-private", "/help-now")
"""Pages about the site, which anybody may read: their titles may say more, but not what happened to somebody."""


def place(stop: Stop) -> str:
    """What is one page: its address, or those of which a person sees one alone."""
    path = stop.path.partition("?")[0]
    for journey in EQUALITY.values():
        page = journey.page(path.rpartition("/")[2]) if path.startswith(f"/{journey.path}/") else None
        if page and any(isinstance(one, When) and one.key == "ethnic_group" for one in page.only):
            return f"/{journey.path}/4 in detail"
    return path.removesuffix("/0")  # the first question of "thank you" is on its start page


def twice(titles: Iterable[tuple[str, str]]) -> list[str]:
    """The titles that several places have."""
    found: dict[str, set[str]] = defaultdict(set)
    for where, title in titles:
        found[title].add(where)
    return [f"{title}: {sorted(places)}" for title, places in found.items() if len(places) > 1]


def telling(title: str, about_the_site: bool) -> bool:
    return bool((HISTORY_SAFE if about_the_site else TELLING).search(title))


def test_titles_and_addresses_are_different_and_tell_nothing(site: Site, held: Held) -> None:
    titles: set[tuple[str, str]] = set()
    said: list[str] = []
    for stop in site.stops:
        if not stop.press:
            page = at(site, stop).page
            title = page.title.get_text(strip=True) if page.title else ""
            titles.add((place(stop), title))
            about = stop.path in ABOUT
            said += [title] if telling(title.rpartition(" – ")[0], about) else []
    addresses = [where for where, _ in titles if telling(where, where in ABOUT)]
    nothing_wrong([*twice(titles), *said, *addresses])
    held("titles", titles_twice=0, telling_titles=0, telling_addresses=0, pages=len(titles))


def test_a_title_twice_and_a_telling_one_are_found() -> None:
    assert twice([("/y/1", "One"), ("/y/2", "One"), ("/y/2", "One")]) == ["One: ['/y/1', '/y/2']"]
    assert telling("I am not safe", False) and telling("/t/case/complain", False) and telling("Abuse", True)
    assert not telling("What happens next", True)
