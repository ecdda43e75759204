"""Enquiries of councillors, MPs and the Ombudsman, from the day they came to their close, as their tables say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.register_words import AskedBy, MemberConsent, OmbudsmanOutcome, OmbudsmanService
from portal.domain.stage_words import Fact
from portal.domain.stages import NotPossible
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry, lines_of
from portal.records.timeline import timeline_of
from portal.services.case_writing import NotLikeThis
from portal.services.register_steps import Brought, late, take
from portal.services.registering import FromMember, FromOmbudsman, enter_member, enter_ombudsman
from tests import makers as make
from tests.services.desk import MONDAY
from tests.services.story import At


@pytest.fixture(autouse=True)
def _monday(at: At) -> None:
    at(MONDAY)


def way(register: str, number: int) -> list[tuple[str | None, str | None]]:
    return [(line.event, line.reached) for line in lines_of(register, number)]


def asked(consent: MemberConsent = MemberConsent.NOT_CHECKED) -> FromMember:
    return FromMember(AskedBy.MP, date(2026, 11, 28), consent, {"member": "An MP", "about": "Why so long?"})


def test_a_member_enquiry_waits_for_consent_is_given_to_a_team_and_answered_in_time(either_app: Flask, at: At) -> None:
    with either_app.app_context():
        officer, manager = make.officer().id, make.officer(Role.COMPLAINTS_MANAGER).id
        number = enter_member(officer, asked())
        row = db.session.get_one(MemberEnquiry, number)
        assert (row.state, row.due_on) == ("received", date(2026, 12, 14)), "it came on a Saturday"
        take("member", number, officer, "ask_consent", Brought())
        with pytest.raises(NotPossible) as refused:
            take("member", number, officer, "allocate", Brought(team="fostering"))
        assert refused.value.missing == (Fact.CONSENT_CHECKED,)
        take("member", number, officer, "allocate", Brought(team="fostering", consent=MemberConsent.REFUSED))
        at(datetime(2026, 12, 16, 9, tzinfo=UTC))
        assert late("member", row)
        take("member", number, officer, "reply", Brought(on=date(2026, 12, 14)))
        assert (row.state, row.open, row.replied_on) == ("replied", False, date(2026, 12, 14)) and not late(
            "member", row
        )
        take("member", number, officer, "close", Brought())
        with pytest.raises(NotPossible, match="Somebody else"):
            take("member", number, officer, "reopen", Brought(reason="They wrote again."))
        take("member", number, manager, "reopen", Brought(reason="They wrote again."))
        assert row.state == "replied"
        assert way("member", number) == [
            (None, None), ("ask_consent", "consent_check"), ("allocate", "allocated"), ("reply", "replied"),
            ("close", "closed"), ("reopen", "replied"),
        ]  # fmt: skip


def test_what_is_really_a_complaint_becomes_one_with_its_own_number(app: Flask) -> None:
    with app.app_context():
        officer = make.officer().id
        number = enter_member(officer, asked())
        with pytest.raises(NotLikeThis, match="Record the complaint first"):
            take("member", number, officer, "escalate", Brought())
        made = make.case()
        take("member", number, officer, "escalate", Brought(case_id=made.id))
        row = db.session.get_one(MemberEnquiry, number)
        assert (row.case_id, row.state, row.open) == (made.id, "closed", False)
        assert Happening.REGISTER_LINKED in {line.happening for line in timeline_of(made.id)}


def test_an_ombudsman_enquiry_goes_from_their_letter_to_the_remedy(either_app: Flask, at: At) -> None:
    with either_app.app_context():
        officer, manager = make.officer().id, make.officer(Role.COMPLAINTS_MANAGER).id
        made = make.case()
        letter = {"their_reference": "26 001 234", "about": "A delay"}
        found = FromOmbudsman(date(2026, 11, 30), date(2026, 12, 7), OmbudsmanService.CHILDRENS_SOCIAL_CARE, letter)
        number = enter_ombudsman(officer, found, made.id)
        row = db.session.get_one(OmbudsmanEnquiry, number)
        take("ombudsman", number, officer, "asked", Brought(due_on=date(2026, 12, 11)))
        at(datetime(2026, 12, 14, 9, tzinfo=UTC))
        assert late("ombudsman", row)
        take("ombudsman", number, officer, "answered", Brought(on=date(2026, 12, 11)))
        assert row.replied_on == date(2026, 12, 11) and not late("ombudsman", row)
        with pytest.raises(NotLikeThis, match="date by which"):
            take("ombudsman", number, officer, "provisional", Brought())
        take("ombudsman", number, officer, "provisional", Brought(due_on=date(2026, 12, 21)))
        assert row.replied_on is None, "they want an answer to their draft as well"
        with pytest.raises(NotLikeThis, match="what they decided"):
            take("ombudsman", number, officer, "decided", Brought())
        take("ombudsman", number, officer, "decided",
             Brought(outcome=OmbudsmanOutcome.UPHELD_INJUSTICE, investigated=True))  # fmt: skip
        with pytest.raises(NotPossible, match="Somebody else"):
            take("ombudsman", number, officer, "remedy", Brought())
        take("ombudsman", number, manager, "remedy",
             Brought(remedy="Say sorry.", pence=15000, remedy_due_on=date(2027, 1, 11)))  # fmt: skip
        with pytest.raises(NotPossible, match="A reason is needed"):
            take("ombudsman", number, manager, "remedied", Brought())
        at(datetime(2027, 1, 8, 9, tzinfo=UTC))
        take("ombudsman", number, manager, "remedied", Brought(reason="We wrote and paid."))
        take("ombudsman", number, officer, "close", Brought())
        assert (row.state, row.open, row.remedied_on, row.pence) == ("closed", False, date(2027, 1, 8), 15000)
        assert row.texts["remedy"] == "Say sorry."
        assert [event for event, _ in way("ombudsman", number)] == [
            None, "asked", "answered", "provisional", "decided", "remedy", "remedied", "close",
        ]  # fmt: skip


def test_no_step_happens_before_they_wrote_or_tomorrow(app: Flask) -> None:
    with app.app_context():
        officer = make.officer().id
        number = enter_member(officer, asked(MemberConsent.GIVEN))
        for day in (date(2026, 11, 27), date(2026, 12, 1)):
            with pytest.raises(NotLikeThis):
                take("member", number, officer, "ask_consent", Brought(on=day))


def test_one_that_came_too_early_is_over_until_they_come_back(app: Flask) -> None:
    with app.app_context():
        officer = make.officer().id
        found = FromOmbudsman(date(2026, 11, 30), date(2026, 12, 7), OmbudsmanService.EDUCATION, {"about": "x"})
        number = enter_ombudsman(officer, found)
        take("ombudsman", number, officer, "too_early", Brought())
        row = db.session.get_one(OmbudsmanEnquiry, number)
        assert row.state == "premature_returned" and not late("ombudsman", row)
        take("ombudsman", number, officer, "close", Brought())
        assert not row.open
