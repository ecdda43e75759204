"""The children of a case: who they are to it, and, through a door of its own, monitoring answers that no page shows."""

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField

from portal.domain.access import Action
from portal.domain.children import (
    AnswerFrom,
    CareStatus,
    ComplaintOf,
    Ethnicity,
    Impairment,
    Missing,
    Relationship,
    Religion,
    Sex,
    SubmittedBy,
    Uasc,
    YesNo,
)
from portal.domain.words import Worded
from portal.records.children import ChildInCase, children_of, who_of
from portal.services import children_in_case as verbs
from portal.services.case_writing import NotLikeThis
from portal.services.children_in_case import ASKED, Answers, Child
from portal.staff.guard import me, the_case
from portal.staff.papers import (
    BOTH,
    Entry,
    Link,
    Section,
    form_page,
    here,
    kept,
    label_of,
    list_page,
    one_of,
    other_case,
    pick,
    several,
    text,
)
from portal.staff.speaking import advocates, consents
from portal.web.doors import door

blueprint = Blueprint("staff_children", __name__, url_prefix="/staff/cases/<reference>/children")

BACK = "staff_children.children"
APART = (
    "These answers are for figures alone. They are kept apart from the case and no page shows them again: "
    "to put one right, answer all of them anew."
)


def _or_missing(words: type[Worded]) -> list[tuple[str, str]]:
    return [*((one.value, one.label) for one in words), *((one.value, one.label) for one in Missing)]


class ChildForm(FlaskForm):
    """One child."""

    first_name = StringField("First name", description="Kept sealed.")
    last_name = StringField("Last name")
    is_complainant = BooleanField("This child is the one who complains")
    relationship = pick("What the person who complains is to the child", Relationship)
    age = StringField("Age in whole years when we received it", description="Leave it empty if nobody knows.")
    care_status = pick("Care status", CareStatus)
    uasc = pick("Came to this country alone and asks for asylum", Uasc)


class MonitoringForm(FlaskForm):
    """Answers for figures alone."""

    answered_by = pick("Who answered", AnswerFrom)
    sex = one_of("Sex", _or_missing(Sex))
    ethnicity = one_of("Ethnic group", _or_missing(Ethnicity))
    religion = one_of("Religion", _or_missing(Religion))
    disabled = one_of("Disabled", _or_missing(YesNo))
    impairments = several("Impairments", Impairment, "All that apply. Only for a child who is disabled.")


class WhoForm(FlaskForm):
    """Two questions that reports must not run together."""

    complaint_of = pick("Whose complaint it is", ComplaintOf)
    submitted_by = pick("Who handed it in", SubmittedBy)


class TwinForm(FlaskForm):
    """Where else this child stands."""

    case = StringField("Number of the other case", description="Like 7KQM-3W9C.")
    child = StringField("Which child there", description="The number it has in that case, like 1.")


@blueprint.get("")
@door(Action.CHILDREN)
def children() -> str:
    """The children, whose complaint it is, advocates and consent."""
    return list_page("Children, advocates and consent", [_who(), _children(), advocates(), consents()])


@blueprint.route("/new", methods=BOTH)
@door(Action.CHILDREN)
def new() -> str | Response:
    """One more."""
    return _child_page(ChildForm(), None, "Write down a child")


@blueprint.route("/<int:number>", methods=BOTH)
@door(Action.CHILDREN)
def change(number: int) -> str | Response:
    """Put it right."""
    row = _one(number)
    start = {"age": "" if row.age is None else str(row.age), "is_complainant": row.is_complainant}
    start |= {"relationship": row.relationship, "care_status": row.care_status, "uasc": row.uasc}
    return _child_page(ChildForm(data={**row.names, **start}), number, f"Child {number}")


@blueprint.route("/<int:number>/monitoring", methods=BOTH)
@door(Action.MONITORING)
def monitoring(number: int) -> str | Response:
    """Write-only: what was answered before is not shown."""
    _one(number)
    form, back = MonitoringForm(), here(BACK)

    def verb() -> None:
        given = {name: form[name].data or "" for name in ASKED}
        impairments = tuple(Impairment(code) for code in form.impairments.data or [])
        answers = Answers(given, AnswerFrom(form.answered_by.data), impairments)
        verbs.keep_monitoring(the_case().id, me().id, number, answers)

    heading = f"Monitoring, child {number}"
    return kept(form, verb, "Kept apart from the case.", back) or form_page(
        form, heading, "Keep them apart", back, APART
    )


@blueprint.route("/<int:number>/same", methods=BOTH)
@door(Action.CHILDREN)
def same(number: int) -> str | Response:
    """The same child in another case, so that reports count one child."""
    _one(number)
    form, back = TwinForm(), here(BACK)

    def verb() -> None:
        there = _whole(text(form.child, 20), "Write the number of the child, like 1.") or 0
        verbs.same_child(the_case().id, me().id, number, other_case(text(form.case, 40), "case"), there)

    heading = f"Child {number} is in another case too"
    return kept(form, verb, "Kept. Reports count one child.", back) or form_page(
        form, heading, "It is the same child", back
    )


@blueprint.route("/who", methods=BOTH)
@door(Action.CHILDREN)
def who() -> str | Response:
    """Whose complaint, and who handed it in."""
    now = who_of(the_case().id)
    start = {"complaint_of": now.complaint_of, "submitted_by": now.submitted_by} if now else {}
    form, back = WhoForm(data=start), here(BACK)

    def verb() -> None:
        of, by = ComplaintOf(form.complaint_of.data), SubmittedBy(form.submitted_by.data)
        verbs.say_who(the_case().id, me().id, of, by)

    return kept(form, verb, "Kept.", back) or form_page(form, "Whose complaint it is", "Keep it", back)


def _child_page(form: ChildForm, number: int | None, heading: str) -> str | Response:
    back = here(BACK)

    def verb() -> None:
        verbs.write_child(the_case().id, me().id, _child(form), number)

    return kept(form, verb, "Kept.", back) or form_page(form, heading, "Keep the child", back)


def _child(form: ChildForm) -> Child:
    return Child(
        relationship=Relationship(form.relationship.data),
        care_status=CareStatus(form.care_status.data),
        uasc=Uasc(form.uasc.data),
        is_complainant=form.is_complainant.data,
        age=_whole(text(form.age, 20), "Write the age in whole years, like 9, or leave it empty."),
        names={"first_name": text(form.first_name, 200), "last_name": text(form.last_name, 200)},
    )


def _whole(typed: str, wrong: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit()):
        raise NotLikeThis(wrong)
    return int(typed[:4])


def _one(number: int) -> ChildInCase:
    return next((row for row in children_of(the_case().id) if row.number == number), None) or abort(404)


def _who() -> Section:
    now = who_of(the_case().id)
    lines = [f"Handed in by: {label_of(SubmittedBy, now.submitted_by)}"] if now else []
    of = label_of(ComplaintOf, now.complaint_of) if now and now.complaint_of else "nobody has said yet"
    rows = [Entry(f"Complaint of: {of}", lines)] if now else []
    return Section("Whose complaint it is", rows, [Link(here("staff_children.who"), "Say whose")], "Nobody has said.")


def _children() -> Section:
    rows = [
        Entry(
            f"Child {row.number}: {' '.join(filter(None, row.names.values())) or 'no name'}",
            [
                f"{row.age if row.age is not None else 'Age not recorded'}, {label_of(CareStatus, row.care_status)}",
                f"The person who complains: {label_of(Relationship, row.relationship)}",
            ],
            tags=[("Complains", "blue")] if row.is_complainant else [],
            links=_deeds(row.number),
        )
        for row in children_of(the_case().id)
    ]
    return Section(
        "Children", rows, [Link(here("staff_children.new"), "Write down a child")], "No child is written down."
    )


def _deeds(number: int) -> list[Link]:
    links = [Link(here("staff_children.change", number=number), "Change it")]
    links.append(Link(here("staff_children.same", number=number), "The same child is in another case"))
    if me().may(Action.MONITORING, the_case()):
        links.append(Link(here("staff_children.monitoring", number=number), "Write down monitoring answers"))
    return links
