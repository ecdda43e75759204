"""Seeing how it goes: number and code by POST, where the complaint is, and what the person can do from there."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from portal.domain.files import ENDINGS
from portal.domain.references import format_reference
from portal.public import tracking_words as words
from portal.public.stage import Deed
from portal.public.tracking_forms import LookForm, MessageForm, RateForm, TakeBackForm, TrackingForm
from portal.public.tracking_looks import look_of
from portal.public.tracking_page import case_page, deed_page
from portal.records.files import body_of, shared_files_of
from portal.services import tracking, tracking_deeds
from portal.services.case_files import may_be_opened
from portal.web.doors import Door, door
from portal.web.downloads import attachment
from portal.web.network import network
from portal.web.text import day, spoken

blueprint = Blueprint("tracking", __name__, url_prefix="/<lang>/t")

BOTH = ["GET", "POST"]
SAID = {deed: str(number) for number, deed in enumerate(words.DONE, start=1)}
"""A number in the address for what was just done: the browser's history is to tell nothing."""


def visitor() -> bytes | None:
    found: bytes | None = session.visitor  # type: ignore[attr-defined]  # a VisitSession on this site
    return found


@blueprint.errorhandler(tracking.NotOpen)
def not_open(_: tracking.NotOpen) -> Response:
    """Nothing is open here (any more): ask for number and code, and keep saying what was just done."""
    return redirect(url_for("tracking.look", closed="1", said=request.args.get("said")))


@blueprint.errorhandler(tracking_deeds.NotNow)
def not_now(_: tracking_deeds.NotNow) -> Response:
    """The case has moved on meanwhile: show where it is."""
    return redirect(url_for("tracking.case"))


@blueprint.route("", methods=BOTH)
@door(Door.ANYONE)
def look() -> str | Response | tuple[str, int]:
    form, status = LookForm(), 200
    given = form.read() if form.sent() else None
    if given:
        try:
            key = tracking.look(given[0], given[1].canonical, network())
        except tracking.TooManyTries:
            status = 429
        except tracking.Ended:
            return render_template("public/tracking/ended.html", theme="adult", lines=spoken(words.ENDED_LINES))
        except tracking.DoesNotMatch:
            form.fault(form.number, words.MISMATCH, words.MISMATCH_AGAIN)
        else:
            return _opened(key)
    closed, said = request.args.get("closed") == "1", _said()
    page = render_template(
        "public/tracking/look.html",
        theme="child",
        form=form,
        errors=form.faults,
        closed=closed,
        said=said,
        slow=status == 429,
    )
    return page, status


def _opened(key: tracking.Key) -> Response:
    before = visitor()
    session.mint()  # type: ignore[attr-defined]  # a key that somebody planted earlier opens nothing
    tracking.open_visit(visitor() or b"", key.case_id, before, key.holder)
    return redirect(url_for("tracking.case"))


@blueprint.get("/lost")
@door(Door.ANYONE)
def lost() -> str:
    code, number = spoken(words.LOST_LINES), spoken(words.LOST_NUMBER_LINES)
    return render_template("public/tracking/lost.html", theme="child", lines=code, number_lines=number)


@blueprint.get("/case")
@door(Door.CODE_HOLDER)
def case() -> str:
    return case_page(tracking.see(visitor(), reading=True), _said())


@blueprint.get("/case/opened")
@door(Door.CODE_HOLDER)
def opened() -> str:
    """Which people of the team opened it, and on which days."""
    seen = tracking.see(visitor())
    rows = [(one.name, day(one.day), one.times) for one in tracking.who_opened(visitor())]
    return render_template("public/tracking/opened.html", **look_of(seen), rows=rows)


@blueprint.route("/case/message", methods=BOTH)
@door(Door.CODE_HOLDER)
def message() -> str | Response:
    return _write(Deed.MESSAGE, tracking_deeds.send_message)


@blueprint.route("/case/add", methods=BOTH)
@door(Door.CODE_HOLDER)
def add() -> str | Response:
    return _write(Deed.ADD, tracking_deeds.add)


def _write(deed: Deed, verb: Callable[[bytes | None, str], None]) -> str | Response:
    form = MessageForm(words.KINDS[deed])
    if form.sent() and not form.stays(visitor()):
        if form.says_something(visitor()):
            return _done(deed, lambda: verb(visitor(), form.typed))
        form.fault(form.words, words.NO_WORDS, words.NO_WORDS_AGAIN)
    return _page(deed, form)


@blueprint.route("/case/next", methods=BOTH)
@door(Door.CODE_HOLDER)
def next_step() -> str | Response:
    form = MessageForm(words.KINDS[Deed.NEXT_STEP])
    if form.sent() and not form.stays(visitor()):
        return _done(Deed.NEXT_STEP, lambda: tracking_deeds.ask_next_step(visitor(), form.typed))
    seen = tracking.see(visitor())
    if not seen.may_go_on:
        raise tracking_deeds.NotNow
    return _page(Deed.NEXT_STEP, form)


@blueprint.route("/case/more", methods=BOTH)
@door(Door.CODE_HOLDER)
def complain() -> str | Response:
    form = MessageForm(words.KINDS[Deed.CARRY_ON])
    if form.sent() and not form.stays(visitor()):
        return _done(Deed.CARRY_ON, lambda: tracking_deeds.complain(visitor(), form.typed))
    if not tracking.see(visitor()).may_complain:
        raise tracking_deeds.NotNow
    return _page(Deed.CARRY_ON, form)


@blueprint.route("/case/stop", methods=BOTH)
@door(Door.CODE_HOLDER)
def take_back() -> str | Response:
    form = TakeBackForm()
    if form.sent():
        return _done(Deed.TAKE_BACK, lambda: tracking_deeds.take_back(visitor(), form.reason.data or "", form.typed))
    return _page(Deed.TAKE_BACK, form)


@blueprint.route("/case/side", methods=BOTH)
@door(Door.CODE_HOLDER)
def advocate() -> str | Response:
    form = TrackingForm()
    if form.sent():
        return _done(Deed.ADVOCATE, lambda: tracking_deeds.ask_advocate(visitor()))
    return _page(Deed.ADVOCATE, form)


@blueprint.route("/case/rate", methods=BOTH)
@door(Door.CODE_HOLDER)
def rate() -> str | Response:
    form = RateForm()
    if form.sent() and not form.says_something:
        return redirect(url_for("tracking.case"))  # all of it can be skipped, and nothing is no answer
    if form.sent():
        return _done(Deed.RATE, lambda: tracking_deeds.rate(visitor(), form.picked, form.typed))
    return _page(Deed.RATE, form)


@blueprint.route("/case/code", methods=BOTH)
@door(Door.CODE_HOLDER)
def change_code() -> str | Response:
    form = TrackingForm()
    seen = tracking.see(visitor())
    if form.sent():
        tracking_deeds.renew_code(visitor())
        return redirect(url_for("tracking.change_code", new="1"))  # loading it again makes no other code
    code = tracking_deeds.fresh_code(visitor()) if request.args.get("new") == "1" else None
    if code:
        return render_template(
            "public/tracking/new_code.html", **look_of(seen), number=format_reference(seen.reference), code=code,
            alone=seen.shared is not None and seen.shared.cut,
        )  # fmt: skip
    lines = spoken(words.NEW_CODE_LINES)
    return render_template("public/tracking/code.html", **look_of(seen), form=form, errors=form.faults, lines=lines)


@blueprint.post("/case/close")
@door(Door.CODE_HOLDER)
def close() -> Response:
    tracking.close(visitor())  # whatever its token: a page that was open for long must close all the same
    response = redirect(url_for("home.index"))
    response.headers["Clear-Site-Data"] = '"cache"'  # what the Back button would bring up again
    return response


@blueprint.get("/case/paper/<int:number>")
@door(Door.CODE_HOLDER)
def paper(number: int) -> Response:
    """A paper that the team added for the person."""
    seen = tracking.see(visitor())
    file = next((one for one in shared_files_of(seen.case_id, seen.holder) if one.id == number), None)
    if file is None or not seen.may_read or not may_be_opened(file):
        abort(404)
    return attachment(body_of(file), file.media, f"{number}.{ENDINGS[file.media]}")


def _said() -> str | None:
    """What was just done, in words."""
    return next((words.DONE[deed] for deed, number in SAID.items() if number == request.args.get("said")), None)


def _done(deed: Deed, verb: Callable[[], None]) -> Response:
    verb()
    return redirect(url_for("tracking.case", said=SAID[deed]))


def _page(deed: Deed, form: TrackingForm) -> str:
    seen = tracking.see(visitor())
    if isinstance(form, MessageForm):
        form.draw(visitor(), seen.audience)
    return deed_page(deed, form, seen)
