"""What triage begins with: what somebody told us, and nothing that has to be guessed."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.children import ComplaintOf, SubmittedBy
from portal.domain.eligibility import Answers
from portal.domain.eligibility_words import Complainant, Elsewhere, Matter, Safety, Wants
from portal.services.children_in_case import say_who
from portal.services.screening import answers_of
from tests import makers as make


@pytest.mark.parametrize(
    ("safe", "expected"),
    [
        ("no", Answers(Safety.IN_DANGER, Wants.ANSWER, Matter.SUPPORT, complainant=Complainant.CHILD)),
        ("no_say", Answers(Safety.UNSURE, Wants.ANSWER, Matter.SUPPORT, complainant=Complainant.CHILD)),
        ("", Answers(None, Wants.ANSWER, Matter.SUPPORT, complainant=Complainant.CHILD)),
    ],
)
def test_what_a_child_told_us_is_filled_in(app: Flask, safe: str, expected: Answers) -> None:
    with app.app_context():
        assert answers_of(make.case(safe=safe).case) == expected


def test_what_an_adult_told_us_is_filled_in_and_no_time_is_guessed(app: Flask) -> None:
    with app.app_context():
        made = make.case(
            "adult", name="Ann", relationship="special_guardian", court="yes", danger="no", when="March 2019"
        )
        found = answers_of(made.case)
    assert (found.complainant, found.matter) == (Complainant.SPECIAL_GUARDIAN, Matter.SPECIAL_GUARDIANSHIP)
    assert (found.elsewhere, found.safety, found.when) == (Elsewhere.COURT, Safety.SAFE, None)


@pytest.mark.parametrize(
    ("of", "by", "expected"),
    [
        (ComplaintOf.CHILD_LOOKED_AFTER, SubmittedBy.ADVOCATE_FOR_CHILD, Complainant.FOR_CHILD),
        (ComplaintOf.CHILD_LOOKED_AFTER, SubmittedBy.CHILD_WITH_ADVOCATE, Complainant.CHILD),
        (ComplaintOf.IFA_FOSTER_CARER, SubmittedBy.SELF, Complainant.INTERESTED),
        (ComplaintOf.SOLICITOR, SubmittedBy.SELF, Complainant.PARENT),
    ],
)
def test_whose_complaint_it_is_counts_before_the_form_where_staff_wrote_it_down(
    app: Flask, of: ComplaintOf, by: SubmittedBy, expected: Complainant
) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann", relationship="parent")
        say_who(made.id, make.officer().id, of, by)
        assert answers_of(made.case).complainant is expected
