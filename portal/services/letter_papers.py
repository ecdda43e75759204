"""A letter as it goes on paper: the whole of it, or for the post only a note, as far as the person allowed."""

from flask import current_app

from portal.domain.authority import Authority
from portal.domain.wording import N_
from portal.domain.words import Audience, ContactWay
from portal.records.documents import Document
from portal.services.their_language import runs_right_to_left, speaking, translated
from portal.services.typesetting import Paper

NUMBER = N_("Our number for this: %(number)s")
NEWS = N_("There is news")
LOOK = N_("There is news. Look when it is safe.")
LARGE, USUAL = 13, 12


def note_only(document: Document) -> bool:
    """Whether only a note goes into the envelope: they did not let us say who we are, and anybody may open it."""
    return document.way is ContactWay.LETTER and not document.may_say_who


def whole(document: Document) -> Paper:
    """The letter under the council's head, to be posted or handed over."""
    council: Authority = current_app.extensions["portal.authority"]
    kept = document.content
    with speaking(document.language):
        number = translated(NUMBER) % kept if kept["number"] else ""
    head = (council.name, council.department, *council.contacts.address, council.contacts.phone, council.contacts.email)
    return Paper(
        title=kept["heading"] or council.name,
        lang=document.language,
        rtl=runs_right_to_left(document.language),
        size=LARGE if document.audience is Audience.CHILD else USUAL,
        from_=tuple(dict.fromkeys(line for line in head if line)),
        to=_lines(kept["name"], kept["to"]) if kept["to"] else (),
        day=kept["day"],
        number=number,
        heading=kept["heading"],
        paragraphs=_paragraphs(kept["words"]),
    )


def for_the_post(document: Document) -> Paper:
    """What goes into the envelope: the letter, or the note that names nobody."""
    paper = whole(document)
    if not note_only(document):
        return paper
    with speaking(document.language):
        news, look = translated(NEWS), translated(LOOK)
    lines = [[look]] if document.language == "en" else [[look], [LOOK]]
    return Paper(news, paper.lang, paper.rtl, paper.size, (), paper.to, "", "", "", lines)


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())


def _paragraphs(words: str) -> list[list[str]]:
    return [part.splitlines() for part in words.replace("\r\n", "\n").split("\n\n") if part.strip()]
