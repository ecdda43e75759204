"""What a case looks like to the officer who reads it: safe contact, the person's words, what happened, what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from portal.clock import in_london
from portal.domain.access import Action
from portal.domain.journeys import JOURNEYS
from portal.domain.procedures import TABLES, Procedure
from portal.domain.submissions import SafeContact
from portal.domain.words import ContactWay, Happening, Side, State
from portal.records.cases import Case, Contact
from portal.records.officers import Officer
from portal.records.speakers import speaker_of
from portal.records.timeline import Message, TimelineLine
from portal.services.conflicts import hidden_numbers
from portal.services.spoken_for import person_may_be_reached
from portal.staff.due import due_of, short
from portal.staff.guard import Me, me
from portal.staff.spoken import Fact, spoken
from portal.web.answers import worded
from portal.web.text import day, say

WAYS = {
    ContactWay.CODE_ONLY: "Only on this site: they look here with their code. Do not ring, write or e-mail.",
    ContactWay.TEXT: "By text message",
    ContactWay.CALL: "By phone",
    ContactWay.EMAIL: "By e-mail",
    ContactWay.LETTER: "By letter",
    ContactWay.IN_PERSON: "In person",
    ContactWay.TRUSTED: "Through somebody they trust",
    ContactWay.NONE: "They do not want us to get back to them. What you write waits here, with their code.",
}
REACHED_AT = {
    ContactWay.TEXT: ("phone",),
    ContactWay.CALL: ("phone",),
    ContactWay.EMAIL: ("email",),
    ContactWay.LETTER: ("address",),
    ContactWay.IN_PERSON: ("meet_where",),
    ContactWay.TRUSTED: ("trusted_who", "trusted_name", "trusted_reach"),
}
"""Only what belongs to the way that was chosen: a number nobody allowed us to ring does not stand in the banner."""
TIMES = {
    "after_school": "after school",
    "evening": "evenings",
    "weekend": "weekends",
    "any": "any time",
    "day": "daytime",
}
DO_NOT_TELL = "Do not tell"
FIRST = ("story", "kindness", "wishes")
"""The person's own words, which come before everything else."""
WE = {"us": "we", "you": "you"}
SENSITIVE = frozenset({"named_person", "worker", "do_not_tell"})


@dataclass(frozen=True, slots=True)
class Told:
    """One question as it was asked, and its answer; `own` when it is in the person's own words."""

    key: str
    question: str
    answer: str | list[str]
    own: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    title: str
    when: str
    iso: str
    text: str
    state: str = "past"


def banner(case: Case, officer: Me) -> list[Markup]:
    """How this person may be reached, and what would put them at risk: on every page about the case."""
    sensitive, speaker = officer.may(Action.READ_SENSITIVE, case), speaker_of(case)
    if speaker is None:
        return banner_of(case.contact, sensitive=sensitive)
    facts = _facts(case.contact, sensitive)
    reached = facts if person_may_be_reached(speaker) else [fact for fact in facts if fact.label == DO_NOT_TELL]
    return _lines([*spoken(speaker), *reached])


def banner_of(contact: Contact | SafeContact, *, sensitive: bool, us: str = "us") -> list[Markup]:
    """The same for what is known of somebody without their case; `us` is whoever gets in touch with them."""
    return _lines(_facts(contact, sensitive, us))


def _lines(facts: Sequence[Fact]) -> list[Markup]:
    line = Markup("{}: <strong>{}</strong>")
    return [line.format(fact.label, fact.value) for fact in facts]


def _facts(contact: Contact | SafeContact, sensitive: bool, us: str = "us") -> list[Fact]:
    details = contact.details
    found = [Fact("Reach them", WAYS[contact.way])]
    reached = ", ".join(str(details[key]) for key in REACHED_AT.get(contact.way, ()) if details.get(key))
    if reached:
        found.append(Fact("At", reached))
    if contact.way not in (ContactWay.CODE_ONLY, ContactWay.NONE):
        found.append(Fact(f"Say who {WE[us]} are", "yes" if contact.may_say_who else "no, not the council and not why"))
    if contact.way is ContactWay.CALL:
        found.append(Fact("Leave a voice message", "yes" if contact.may_leave_message else "never"))
    times = [TIMES.get(code, code) for code in details.get("good_times", []) if isinstance(code, str)]
    if times:
        found.append(Fact("Good times", ", ".join(times)))
    for key, label in (("code_word", f"They will ask {us} for the word"), ("unsafe_note", "Not safe")):
        if details.get(key):
            found.append(Fact(label, str(details[key]), strong=True))
    if sensitive and details.get("do_not_tell"):
        found.append(Fact(DO_NOT_TELL, str(details["do_not_tell"]), strong=True))
    return found


def told(case: Case, officer: Me) -> list[Told]:
    """The person's answers, the story first, then every question in the order it was asked."""
    journey, answers, variant = JOURNEYS[case.journey], case.told.answers, case.told.variant
    hidden = frozenset() if officer.may(Action.READ_SENSITIVE, case) else SENSITIVE
    found = [
        Told(question.key, say(question.label), answer, own=not question.choices(variant))
        for question in journey.questions()
        if question.key not in hidden and (answer := worded(question, variant, answers))
    ]
    return sorted(found, key=lambda one: FIRST.index(one.key) if one.key in FIRST else len(FIRST))


def helper(case: Case) -> str:
    """Who helped the child to write it, in the child's words, or ""."""
    journey = JOURNEYS[case.journey]
    asked = (question for question in journey.questions() if question.key == "helper")
    return "".join(str(worded(question, case.told.variant, case.told.answers)) for question in asked)


def timeline(lines: Sequence[TimelineLine], officers: dict[int, Officer], case: Case) -> list[Entry]:
    """What happened, oldest first, and then what comes next; a line that names a hidden case is hidden with it."""
    hidden = hidden_numbers((line.note or "" for line in lines), me().name)
    told = [line for line in lines if not any(number in (line.note or "") for number in hidden)]
    entries = [_entry(line, officers) for line in told if line.happening is not Happening.OPENED_BY_PERSON]
    due = due_of(case, in_london(lines[-1].at).date()) if lines else None
    if due:
        entries.append(
            Entry(due.words.partition(" due ")[0] + " due", day(due.on), due.on.isoformat(), due.why, "next")
        )
    return entries


def _entry(line: TimelineLine, officers: dict[int, Officer]) -> Entry:
    who = officers[line.officer_id].name if line.officer_id in officers else ""
    who = line.side.label if line.side is Side.SPEAKER else who
    title, note = _title(line)
    reason = rating(line.reason or "") if line.happening is Happening.RATED else _reason(line.reason)
    text = " – ".join(part for part in (who, note, reason) if part)
    moment = in_london(line.at)
    happened = moment.date() == line.effective_on
    when = (
        f"{short(line.effective_on)}, {moment:%H:%M}"
        if happened
        else f"{short(line.effective_on)}, written down {short(moment.date())}"
    )
    return Entry(title, when, moment.isoformat(), text)


def _title(line: TimelineLine) -> tuple[str, str]:
    """What happened and what was noted about it; a step of the procedure goes by its own name."""
    note = line.note or ""
    if line.happening is not Happening.STEP_TAKEN:
        return line.happening.label, note
    named = max((label for label in _step_labels() if note.startswith(label)), key=len, default="")
    return (named, note[len(named) :].removeprefix(": ")) if named else (line.happening.label, note)


@cache
def _step_labels() -> frozenset[str]:
    return frozenset(step.label for table in TABLES.values() for step in table.steps)


def rating(kept: str) -> str:
    """How we did, in words: kept as one code for each question that was asked, in order."""
    said = zip(("listened", "said what was going on", "it got better"), kept.split("/"), strict=False)
    return ", ".join(f"{what}: {_reason(code)}" for what, code in said if code)


def _reason(code: str | None) -> str:
    return (code or "").replace("_", " ")


WROTE = {Side.PERSON: "The person", Side.SPEAKER: "Whoever speaks for the child"}


def said(messages: Sequence[Message], officers: dict[int, Officer], case: Case) -> list[dict[str, object]]:
    """The messages both ways, with what was added after sending as questions and answers."""
    return [_said(message, officers, case) for message in messages]


def _said(message: Message, officers: dict[int, Officer], case: Case) -> dict[str, object]:
    ours = message.side is Side.TEAM
    name = officers[message.officer_id].name if message.officer_id in officers else "The team"
    moment = in_london(message.at)
    return {
        "ours": ours,
        "who": name if ours else WROTE[message.side],
        "kind": ""
        if message.kind in (Happening.MESSAGE_FROM_TEAM, Happening.MESSAGE_FROM_PERSON)
        else message.kind.label,
        "when": f"{short(moment.date())}, {moment:%H:%M}",
        "iso": moment.isoformat(),
        "words": message.text.get("words", ""),
        "added": _added(message, case),
        "seen": f"They saw it on {short(in_london(message.seen_at).date())}" if ours and message.seen_at else "",
        "lang": "" if ours else case.language,
    }


def _added(message: Message, case: Case) -> list[tuple[str, str | list[str]]]:
    answers = message.text.get("answers") or {}
    questions = JOURNEYS[case.journey].questions()
    variant = case.told.variant
    return [(say(question.label), answer) for question in questions if (answer := worded(question, variant, answers))]


def next_step(case: Case) -> Action | None:
    """The one thing to do next."""
    if case.held:
        return Action.RELEASE_HELD
    if case.state is State.RECEIVED:
        return Action.ACKNOWLEDGE
    if case.waiting_for_us and case.state is not State.ACCEPTED:
        return Action.REPLY
    if case.state is State.ACCEPTED and case.procedure is Procedure.INTAKE:
        return Action.TRIAGE
    return Action.TAKE_STEPS if case.state is State.ACCEPTED else None
