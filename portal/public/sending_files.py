"""Files on a page of a journey: taken in with what was typed, listed with a Remove button each, and shown small."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, abort, request, session, url_for
from flask_babel import format_decimal
from markupsafe import Markup

from portal.domain.files import NotTaken, Refusal
from portal.domain.journeys.pages import Field, Journey
from portal.domain.wording import N_
from portal.public.place import Place
from portal.records.files import File, files_of_draft
from portal.services import drafting, keeping_files
from portal.web.answers import Said, file_names
from portal.web.downloads import picture
from portal.web.fields import PageForm
from portal.web.headers import let_record
from portal.web.network import network
from portal.web.text import say
from portal.web.uploads import uploads

SIZE = N_("%(size)s MB")
AGAIN = N_("Add your files once more, please.")


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the list: what it is called here, how big it is, what its button sends, where its picture is."""

    name: str
    size: str
    remove: str
    picture: str = ""


def take_in(place: Place, form: PageForm) -> bool | None:
    """Keep the files that came, with what was typed beside them, and take out the one to be removed.

    Returns whether all were taken (`say_refused` says which were not); None when nothing about files was asked for.
    """
    came = [(question, uploads(found)) for question, found in form.uploads()]
    remove = request.form.get("remove", "") if form.carries_files else ""
    if not remove and not any(found for _, found in came):
        return None
    number = drafting.keep(place.writer(), form.answers()).id
    if remove:
        keeping_files.remove_from_draft(number, remove)
    refused = {}
    for question, found in came:
        refused[question.key] = keeping_files.add_to_draft(
            number, question.key, found, papers=question.papers, network=network()
        )  # fmt: skip
    if any(refused.values()):
        keeping_files.say_refused(number, refused)
    return not any(refused.values())


def say_refused(place: Place, form: PageForm) -> None:
    """Say at their field which of the last files were not taken, and why."""
    told: dict[str, list[list[str]]] = place.draft.answers.get(keeping_files.REFUSED, {}) if place.draft else {}
    for question, _ in form.uploads():
        refused = [NotTaken(Refusal(why), name, papers=question.papers) for why, name in told.get(question.key, [])]
        if refused:
            form.tell({question.key: refusals(refused)})


def only_files(form: PageForm) -> bool:
    """Whether the button that was pressed adds or removes files, and stays on the page."""
    return form.carries_files and (request.form.get("do") == "attach" or "remove" in request.form)


def ask_again(form: PageForm) -> None:
    """Say at their field that files which came with a form that was too old were not taken."""
    for question, found in form.uploads():
        if uploads(found):
            form[question.key].errors = [say(AGAIN)]


def refusals(refused: Sequence[NotTaken]) -> str:
    """Why each of these was not taken, in the language of the page."""
    return " ".join(say(one.text, name=one.name) for one in refused)


def list_kept(place: Place, form: PageForm) -> None:
    """Give each field for files the list of those that are there, and the page its microphone."""
    if not form.carries_files:
        return
    let_record()
    rows = files_of_draft(place.draft.id) if place.draft else []
    for question, _ in form.uploads():
        form[question.key].kept = listed([row for row in rows if row.question == question.key], place.journey)


def listed(rows: Sequence[File], journey: Journey | None) -> list[Kept]:
    """These files for a list; with their pictures beside an answer that is still being written."""
    names = file_names([row.token for row in rows])
    return [
        Kept(name, size(row.size), row.token, _address(journey, row.token) if journey and row.small else "")
        for name, row in zip(names, rows, strict=True)
    ]


def size(count: int) -> str:
    """Bytes in the unit people know from their phones."""
    return say(SIZE, size=str(format_decimal(max(0.1, round(count / 1_000_000, 1)))))


def shown(place: Place, said: Said) -> list[str | Markup]:
    """For the check page the files of an answer, photos as small pictures and the others by name; of others nothing."""
    if said.question.field is not Field.FILES:
        return []
    tokens = [one for one in place.answers.get(said.question.key) or [] if isinstance(one, str)]
    image = Markup('<img class="files__picture" src="{}" alt="{}" width="96" height="96">')
    return [
        image.format(_address(place.journey, token), name) if token.startswith("photo-") else name
        for name, token in zip(file_names(tokens), tokens, strict=True)
    ]


def _address(journey: Journey, token: str) -> str:
    return url_for(f"{journey.code}.photo", token=token)


def photo(journey: Journey, token: str) -> Response:
    """The small copy of a photo, for whoever is writing."""
    draft = drafting.open_draft(session.visitor, journey.code)  # type: ignore[attr-defined]  # a VisitSession
    file = next((one for one in files_of_draft(draft.id) if one.token == token), None) if draft else None
    if file is None or not file.small:
        abort(404)
    return picture(file.small_picture())
