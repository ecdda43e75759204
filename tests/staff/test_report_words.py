"""The written report on the pages: sections with versions, quotes with consent alone, the checklist, the document."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from flask import Flask

from portal import clock
from portal.domain.access import Role
from portal.domain.compliments import PraiseFor, Source
from portal.domain.words import Kind
from portal.domain.years import ReportingYear
from portal.records.report_blocks import versions_of
from portal.services.importing import take_in
from portal.services.praising import Praise, describe
from portal.services.reporting import make_report
from tests import makers as make
from tests.councils.inventing import council
from tests.services.test_dataset import packed
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

WORDS = "/staff/report-words/2017-18"


@pytest.fixture
def counted(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        take_in(packed(tmp_path / "in", council(11)))


def write(officer: Visitor, section: str, words: str) -> Visitor:
    """Open the page of a section and keep these words."""
    return officer.open(f"{WORDS}/{section}/0").fill({"words": words})


def document(officer: Visitor, edition: str = "internal", form: str = "html", year: str = "2017-18") -> bytes:
    return officer.client.get(f"/staff/reports/file?year={year}&edition={edition}&format={form}&seen=1").data


@pytest.mark.usefixtures("counted")
def test_what_is_written_stands_in_the_document_between_the_tables(app: Flask, officer: Visitor) -> None:
    write(officer, "welcome", "Thank you <b>all</b>.\n\nWe listen.")
    assert "“Welcome” is kept." in officer.text
    papers = [link.get_text() for link in officer.page.select("main a[href*='format=']")]
    assert papers == ["As Word", "As PDF"]
    for edition in ("public", "internal"):
        page = document(officer, edition).decode()
        assert '<p class="letter__words">Thank you &lt;b&gt;all&lt;/b&gt;.</p>' in page
        assert page.index("Thank you") < page.index('id="chapter-summary"') < page.index('id="chapter-timescales"')
    with app.app_context():
        made = make_report(ReportingYear(2017), edition="internal")
        number = made.table("received-by-kind").row("statutory").values[0]
    assert f"{number} complaints were dealt with under the statutory procedure" in page
    with pikepdf.open(io.BytesIO(document(officer, form="pdf"))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert [str(one.Title) for one in _outline(pdf)][:2] == ["Welcome", "Background"]


def _outline(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """The bookmarks of the outermost level."""
    found, one = [], pdf.Root.Outlines.First
    while one is not None:
        found.append(one)
        one = one.get("/Next")
    return found


@pytest.mark.usefixtures("counted")
def test_every_version_is_kept_and_nobody_writes_over_somebody_elses_words(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    other = sign_in(Role.COMPLAINTS_MANAGER, name="Amara Osei")
    other.open(f"{WORDS}/learning/0")
    write(officer, "learning", "First.")
    other.fill({"words": "Second."})
    assert "Somebody else changed this section meanwhile" in other.text and "Second." in other.text
    other.open(f"{WORDS}/learning/0").fill({"words": "First and second."})
    with app.app_context():
        assert [block.text for block, _name in versions_of(2017, "learning")] == ["First and second.", "First."]
    assert "Amara Osei First and second." in officer.open(f"{WORDS}/learning/versions").text
    page = document(officer).decode()
    assert "First and second." in page and ">First.<" not in page


@pytest.mark.usefixtures("counted")
def test_the_checklist_shows_what_the_published_report_has_and_what_it_lacks(officer: Visitor) -> None:
    before = officer.open(WORDS).text
    assert "What is going to change Missing Write it under: What we will do" in before
    assert "How many went to the Ombudsman There Table: " in before
    write(officer, "actions", "We will write sooner.")
    after = officer.open(WORDS).text
    assert "What is going to change There Section: What we will do" in after
    write(officer, "actions", "")
    assert "What is going to change Missing" not in after
    assert "No table of the published report has it." in officer.open("/staff/report-words/2031-32").text


def test_a_table_in_which_nobody_answered_is_not_called_absent(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        make.case()
    page = officer.open(f"/staff/report-words/{ReportingYear.of(clock.today())}").text
    assert "Age Missing There is a table for it, “How old the children were”, but nobody recorded an answer." in page


def test_only_kind_words_with_consent_and_without_names_can_be_quoted(app: Flask, officer: Visitor) -> None:
    day = date(2017, 5, 2)
    quotes = {"Robin was so kind.": True, "They listened to me.": True, "Do not print this.": None}
    with app.app_context():
        writer = make.officer(Role.COMPLAINTS_OFFICER).id
    officer.open(f"{WORDS}/quotes")
    assert "Nobody has agreed to be quoted this year" in officer.text
    assert officer.page.select_one("main form") is None, "and there is nothing to press"
    with app.app_context():
        for words, may in quotes.items():
            made = make.case(kind=Kind.COMPLIMENT, received=day, name="Robin Ash")
            praise = Praise(Source.OTHER, [PraiseFor.COMMUNICATION], quote=words if may else "", may_quote=may)
            describe(made.id, writer, praise)
    officer.open(f"{WORDS}/quotes")
    assert "They listened to me." in officer.text
    assert "Robin was so kind" not in officer.text and "Do not print" not in officer.text
    box = officer.form.select_one("input[type=checkbox]")
    assert box is not None
    officer.fill({"quotes": [str(box["value"])]})
    assert "The quotes are kept." in officer.text
    assert '<blockquote class="quote" dir="auto">They listened to me.</blockquote>' in document(officer).decode()
    with app.app_context():
        describe(2, writer, Praise(Source.OTHER, [PraiseFor.COMMUNICATION], may_quote=False))
    assert "They listened to me." not in document(officer).decode()


def test_a_quote_about_an_officer_is_not_theirs_to_choose(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        writer = make.officer(Role.COMPLAINTS_OFFICER).id
        made = make.case(kind=Kind.COMPLIMENT, received=date(2017, 5, 2), worker="Rowan Carter")
        describe(made.id, writer, Praise(Source.OTHER, [PraiseFor.COMMUNICATION], quote="So kind.", may_quote=True))
    theirs = sign_in(Role.COMPLAINTS_MANAGER, name="Rowan Carter")
    assert "So kind." not in theirs.open(f"{WORDS}/quotes").text
    assert "Nobody has agreed to be quoted this year" in theirs.text


@pytest.mark.usefixtures("counted")
def test_others_may_read_the_list_and_not_write(sign_in: SignIn) -> None:
    senior = sign_in(Role.SENIOR_MANAGER)
    assert "Write it" not in senior.open(WORDS).text.replace("Write it under", "")
    assert senior.client.get(f"{WORDS}/welcome/0").status_code == 403


@pytest.mark.parametrize("page", ["/nowhere/0", "/nowhere/versions"])
def test_a_section_there_is_not_is_not_found(officer: Visitor, page: str) -> None:
    assert officer.open(f"{WORDS}{page}").answer.status_code == 404
    assert officer.open("/staff/report-words/2017").answer.status_code == 404
    assert officer.open("/staff/report-words/1066-67").answer.status_code == 404


@pytest.mark.usefixtures("counted")
def test_a_quarter_is_tables_alone(officer: Visitor) -> None:
    write(officer, "welcome", "Thank you all.")
    quarter = officer.client.get("/staff/reports/file?year=2017-18&edition=internal&quarter=2&format=html").text
    assert "Thank you all." not in quarter and "Table 1" in quarter
