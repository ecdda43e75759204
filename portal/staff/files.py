"""The files of a case: what the person sent, papers that the team adds, and which of them the person may read."""

from flask import Blueprint, abort, flash, redirect, render_template
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from werkzeug.wrappers import Response

from portal.domain.access import Action
from portal.domain.files import ENDINGS
from portal.records.files import body_of, file_of_case, files_of_case
from portal.services import case_files
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.messages import OPEN_LONG
from portal.staff.papers import here, pressed
from portal.staff.reaching import readable
from portal.staff.showing_files import shown
from portal.web.doors import door
from portal.web.downloads import attachment
from portal.web.text import say
from portal.web.uploads import let_files_in, uploads

blueprint = Blueprint("staff_files", __name__, url_prefix="/staff/cases/<reference>/files")

NOTHING = "Pick at least one file."


class Adding(FlaskForm):
    """Papers to add."""

    files = MultipleFileField("Add papers")


@blueprint.get("")
@door(Action.READ_FILES)
def files() -> str:
    """Every file of the case, and the way to add to them."""
    return _page(Adding())


@blueprint.post("")
@door(Action.NOTE)
def add() -> str | Response:
    """Keep papers with the case; they are for the team until somebody lets the person read them."""
    let_files_in()
    form = Adding()
    if not form.validate_on_submit():
        form.files.errors = [OPEN_LONG]
        return _page(form)
    came = uploads(form.files.data or [])
    refused = case_files.add_papers(the_case().id, me().id, came)
    if refused or not came:
        form.files.errors = [" ".join(say(one.text, name=one.name) for one in refused) or NOTHING]
        return _page(form)
    flash("Added. The person does not see it unless you let them.")
    return redirect(here("staff_files.files"))


@blueprint.get("/<int:number>")
@door(Action.READ_FILES)
def download(number: int) -> Response:
    """One file, to keep; a voice message can also be played on its page."""
    file = file_of_case(the_case().id, number)
    if file is None or not case_files.may_be_opened(file):
        abort(404)
    return attachment(body_of(file), file.media, f"{the_case().reference}-{number}.{ENDINGS[file.media]}")


@blueprint.post("/<int:number>/share")
@door(Action.REPLY)
def share(number: int) -> Response:
    """Let the person read a paper of ours."""
    done = f"{readable(the_case())} Who chose e-mail has been told; tell others in their safe way."
    return pressed(lambda: case_files.share(the_case().id, me().id, number), done, here("staff_files.files"))


@blueprint.post("/<int:number>/keep")
@door(Action.REPLY)
def keep(number: int) -> Response:
    """Keep a paper of ours for the team alone again."""
    done = "They cannot read it any more."
    return pressed(lambda: case_files.take_back(the_case().id, me().id, number), done, here("staff_files.files"))


def _page(form: Adding) -> str:
    found = shown(files_of_case(the_case().id), the_case().reference)
    return render_template(
        "staff/files.html",
        **head(),
        form=form,
        theirs=[one for one in found if not one.ours],
        ours=[one for one in found if one.ours],
        may_add=me().may(Action.NOTE, the_case()),
        may_share=me().may(Action.REPLY, the_case()),
    )
