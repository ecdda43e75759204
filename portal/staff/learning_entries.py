"""How an action is shown: what is done about what, by whom, and whose cases taught it, as far as one may know."""

from collections.abc import Mapping, Sequence

from flask import url_for

from portal import clock
from portal.domain.putting_right import ENDED, ActionStatus, action_band
from portal.domain.rag import Band
from portal.domain.references import format_reference
from portal.records.learning import LearnedFrom, LearningAction, reviews_of
from portal.staff.due import short
from portal.staff.papers import Entry, Link, label_of
from portal.web.text import authority

BANDS = {Band.RED: ("Due or overdue", "red"), Band.AMBER: ("Due soon", "yellow"), Band.GREEN: ("On time", "green")}
Known = Mapping[int, str]
"""The references of the cases that the reader may know of."""


def on_its_case(row: LearningAction, links: Sequence[LearnedFrom], known: Known, case_id: int) -> Entry:
    """An action on the page of one of its cases, with every look at it."""
    mine = next(link for link in links if link.case_id == case_id)
    others = [format_reference(known[link.case_id]) for link in links if link.case_id in known and link is not mine]
    lines = [*_lines(row), *_told(mine)]
    lines += [f"Learned from {', '.join(others)} too."] if others else []
    lines += [f"{short(clock.in_london(one.at).date())}: {one.words}" for one in reviews_of(row.id)]
    deeds = _deeds(row, mine, known[case_id])
    if row.case_id != case_id and mine.told_at is None:
        url = url_for("staff_learning.part", reference=known[case_id], number=row.id)
        deeds.append(Link(url, "It was not learned here", post=True))
    return Entry(row.texts["action"], lines, tags=_tags(row), links=deeds)


def among_others(row: LearningAction, links: Sequence[LearnedFrom], known: Known) -> Entry:
    """An action in the list of all, under the cases that the reader may know of."""
    seen = [link for link in links if link.case_id in known]
    named = ", ".join(format_reference(known[link.case_id]) for link in seen)
    lines = [*_lines(row), *(line for link in seen for line in _told(link, format_reference(known[link.case_id])))]
    deeds = _deeds(row, seen[0], known[seen[0].case_id])[:1]
    for link in seen:
        words = "Tell the person what changed" + (f" ({format_reference(known[link.case_id])})" if seen[1:] else "")
        deeds += [Link(one.url, words) for one in _deeds(row, link, known[link.case_id])[1:]]
    return Entry(f"{named}: {row.texts['action']}", lines, tags=_tags(row), links=deeds)


def team_label(code: str) -> str:
    """What the council calls a team; “all teams” for what is for all."""
    rows = [term.label for term in authority().teams.rows if term.code == code]
    return rows[-1] if rows else "all teams"


def _tags(row: LearningAction) -> list[tuple[str, str]]:
    tags = [(label_of(ActionStatus, row.status), "grey")]
    if ActionStatus(row.status) not in ENDED:
        tags.append(BANDS[action_band(row.due_on, clock.today())])
    return tags


def _lines(row: LearningAction) -> list[str]:
    texts = row.texts
    lines = [
        f"By {short(row.due_on)}: {row.owner_role}, {team_label(row.team)}. {texts['timescale']}",
        f"Issue: {texts['issue']}",
    ]
    lines += [f"Learned: {texts['lessons']}"] if texts["lessons"] else []
    return lines + ([f"Shown by: {texts['evidence']}"] if texts["evidence"] else [])


def _told(link: LearnedFrom, whose: str = "") -> list[str]:
    if link.told_at is None:
        return []
    person = f"The person of {whose}" if whose else "The person"
    return [f"{person} was told: {link.told['words']} (agreed by {link.told['agreed_by']})"]


def _deeds(row: LearningAction, link: LearnedFrom, reference: str) -> list[Link]:
    links = [Link(url_for("staff_learning.review", reference=reference, number=row.id), "Look at it again")]
    if link.told_at is None:
        url = url_for("staff_learning.tell", reference=reference, number=row.id)
        links.append(Link(url, "Tell the person what changed"))
    return links
