"""Learning from a case: actions with an owner and a day, looking at them again, and telling the person what changed."""

from dataclasses import dataclass
from datetime import date

from flask import current_app
from sqlalchemy import select

from portal import clock
from portal.domain.authority import Authority
from portal.domain.findings import STAGES
from portal.domain.putting_right import ENDED, ActionStatus, Corrective
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.learning import EVERY_TEAM, ActionReview, CorrectiveAction, LearnedFrom, LearningAction
from portal.records.timeline import Message
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.checking_speakers import refuse_unchecked
from portal.services.concerns import standing, term_in, year_of
from portal.services.spoken_for import only_reader
from portal.services.writing_letters import write_person_letter


@dataclass(frozen=True, slots=True)
class Learned:
    """What a case taught, what is done about it, by whom and until when."""

    stage: int
    issue: str
    lessons: str
    action: str
    team: str  # a code of the profile, or EVERY_TEAM
    owner_role: str
    due_on: date
    timescale: str = ""  # in words, where a report prints them
    concern_number: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One look at how an action is getting on."""

    status: ActionStatus
    words: str
    due_on: date
    evidence: str = ""


def learn(case_id: int, officer_id: int, learned: Learned) -> int:
    """Write down an action, agreed; returns its number. Raises `NotLikeThis` or `NotThere`."""
    with changing(case_id) as case:
        return agree(case, officer_id, learned).id


def agree(case: Case, officer_id: int, learned: Learned) -> LearningAction:
    """The same in the caller's transaction. Raises `NotLikeThis` or `NotThere`."""
    row = LearningAction(case_id=case.id, status=ActionStatus.AGREED.value, open=True)
    plan(case, row, learned)
    db.session.add(row)
    db.session.flush()
    _name(case, row)
    by_team(case, Happening.LEARNING_RECORDED, officer_id, learned.action)
    return row


def learn_also(case_id: int, officer_id: int, action_id: int) -> None:
    """Say that this case taught an action that is written down already. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row = db.session.get(LearningAction, action_id, with_for_update=True)
        if row is None or not row.open:
            raise NotThere(f"open action {action_id}")
        if _link(case.id, action_id) is not None:
            raise NotLikeThis("This case has that action already.")
        _name(case, row)
        row.counted = False
        by_team(case, Happening.LEARNING_RECORDED, officer_id, row.texts["action"])


def not_learned_here(case_id: int, officer_id: int, action_id: int) -> None:
    """Take back that this case taught an action too. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row, link = _action(case.id, action_id), _link(case.id, action_id)
        if row.case_id == case.id or link is None or link.told_at is not None:
            raise NotLikeThis("This is where it was written down, or the person was told: it stays.")
        db.session.delete(link)
        row.counted = False
        by_team(case, Happening.LEARNING_RECORDED, officer_id, f"Not learned here: {row.texts['action']}")


def plan(case: Case, row: LearningAction, learned: Learned) -> None:
    """What an action says is done, by whom and until when. Raises `NotLikeThis` or `NotThere`."""
    if not (learned.issue and learned.action and learned.owner_role):
        raise NotLikeThis("Write the issue, the action, and who does it.")
    if learned.concern_number is not None:
        standing(case.id, learned.concern_number)
    row.stage, row.team = _stage(learned.stage), _team(case, learned.team)
    row.owner_role, row.due_on, row.concern_number = learned.owner_role, learned.due_on, learned.concern_number
    row.texts = {"issue": learned.issue, "lessons": learned.lessons, "action": learned.action}
    row.texts = {**row.texts, "timescale": learned.timescale, "evidence": ""}


def review(case_id: int, officer_id: int, action_id: int, look: Look) -> None:
    """Keep how an action is getting on; earlier looks stay. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row = _action(case.id, action_id)
        _refuse(row, look)
        row.status, row.due_on, row.open = look.status.value, look.due_on, look.status not in ENDED
        row.done_on = clock.today() if look.status is ActionStatus.DONE else None
        row.texts = {**row.texts, "evidence": look.evidence or row.texts["evidence"]}
        seen = ActionReview(action_id=row.id, at=clock.now(), officer_id=officer_id, status=row.status)
        seen.due_on, seen.words = look.due_on, look.words
        db.session.add(seen)
        by_team(case, Happening.LEARNING_REVIEWED, officer_id, f"{look.status.label}. {look.words}")


def _refuse(row: LearningAction, look: Look) -> None:
    if not look.words:
        raise NotLikeThis("Write how it is getting on.")
    if look.status is ActionStatus.DONE and not (look.evidence or row.texts["evidence"]):
        raise NotLikeThis("Write what shows that it is done.")


def tell_what_changed(case_id: int, officer_id: int, action_id: int, words: str, *, agreed_by: str) -> None:
    """Tell the person of a case, under their number and code, what changed because of them; once for each action.

    Whoever owns the action has to have agreed to the words: `agreed_by` says who. Raises `NotThere` or `NotLikeThis`.
    """
    if not words or not agreed_by:
        raise NotLikeThis("Write what changed, and who agreed that we may say so.")
    with changing(case_id) as case:
        link = _link(case.id, action_id)
        if link is None:
            raise NotThere(f"action {action_id}")
        if link.told_at is not None:
            raise NotLikeThis("They were told already.")
        refuse_unchecked(case)
        now = clock.now()
        link.told_at, link.told = now, {"words": words, "agreed_by": agreed_by}
        only, kind = only_reader(case), Happening.CHANGE_TOLD
        message = Message(case_id=case.id, side=Side.TEAM, kind=kind, at=now, officer_id=officer_id, reader=only)
        message.text = {"words": words}
        db.session.add(message)
        by_team(case, Happening.CHANGE_TOLD, officer_id, f"Agreed by {agreed_by}")
        write_person_letter(case, "person_news")


def say_corrective(case_id: int, officer_id: int, stage: int, answer: Corrective) -> None:
    """Record whether the answer of a stage named something to put right; three different things in a report."""
    with changing(case_id) as case:
        mine = (CorrectiveAction.case_id == case.id, CorrectiveAction.stage == _stage(stage))
        row = db.session.scalar(select(CorrectiveAction).where(*mine)) or CorrectiveAction(case_id=case.id, stage=stage)
        row.answer, row.officer_id = answer.value, officer_id
        db.session.add(row)
        by_team(case, Happening.CORRECTIVE_RECORDED, officer_id, f"Stage {stage}: {answer.label}")


def _action(case_id: int, action_id: int) -> LearningAction:
    row = db.session.get(LearningAction, action_id)
    if row is None or _link(case_id, action_id) is None:
        raise NotThere(f"action {action_id}")
    return row


def _link(case_id: int, action_id: int) -> LearnedFrom | None:
    mine = (LearnedFrom.case_id == case_id, LearnedFrom.action_id == action_id)
    return db.session.scalar(select(LearnedFrom).where(*mine))


def _name(case: Case, row: LearningAction) -> None:
    link = LearnedFrom(action_id=row.id, case_id=case.id)
    link.told = {}
    db.session.add(link)


def _stage(stage: int) -> int:
    if stage not in STAGES:
        raise NotThere(f"stage {stage}")
    return stage


def _team(case: Case, code: str) -> str:
    council: Authority = current_app.extensions["portal.authority"]
    if code != EVERY_TEAM and term_in(council.teams, code, year_of(case)) is None:
        raise NotLikeThis("Pick a team from the list.", "team")
    return code
