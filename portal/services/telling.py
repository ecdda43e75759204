"""Sending the person a letter: a message on their page, kept as sent, and a bare notice by the way they allowed."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from portal import clock
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.registry import LETTERS
from portal.domain.references import format_reference
from portal.domain.speaking import Holder
from portal.domain.words import Audience, Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.documents import Document, Printing
from portal.records.speakers import speaker_of
from portal.records.timeline import Message, messages_of
from portal.services.case_writing import NotThere, by_team, changing
from portal.services.checking_speakers import refuse_unchecked
from portal.services.recording import record
from portal.services.spoken_for import addressee, could_read, only_reader
from portal.services.their_language import dated, offered, speaking, translated
from portal.services.transactions import only_trying
from portal.services.writing_letters import write_person_letter

_TOLD: ContextVar[tuple["Told", ...]] = ContextVar("told", default=())


@dataclass(frozen=True, slots=True)
class Told:
    """A letter as it would be sent."""

    kind: LetterKind
    heading: str
    words: str
    language: str


def would_tell(verb: Callable[[], object]) -> tuple[Told, ...]:
    """The letters that a verb would send if it were done; nothing of it is kept. Raises what the verb raises."""
    token = _TOLD.set(())
    try:
        with only_trying():
            verb()
        return _TOLD.get()
    finally:
        _TOLD.reset(token)


def tell(
    case: Case,
    kind: LetterKind,
    words: str,
    officer_id: int | None,
    happening: Happening = Happening.MESSAGE_FROM_TEAM,
    *,
    notice: bool = True,
    reader: Holder | None = None,
) -> None:
    """Put these words on the person's page and keep them as sent, in the caller's transaction.

    `notice` also writes the e-mail that says there is news, if they chose e-mail. With a `reader` the words are for
    that one alone, where somebody speaks for a child.
    """
    if officer_id is not None and reader is not Holder.PERSON:
        refuse_unchecked(case)
    now, reader = clock.now(), reader or only_reader(case)
    message = Message(case_id=case.id, side=Side.TEAM, kind=happening, at=now, officer_id=officer_id, reader=reader)
    message.text = {"words": words}
    db.session.add(message)
    db.session.flush()
    record(case, happening, now, side=Side.TEAM, officer_id=officer_id)
    row = _document(case, kind, words, message)
    db.session.add(row)
    _TOLD.set((*_TOLD.get(), Told(kind, row.content["heading"], words, row.language)))
    if officer_id is not None:
        case.waiting_for_us = speaker_of(case) is not None and not could_read(case)  # until it was read out
    if notice:
        write_person_letter(case, "person_answer" if happening is Happening.ANSWERED else "person_news")


def no_longer_waits(case: Case) -> None:
    """Words of ours that nobody could open can be read now; what somebody wrote to us since still waits."""
    if next((one.side for one in reversed(messages_of(case.id))), None) is Side.TEAM:
        case.waiting_for_us = False


def printed(document_id: int, officer_id: int) -> None:
    """Keep that a letter was printed for the post. Raises `NotThere`."""
    row = db.session.get(Document, document_id)
    if row is None:
        raise NotThere("a letter")
    kind = row.kind.label
    with changing(row.case_id) as case:
        db.session.add(Printing(document_id=document_id, at=clock.now(), officer_id=officer_id))
        by_team(case, Happening.LETTER_PRINTED, officer_id, kind)


def _document(case: Case, kind: LetterKind, words: str, message: Message) -> Document:
    contact, to, language = case.contact, addressee(case, kind), offered(case.language)
    row = Document(
        case_id=case.id,
        message_id=message.id,
        kind=kind,
        language=language,
        audience=to.audience,
        way=to.way,
        may_say_who=contact.may_say_who,
        at=message.at,
        officer_id=message.officer_id,
    )
    numbered = contact.may_say_who and to.audience is Audience.ADULT
    with speaking(language):
        row.content = {
            "heading": translated(LETTERS[kind].heading) if kind in LETTERS else "",
            "words": words,
            "day": dated(clock.in_london(message.at).date()),
            "to": to.address,
            "name": to.name,
            "number": format_reference(case.reference) if numbered else "",
        }
    return row
