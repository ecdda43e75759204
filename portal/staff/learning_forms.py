"""The forms on what a case taught."""

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.findings import STAGES
from portal.domain.putting_right import ActionStatus, Corrective
from portal.staff.papers import Day, pick

STAGE_CHOICES = [SelectChoice(str(stage), f"Stage {stage}") for stage in STAGES]


class LearnedForm(FlaskForm):
    """One thing to learn."""

    stage = SelectField("Learned at", choices=STAGE_CHOICES)
    concern = SelectField("From concern")
    issue = TextAreaField("The issue", description="Without names: this may be printed in a report.")
    lessons = TextAreaField("What it taught us")
    action = TextAreaField("What we do about it")
    team = SelectField("Which team")
    owner_role = StringField("Who does it", description="A post, not a name: team manager.")
    due_on = Day("By when")
    timescale = StringField("By when in words, if that says more")


class AlsoForm(FlaskForm):
    """Which of the actions that are there."""

    action = SelectField("Which action", description="Open actions, the newest first.")


class ReviewForm(FlaskForm):
    """One look at it."""

    status = pick("Where it stands", ActionStatus)
    words = TextAreaField("How it is getting on")
    due_on = Day("By when")
    evidence = TextAreaField("What shows that it is done")


class TellForm(FlaskForm):
    """What the person reads."""

    words = TextAreaField(
        "What changed because of them", description="Short sentences. No words a child would have to look up. No names."
    )
    agreed_by = StringField("Who agreed that we may say so", description="Whoever owns the action. It is kept.")


class CorrectiveForm(FlaskForm):
    """Whether the answer named something to put right."""

    stage = SelectField("Stage", choices=STAGE_CHOICES)
    answer = pick("Did our answer name something to put right?", Corrective)
