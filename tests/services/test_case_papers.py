"""What a case was about and what came of it, written and read again on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.children import AnswerFrom, CareStatus, Impairment, Relationship
from portal.domain.findings import Outcome
from portal.domain.putting_right import ActionStatus, Basis, PaymentDetail
from portal.domain.register_words import AskedBy, MemberConsent
from portal.domain.words import Happening
from portal.records.children import children_of
from portal.records.concerns import outcomes_of
from portal.records.learning import open_actions
from portal.records.monitoring import monitoring_by
from portal.records.registers import MemberEnquiry, entries, lines_of
from portal.records.remedies import Payment, rows_of
from portal.records.timeline import timeline_of
from portal.services import children_in_case, concerns, deciding, learning, registering, remedying
from portal.services.case_writing import NotLikeThis
from tests import makers as make
from tests.application import NOON


def test_everything_is_kept_and_each_verb_has_its_sentence(either_app: Flask, at) -> None:
    at(NOON)
    with either_app.app_context():
        made, who = make.case(), make.officer().id
        concerns.add(made.id, who, concerns.Head("They moved my meeting.", "communication"))
        deciding.decide(made.id, who, 1, {1: Outcome.UPHELD})
        remedying.pay(
            made.id, who, remedying.Paying(PaymentDetail.EXPENSES, 995, Basis.COUNCIL, date(2026, 12, 1), "Director")
        )
        number = learning.learn(
            made.id, who, learning.Learned(1, "Issue", "", "Action", "all", "Manager", date(2026, 12, 4))
        )
        learning.review(made.id, who, number, learning.Look(ActionStatus.IN_PROGRESS, "Begun.", date(2026, 12, 11)))
        children_in_case.write_child(made.id, who, children_in_case.Child(Relationship.SELF, CareStatus.CHILD_IN_NEED))
        answers = children_in_case.Answers({"disabled": "yes"}, AnswerFrom.SELF, (Impairment.VISION,))
        children_in_case.keep_monitoring(made.id, who, 1, answers)
        texts = {"member": "Councillor Ash", "about": "The meeting"}
        entry = registering.FromMember(AskedBy.MP, date(2026, 12, 1), MemberConsent.NOT_CHECKED, texts)
        registering.enter_member(who, entry, made.id)
    with either_app.app_context():
        assert list(outcomes_of(made.id).values()) == ["upheld"]
        assert [row.pence for row in rows_of(Payment, made.id)] == [995]
        assert [(row.due_on, row.status) for row in open_actions("fostering")] == [(date(2026, 12, 11), "in_progress")]
        found = monitoring_by(children_of(made.id)[0].monitoring_key)
        assert found and found.impairments == ["vision"] and found.sex_missing == "not_recorded"
        (row,) = entries(MemberEnquiry, still_open=True)
        assert [line.words for line in lines_of("member", row.id)] == ["Entered"]
        assert [line.happening for line in timeline_of(made.id)][1:] == [
            Happening.CONCERN_RECORDED,
            Happening.OUTCOME_RECORDED,
            Happening.PAYMENT_RECORDED,
            Happening.LEARNING_RECORDED,
            Happening.LEARNING_REVIEWED,
            Happening.CHILD_RECORDED,
            Happening.MONITORING_RECORDED,
            Happening.REGISTER_LINKED,
        ]


def test_a_verb_that_is_refused_leaves_nothing_behind(app: Flask, at) -> None:
    at(NOON)
    with app.app_context():
        made, who = make.case(), make.officer().id
        before = len(timeline_of(made.id))
        for head in (
            concerns.Head("Words", "no_such_thing"),
            concerns.Head("Words", "communication", "finance"),
            concerns.Head("Words", "communication", team="nobody"),
            concerns.Head("Words", "communication", function="nothing"),
            concerns.Head("", "communication"),
        ):
            with pytest.raises(NotLikeThis):
                concerns.add(made.id, who, head)
        assert len(timeline_of(made.id)) == before and outcomes_of(made.id) == {}
