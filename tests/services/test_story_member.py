"""What a councillor, an MP or the Ombudsman wrote about one person, taken in as a case: from receipt to close."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.children import ConsentHow, ConsentScope
from portal.domain.clock_rules import ClockId
from portal.domain.stages import NotPossible
from portal.domain.words import Kind, State
from portal.services.speaking_for import Agreement, record_consent
from tests.services.story import At, story_at_monday

MONDAY = date(2026, 11, 30)


def test_a_member_enquiry_taken_in_as_a_case_waits_for_consent_and_is_answered_in_ten_days(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.MEMBER_ENQUIRY)
    with app.app_context():
        assert story.where == ("member", "received", State.RECEIVED)
        assert (story.heap, story.page) == (["new"], "sent")
        assert story.started(ClockId.MEMBER_ENQUIRY) == MONDAY and story.made.case.due_on == date(2026, 12, 14)
        story.do(story.officer, "ask_consent")
        with pytest.raises(NotPossible, match="consent has not been checked"):
            story.do(story.officer, "allocate")
        agreed = Agreement("The mother", "Councillor Ash", ConsentHow.WRITTEN, [ConsentScope.RECEIVE_REPLY], MONDAY)
        record_consent(story.made.id, story.officer, agreed)
        story.do(story.officer, "allocate")
        story.later(at, 8)
        story.do(story.officer, "reply")
        assert story.where == ("member", "replied", State.ANSWERED)
        assert story.stopped(ClockId.MEMBER_ENQUIRY) == date(2026, 12, 8)
        assert story.stopped(ClockId.ACKNOWLEDGEMENT) == date(2026, 12, 8)
        story.do(story.officer, "close")
        assert story.where == ("member", "closed", State.CLOSED)
        assert story.papers() == ["finished"]


def test_what_the_ombudsman_sent_back_can_be_taken_on_from_its_first_day(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.route("to_ombudsman")
        assert story.where[:2] == ("ombudsman", "notified")
        story.later(at, 2)
        story.do(story.officer, "too_early")
        story.do(story.officer, "escalate")
        assert story.where[:2] == ("intake", "triage") and story.made.case.due_on == date(2026, 12, 14)
        story.look()
        story.route("to_statutory")
        assert story.where[:2] == ("statutory", "S1_open")
