"""What a journey shows: start, question, check, receipt and saved pages, made from the registry."""

from dataclasses import replace
from typing import Any

from flask import g, render_template, session, url_for
from flask_babel import gettext
from markupsafe import Markup

from portal.domain.journeys.pages import Answers, Journey, Line, Page, Question, When
from portal.domain.journeys.validation import faults
from portal.domain.references import SecretCode
from portal.public import sending_files
from portal.public.noting import note_before
from portal.public.place import Place, receipt_url
from portal.web.answers import played_back
from portal.web.fields import PageForm
from portal.web.text import say, spoken


def look(journey: Journey) -> dict[str, Any]:
    return {"theme": journey.audience, "easy": journey.big}


def start(journey: Journey, variant: str) -> str:
    """The page before the first question: it costs a stranger no draft, no cookie and no query."""
    text = (*journey.start.text, *(journey.start.leaver_text if variant else ()))
    carried: dict[str, Any] = {"v": variant} if variant else {}
    return render_template(
        "public/journeys/start.html",
        **look(journey),
        journey=journey,
        variant=variant,
        lines=spoken(text),
        receipt_url=receipt_url(journey),
        first_url=url_for(f"{journey.code}.page", slug=journey.pages[0].slug, **carried),
        ways={
            way: url_for(f"{journey.code}.page", slug=slugs[0], w=way, **carried)
            for way, slugs in journey.ways.items()
            if way != "more"
        },
    )


def question_page(
    place: Place, page: Page, form: PageForm, *, token_failed: bool = False, starting: bool = False
) -> str:
    """A page of questions, with what is wrong at each field; `starting` when it stands at the journey's own address."""
    route = place.journey.route(place.way, place.answers)
    numbered = [one for one in route if not one.only]
    sending_files.list_kept(place, form)
    step = sum(1 for one in route[: route.index(page) + 1] if not one.only) if page in route else 0
    return render_template(
        "public/journeys/asking_start.html" if starting else "public/journeys/question.html",
        **look(place.journey),
        place=place,
        page=page,
        form=form,
        errors=_errors(form, token_failed),
        asked=_nested(form.questions),
        lines=spoken(page.text),
        pictured=_pictured(page.text),
        opening=_pictured(place.journey.start.text) if starting else [],
        beside=_pictured((place.journey.beside,)) if place.journey.beside and _helped(place) else [],
        note=note_before(place, route, page),
        back_url=_back(place, route, page),
        starting=starting,
        receipt_url=receipt_url(place.journey) if starting and place.sent_already else "",
        sending=place.sends_from(page),
        rows=_rows(place, without=page) if place.sends_from(page) and not place.journey.apart else [],
        step=step,
        total=len(numbered),
        keep_alive_url=url_for(f"{place.journey.code}.alive"),
    )


def _pictured(lines: tuple[Line, ...]) -> list[tuple[str, str | Markup, str]]:
    """The lines to show, each with the name of the picture beside it and the number to ring, or ""."""
    return [(line.picture, said, say(line.call)) for line in lines for said in spoken((line,))]


def _helped(place: Place) -> bool:
    return any(condition.holds(place.answers) for condition in place.journey.beside_when)


def _errors(form: PageForm, token_failed: bool) -> list[tuple[str, str]]:
    """What is wrong and where; the same words said of two questions name the question."""
    if token_failed:
        return [
            (
                "main",
                gettext("This page was open for a long time. Your words are still here. Press the button once more."),
            )
        ]
    found = [(field, field.errors[0]) for field in form if field.errors]
    said = [words for _field, words in found]
    return [(field.id, f"{field.label.text} – {words}" if said.count(words) > 1 else words) for field, words in found]


def _nothing_new() -> list[tuple[str, str]]:
    return [("main", gettext("There is nothing new to send yet. Answer one question, or go back."))]


def _nested(questions: tuple[Question, ...]) -> list[tuple[Question, dict[str, list[Question]]]]:
    """Each question with those that belong under one of its options.

    A condition with a single code on this very page.
    """
    under: dict[str, dict[str, list[Question]]] = {question.key: {} for question in questions}
    loose = []
    for question in questions:
        condition = question.only[0] if len(question.only) == 1 else None
        if isinstance(condition, When) and condition.key in under and len(condition.codes) == 1:
            under[condition.key].setdefault(next(iter(condition.codes)), []).append(question)
        else:
            loose.append(question)
    return [(question, under[question.key]) for question in loose]


def _back(place: Place, route: tuple[Page, ...], page: Page) -> str:
    if place.changing:
        return place.check_url()
    position = route.index(page) if page in route else 0
    if position == 0 and place.journey.start.asks:
        return url_for("home.index")
    if position == 0:
        return place.url("done" if place.draft and place.draft.case_id else "start")
    return place.url("page", slug=route[position - 1].slug)


def after(place: Place, page: Page, answers: Answers) -> str:
    """Where to go once a page is answered.

    The next one, or back to the check page when a change opened no new branch.
    """
    route = place.journey.route(place.way, answers)
    follow = route[route.index(page) + 1 :] if page in route else route
    code = place.journey.code
    if place.changing:
        keys = {question.key for question in page.questions}
        opened = [one for one in follow[:1] if any(condition.key in keys for condition in one.only)]
        there = replace(place, answers=answers)
        return there.url("page", slug=opened[0].slug, c="1") if opened else there.check_url()
    carried: dict[str, Any] = {"w": "more"} if place.way == "more" else {}
    return url_for(f"{code}.page", slug=follow[0].slug, **carried) if follow else url_for(f"{code}.check", **carried)


def first_fault(place: Place) -> Page | None:
    """The first page whose answers cannot be sent as they are."""
    route = place.journey.route(place.way, place.answers)
    return next((page for page in route if faults(page, place.answers)), None)


def _rows(place: Place, without: Page | None = None) -> list[dict[str, Any]]:
    """Each question with its answer and the way to change it."""
    said = played_back(place.journey, place.way, place.variant, place.answers, blanks=True)
    return [
        {
            "label": one.label,
            "value": sending_files.shown(place, one) or one.value or gettext("You left this blank"),
            "change_url": place.url("page", slug=one.page.slug, c="1"),
            "own_words": one.own_words and bool(one.value),
            "tiles": _tiles(one.question, place.answers),
        }
        for one in said
        if one.page != without
    ]


def _tiles(question: Question, answers: Answers) -> list[tuple[str, str]]:
    """What was picked, as picture and word, where it was picked from pictures."""
    answer = answers.get(question.key) or ()
    picked = {answer} if isinstance(answer, str) else {code for code in answer if isinstance(code, str)}
    return [(one.picture, say(one.label)) for one in question.options if one.picture and one.code in picked]


def check_page(place: Place, *, token_failed: bool = False, empty: bool = False) -> str:
    """Every question and answer played back, each with its Change link."""
    rows = _rows(place)
    form = PageForm()
    return render_template(
        "public/journeys/check.html",
        **look(place.journey),
        place=place,
        rows=rows,
        form=form,
        errors=_errors(form, token_failed) if token_failed else _nothing_new() if empty else [],
        lines=spoken(place.journey.check.text),
        keep_alive_url=url_for(f"{place.journey.code}.alive"),
    )


def saved_page(place: Place, code: SecretCode) -> str:
    """The code under which a half-written form was put away; the visit is over with it."""
    session.end()  # type: ignore[attr-defined]  # a VisitSession on this site
    return render_template("public/journeys/saved.html", **look(place.journey), code=code, language=g.lang)
