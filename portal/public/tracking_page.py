"""What the case page shows: the stage in the reader's words, dates written out, what happened, what can be done."""

from dataclasses import replace

from flask import render_template, url_for
from flask_babel import gettext

from portal import clock
from portal.domain.journeys.pages import Line
from portal.domain.journeys.safe_contact import WILL_CALL
from portal.domain.references import format_reference
from portal.domain.speaking import Holder
from portal.domain.words import Audience, Happening, Kind, State
from portal.public import tracking_words as words
from portal.public.sending_files import size
from portal.public.stage import Deed, Stage, Words
from portal.public.tracking_forms import TrackingForm, WordsForm
from portal.public.tracking_looks import deeds_of, drawing_of, look_of, name_of
from portal.public.tracking_timeline import ANSWERED_BY_A_DAY, coming, late, past, slipped, told
from portal.public.two_views import shared
from portal.records.alerts import open_call_of
from portal.records.files import shared_files_of
from portal.services.case_files import may_be_opened
from portal.services.convening import panel_place
from portal.services.tracking_seen import Seen, SeenMessage
from portal.web.answers import file_names
from portal.web.text import day, moment, say, spoken, values

_STAGE_OF = {
    State.RECEIVED: "received",
    State.ACCEPTED: "accepted",
    State.ANSWERED: "s1_done",
    State.WITHDRAWN: "withdrawn",
    State.CLOSED: "closed",
}
_LATE = dict.fromkeys(("s2_req", "s2", "c2"), "s2_late") | {code: code for code in ("s3_req", "s3_panel", "s3_report")}
_EXTENDED = {"accepted": "s1_ext", "s1": "s1_ext", "c1": "s1_ext", "s2_req": "s2_ext", "s2": "s2_ext"}
_NO_COMPLAINT = {"received": "sent", "accepted": "read", "s1_done": "answered"}
"""The words for what came as something else."""
_TEMPLATES = {
    Deed.MESSAGE: "public/tracking/message.html",
    Deed.ADD: "public/tracking/add.html",
    Deed.ADVOCATE: "public/tracking/advocate.html",
    Deed.NEXT_STEP: "public/tracking/next_step.html",
    Deed.CARRY_ON: "public/tracking/complain.html",
    Deed.TAKE_BACK: "public/tracking/take_back.html",
    Deed.RATE: "public/tracking/rate.html",
}


def stage_of(seen: Seen) -> Stage:
    """The stage whose words this case shows today."""
    shown = seen.shown or _STAGE_OF[seen.state]
    if shown == "s3_panel" and seen.panel_on is None:
        shown = "s3_req"
    if seen.kind is not Kind.COMPLAINT or (shown == "s1_done" and not seen.may_go_on):
        shown = _NO_COMPLAINT.get(shown, shown)
    if late(seen):
        return words.STAGES[_LATE.get(shown, "s1_late" if seen.may_go_on else "late")]
    if seen.state is State.ACCEPTED and seen.paused:
        return words.STAGES["paused"]
    if seen.state is State.ACCEPTED and seen.extended:
        return words.STAGES[_EXTENDED.get(shown, shown)]
    return words.STAGES[shown]


def case_page(seen: Seen, said: str | None) -> str:
    """The one page that says where the complaint is, what is next, and what the person can do."""
    stage = stage_of(seen)
    if seen.has_to_call and said == words.DONE[Deed.ADVOCATE]:
        said = words.HAPPENED[Happening.ADVOCATE_PASSED_ON]
    if seen.answered_on is None and said == words.DONE[Deed.NEXT_STEP]:
        said = words.NEXT_STEP_UNANSWERED
    text = stage.child if seen.audience is Audience.CHILD else stage.adult
    answers = [message for message in seen.messages if message.kind is Happening.ANSWERED]
    changes = [message for message in seen.messages if message.kind is Happening.CHANGE_TOLD]
    return render_template(
        "public/tracking/case.html",
        **look_of(seen),
        form=TrackingForm(),
        number=format_reference(seen.reference),
        complaint=seen.kind is Kind.COMPLAINT,
        said=said,
        stage=stage,
        drawing=drawing_of(seen, stage, late=late(seen)),
        heading=say(text.heading, **_known(seen)),
        lines=spoken(_lines(stage, text.lines, seen), **_known(seen)),
        part=_part(stage, text),
        parts=len(words.PARTS),
        entries=[*past(seen), *coming(seen)],
        answers=[_shown(message, seen) for message in answers],
        changes=[_shown(message, seen) for message in changes],
        messages=[_shown(message, seen) for message in seen.messages if message not in (*answers, *changes)],
        new=sum(message.new for message in seen.messages),
        deeds=deeds_of(seen, stage),
        ombudsman=values().get("lgsco_phone") if Deed.OMBUDSMAN in stage.deeds else "",
        start_again=Deed.START_AGAIN in stage.deeds,
        last_opened=moment(seen.last_opened) if seen.last_opened else "",
        unhappy=seen.unhappy,
        papers=_papers(seen) if seen.may_read else [],
        **shared(seen),
    )


def _lines(stage: Stage, lines: tuple[Line, ...], seen: Seen) -> tuple[Line, ...]:
    """With a word where a day we told has passed; without what we promised about names to a child who gave us none."""
    kept = tuple(line for line in lines if not (seen.shared and line.promise == "do_not_tell_kept"))
    later = (Line(words.LATER_THAN_TOLD),) if slipped(seen, stage) else ()
    return *later, *kept, *_call(seen)


def _call(seen: Seen) -> tuple[Line, ...]:
    """That we will call, until somebody has seen to it; "today" only on the day on which it was asked for."""
    asked = open_call_of(seen.case_id) if seen.holder is Holder.PERSON else None
    if asked is None:
        return ()
    today = clock.in_london(asked.raised_at).date() == clock.today()
    return (WILL_CALL if today else replace(WILL_CALL, text=WILL_CALL.otherwise),)


def _part(stage: Stage, text: Words) -> str:
    """How far along it is, unless the heading counts its own steps."""
    if not stage.part or text.counts:
        return ""
    return say(words.ANSWER if stage.answered else words.PARTS[stage.part - 1])


def _papers(seen: Seen) -> list[tuple[str, str, str]]:
    """Name, address and size of each paper that the team added for the person."""
    rows = [row for row in shared_files_of(seen.case_id, seen.holder) if may_be_opened(row)]
    names = file_names([row.token for row in rows])
    return [
        (name, url_for("tracking.paper", number=row.id), size(row.size)) for name, row in zip(names, rows, strict=True)
    ]


def deed_page(deed: Deed, form: TrackingForm, seen: Seen) -> str:
    """A page on which one thing can be done."""
    last, heading = seen.ask_by, name_of(deed, seen)
    if isinstance(form, WordsForm):
        form.words.label.text = say(words.BOX.get(deed, heading))
    return render_template(
        _TEMPLATES[deed],
        **look_of(seen),
        form=form,
        errors=form.faults,
        heading=heading,
        advocate_lines=spoken(words.ADVOCATE_LINES),
        stop_lines=spoken(words.TAKE_BACK_LINES),
        deadline=day(last) if last else "",
        after_deadline=bool(last and clock.today() > last),
        items=[key for key, _ in words.RATE_ITEMS],
    )


def _known(seen: Seen) -> dict[str, str]:
    """What the stage's words may name. A day that has passed is no promise any more, so it is left out."""
    today, last = clock.today(), seen.ask_by
    due = seen.due_on if today <= seen.due_on else seen.due_max_on
    by = day(due) if today <= due and seen.kind in ANSWERED_BY_A_DAY else ""
    on_hold = stage_of(seen).code == "paused"
    return {
        "ack": day(seen.ack_due_on) if today <= seen.ack_due_on else "",
        "due": by,
        "due10": by,
        "due25": by,
        "due30": by,
        "due5": by if seen.state is State.ACCEPTED else "",
        "due65": day(due if seen.extended and today <= due else seen.due_max_on),
        "date": day(seen.panel_on) if seen.panel_on and not on_hold else "",
        "due20": day(due if seen.extended and today <= due else seen.due_max_on),
        "place": panel_place(seen.case_id) if seen.may_read and not on_hold else "",
        "name": seen.officer,
        "deadline": day(last) if last and today <= last else "",
        "withdrawn": day(seen.withdrawn_on) if seen.withdrawn_on else "",
    }


def _shown(message: SeenMessage, seen: Seen) -> dict[str, object]:
    return {
        "mine": message.mine,
        "words": message.words or told(message.kind, seen, clock.in_london(message.at).date()),
        "when": moment(message.at),
        "iso": message.at.isoformat(timespec="minutes"),
        "seen": _seen_on(message),
        "new": message.new,
    }


def _seen_on(message: SeenMessage) -> str:
    if message.seen_at is None:
        return gettext("We have not read it yet") if message.mine else gettext("New")
    when = day(clock.in_london(message.seen_at).date())
    return gettext("We read it on %(day)s", day=when) if message.mine else gettext("You saw it on %(day)s", day=when)
