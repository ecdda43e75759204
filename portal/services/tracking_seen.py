"""What somebody with a code may see of a case: never what the person wrote, and of two who follow it each their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from portal.domain.advocates import no_way_to
from portal.domain.journeys import JOURNEYS
from portal.domain.procedures import TABLES
from portal.domain.speaking import Holder
from portal.domain.words import PUBLIC_HAPPENINGS, Audience, Happening, Kind, Side, State
from portal.records.advocacy import AdvocacyRequest, open_request_of
from portal.records.cases import Case
from portal.records.files import shared_files_of
from portal.records.speakers import speaker_of
from portal.records.timeline import Message, TimelineLine
from portal.records.visits import CaseVisit
from portal.services.convening import panel_day
from portal.services.proceeding_clocks import ask_by
from portal.services.spoken_for import readers_of
from portal.services.stepping import BACK_TAKEN, COMPLAIN, NEXT, could

SIDES = {Holder.PERSON: Side.PERSON, Holder.SPEAKER: Side.SPEAKER}
KNOWN_TO_SPEAKER = frozenset(
    {
        Happening.RECEIVED,
        Happening.ACKNOWLEDGED,
        Happening.MESSAGE_FROM_TEAM,
        Happening.ANSWERED,
        Happening.CHANGE_TOLD,
        Happening.NEXT_STEP_ASKED,
        Happening.WITHDRAWN,
        Happening.PAPER_SHARED,
    }
)
"""What others did that whoever speaks for a child is told; the stage would tell the last two anyway."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Where somebody speaks for a child: how it stands, and when the other of the two last looked."""

    agreed: bool
    cut: bool
    other_opened: datetime | None


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """One message as the person sees it: the team's words, and of their own only that they wrote."""

    mine: bool
    kind: Happening
    at: datetime
    seen_at: datetime | None
    new: bool
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person may see of their case."""

    case_id: int
    reference: str
    audience: Audience
    easy: bool  # they told us with pictures and short words
    kind: Kind
    state: State
    officer: str  # a first name, or "": never a surname
    received_on: date
    ack_due_on: date
    due_on: date
    due_max_on: date
    extended: bool
    paused: bool
    answered_on: date | None
    withdrawn_on: date | None
    unhappy: bool
    shown: str  # the stage whose words fit where the case stands, or "" for those of its heap
    may_go_on: bool  # the procedure gives the right to a next stage
    ask_by: date | None  # until when it should be asked for; None without an answer, or where no time for it runs
    may_complain: bool  # what is no complaint, or was to be fixed fast, can become one
    may_take_back: bool
    panel_on: date | None
    last_opened: datetime | None  # the opening before this one
    happened: tuple[tuple[Happening, date], ...]
    by_other: tuple[bool, ...]  # for each of them, whether the other of the two did it
    holder: Holder
    may_read: bool  # whether the team may talk to them now; else its papers are not for them
    shared: Shared | None  # only where somebody speaks for a child
    messages: tuple[SeenMessage, ...]
    asked_advocate: bool
    advocate_by: date | None  # until when the advocates should have been in touch
    has_to_call: bool  # they gave no way to reach them, so the advocates wait for their call
    rated: bool


def seen_by(case: Case, visit: CaseVisit, messages: Sequence[Message], lines: Sequence[TimelineLine]) -> Seen:
    """What this visit may see of its case."""
    may_go_on = could(case, NEXT)
    asked = open_request_of(case.id) if visit.holder is Holder.PERSON else None
    theirs = _told_to(visit.holder, case, messages, lines)
    return Seen(
        case_id=case.id,
        reference=case.reference,
        audience=case.audience if visit.holder is Holder.PERSON else Audience.ADULT,
        easy=visit.holder is Holder.PERSON and JOURNEYS[case.journey].big,
        kind=case.kind,
        state=case.state,
        officer=case.officer.public_name if case.officer else "",
        received_on=case.received_on,
        ack_due_on=case.ack_due_on,
        due_on=case.due_on,
        due_max_on=case.due_max_on,
        extended=case.extended,
        paused=case.paused,
        answered_on=case.answered_on,
        withdrawn_on=case.withdrawn_on,
        unhappy=case.unhappy,
        shown=TABLES[case.procedure].places[case.step].shown,
        may_go_on=may_go_on,
        ask_by=ask_by(case.id) if may_go_on and case.answered_on else None,
        may_complain=could(case, COMPLAIN),
        may_take_back=any(could(case, event) for event in BACK_TAKEN),
        panel_on=panel_day(case.id),
        last_opened=_opening_before(visit, lines),
        happened=tuple((line.happening, line.effective_on) for line in theirs),
        by_other=tuple(line.side not in (Side.TEAM, SIDES[visit.holder]) for line in theirs),
        holder=visit.holder,
        may_read=visit.holder in readers_of(speaker_of(case)),
        shared=_shared(case, visit.holder, lines),
        messages=tuple(_message(one, visit.holder) for one in messages if _reads(visit.holder, one)),
        asked_advocate=asked is not None,
        advocate_by=asked.contact_by if asked and asked.in_touch_on is None and not _calls(asked) else None,
        has_to_call=asked is not None and _calls(asked),
        rated=rated_by(SIDES[visit.holder], lines),
    )


def _told_to(
    holder: Holder, case: Case, messages: Sequence[Message], lines: Sequence[TimelineLine]
) -> list[TimelineLine]:
    """What each of the two sees; that a child wrote to us, or wants an advocate, is nobody else's business."""
    elsewhere = {(one.kind, one.at) for one in messages if one.reader not in (None, holder)}
    known = PUBLIC_HAPPENINGS if holder is Holder.PERSON else PUBLIC_HAPPENINGS & KNOWN_TO_SPEAKER
    told = [line for line in lines if line.happening in known or _own(line, holder)]
    if any(line.happening is Happening.PAPER_SHARED for line in told):
        papers = {file.shared_at for file in shared_files_of(case.id, holder)}  # of others nothing is said
        told = [line for line in told if line.happening is not Happening.PAPER_SHARED or line.at in papers]
    return [line for line in told if (line.happening, line.at) not in elsewhere]


def _reads(holder: Holder, message: Message) -> bool:
    return message.reader in (None, holder) and message.side in (Side.TEAM, SIDES[holder])


def _calls(asked: AdvocacyRequest) -> bool:
    return asked.in_touch_on is None and no_way_to(asked.passed_on or {})


def rated_by(side: Side, lines: Sequence[TimelineLine]) -> bool:
    """Whether this one of the two has said how we did."""
    return any(line.happening is Happening.RATED and line.side is side for line in lines)


def _own(line: TimelineLine, holder: Holder) -> bool:
    return line.happening in PUBLIC_HAPPENINGS and line.side is SIDES[holder]


def _shared(case: Case, holder: Holder, lines: Sequence[TimelineLine]) -> Shared | None:
    speaker = speaker_of(case)
    if speaker is None:
        return None
    openings = (one for one in lines if one.happening is Happening.OPENED_BY_PERSON)
    by_other = max((one.at for one in openings if one.side is not SIDES[holder]), default=None)
    return Shared(speaker.agreed, speaker.cut, by_other)


def _message(message: Message, holder: Holder) -> SeenMessage:
    team = message.side is Side.TEAM
    seen_at = message.speaker_seen_at if team and holder is Holder.SPEAKER else message.seen_at
    return SeenMessage(
        mine=not team,
        kind=message.kind,
        at=message.at,
        seen_at=seen_at,
        new=team and seen_at is None,
        words=str(message.text.get("words", "")) if team else "",
    )


def _opening_before(visit: CaseVisit, lines: Sequence[TimelineLine]) -> datetime | None:
    """The newest opening that is not this visit's own: if somebody else knows the code, this is where it shows."""
    own_side = SIDES[visit.holder]
    openings = [line.at for line in lines if line.happening is Happening.OPENED_BY_PERSON and line.side is own_side]
    own = max((at for at in openings if at <= visit.opened_at), default=None)
    return max((at for at in openings if at != own), default=None)
