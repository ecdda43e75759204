"""Who handed a complaint in is known from its form, and is counted in the report; on paper nobody knows yet."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.children import ComplaintOf, SubmittedBy
from portal.records.children import who_of
from portal.services.accounting import bundle_of
from portal.services.children_in_case import say_who
from tests import makers as make


@pytest.mark.parametrize(
    ("journey", "told", "by"),
    [
        ("young_person", {}, SubmittedBy.CHILD_ALONE),
        ("easy", {}, SubmittedBy.CHILD_ALONE),
        ("adult", {"relationship": "parent"}, SubmittedBy.SELF),
        ("adult", {"relationship": "professional"}, SubmittedBy.OTHER_FOR_CHILD),
        ("for_child", {"speaker_name": "Jo", "role": "advocacy"}, SubmittedBy.ADVOCATE_FOR_CHILD),
    ],
)
def test_each_form_says_who_handed_it_in(app: Flask, journey: str, told: dict[str, str], by: SubmittedBy) -> None:
    with app.app_context():
        made = make.case(journey, **told)
        counted = bundle_of(made.case)
        assert counted is not None and counted.representation["submitted_by"] == by.value


def test_what_the_team_says_counts_instead(app: Flask) -> None:
    with app.app_context():
        made, officer = make.case("young_person"), make.officer().id
        say_who(made.id, officer, ComplaintOf.CHILD_IN_NEED, SubmittedBy.CHILD_WITH_ADVOCATE)
        said = who_of(made.id)
        assert said is not None and said.submitted_by == SubmittedBy.CHILD_WITH_ADVOCATE
