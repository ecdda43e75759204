"""Who is told: every row of routing.csv is a situation that a complaints officer can read and correct."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import authorities
from portal.domain.authority import RoutingRule
from portal.domain.routing import CONFLICT, RoutingFacts, route

HERE = Path(__file__).parent
BROOKSHIRE = authorities.load(HERE / "brookshire.toml")
ROWS = list(csv.DictReader((HERE / "routing.csv").read_text(encoding="utf-8").splitlines()))


def facts(row: dict[str, str]) -> RoutingFacts:
    return RoutingFacts(
        kind=row["kind"],
        audience=row["audience"],
        topics=frozenset(filter(None, row["topics"].split(";"))),
        team=row["team"],
        urgent=row["urgent"] == "yes",
        named_people=(row["named"],),
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["what happens"] for row in ROWS])
def test_each_situation_reaches_the_mailboxes_in_the_table(row: dict[str, str]) -> None:
    routing = route(BROOKSHIRE, facts(row))
    assert ";".join(recipient.mailbox for recipient in routing.recipients) == row["told"]
    assert ";".join(routing.left_out) == row["left out"]


def test_each_recipient_comes_with_its_address_and_the_reason_for_staff() -> None:
    [recipient] = route(BROOKSHIRE, RoutingFacts(audience="adult")).recipients
    assert (recipient.address, recipient.why) == ("complaints@brookshire.example", "Complaints")


def test_the_conflict_mailbox_is_told_why_it_hears_instead_of_the_others() -> None:
    [alone] = route(BROOKSHIRE, RoutingFacts(audience="adult", named_people=("Priya Nair",))).recipients
    assert (alone.mailbox, alone.why) == ("monitoring_officer", CONFLICT)
    urgent = route(BROOKSHIRE, RoutingFacts(urgent=True, named_people=("Dawn",))).recipients[0]
    assert (urgent.mailbox, urgent.why) == ("monitoring_officer", "Someone asked to be called today")


def test_a_rule_for_one_journey_is_for_that_journey_alone() -> None:
    rule = RoutingRule(to=("advocacy",), why="From the page of the children's home", journeys=frozenset({"home"}))
    council = replace(BROOKSHIRE, routing=(*BROOKSHIRE.routing, rule))
    for journey, told in (("home", ["complaints", "advocacy"]), ("adult", ["complaints"]), ("", ["complaints"])):
        routing = route(council, RoutingFacts(audience="adult", journey=journey))
        assert [recipient.mailbox for recipient in routing.recipients] == told


def test_a_mailbox_with_another_name_but_the_same_address_is_left_out_as_well() -> None:
    boxes = dict(BROOKSHIRE.mailboxes)
    boxes["rights"] = replace(boxes["rights"], address="Complaints@brookshire.example")
    routing = route(replace(BROOKSHIRE, mailboxes=boxes), RoutingFacts(named_people=("Priya",)))
    assert [recipient.mailbox for recipient in routing.recipients] == ["monitoring_officer"]


def test_one_address_gets_one_letter_although_two_rules_ask_for_it() -> None:
    rules = (*BROOKSHIRE.routing, *BROOKSHIRE.routing)
    routing = route(replace(BROOKSHIRE, routing=rules), RoutingFacts(audience="adult"))
    assert [recipient.mailbox for recipient in routing.recipients] == ["complaints"]


def test_managers_who_manage_each_other_are_left_out_without_going_round_for_ever() -> None:
    boxes = dict(BROOKSHIRE.mailboxes)
    boxes["service_head"] = replace(boxes["service_head"], line=("looked_after",))
    routing = route(replace(BROOKSHIRE, mailboxes=boxes), RoutingFacts(team="looked_after", named_people=("Malcolm",)))
    assert set(routing.left_out) == {"looked_after", "service_head"}


@pytest.mark.parametrize("code", authorities.codes())
@pytest.mark.parametrize(
    "kind", ["complaint", "comment", "compliment", "enquiry", "advocacy_request", "member_enquiry"]
)
@pytest.mark.parametrize("audience", ["child", "adult"])
def test_every_shipped_council_tells_somebody_whatever_arrives(code: str, kind: str, audience: str) -> None:
    council = authorities.load(code)
    everybody = tuple(name for box in council.mailboxes.values() for name in box.people)
    assert route(council, RoutingFacts(kind=kind, audience=audience)).recipients
    assert route(council, RoutingFacts(kind=kind, audience=audience, named_people=everybody)).recipients


@given(
    named=st.lists(st.sampled_from([name for box in BROOKSHIRE.mailboxes.values() for name in box.people]), max_size=4),
    around=st.text(max_size=20),
    team=st.sampled_from(["", "looked_after", "fostering"]),
    urgent=st.booleans(),
)
def test_nobody_who_is_named_is_ever_told_and_somebody_always_is(
    named: list[str], around: str, team: str, urgent: bool
) -> None:
    typed = tuple(f"{around} {name}, {around}" for name in named)
    routing = route(BROOKSHIRE, RoutingFacts(team=team, urgent=urgent, named_people=typed))
    assert routing.recipients
    readers = {name for recipient in routing.recipients for name in BROOKSHIRE.mailboxes[recipient.mailbox].people}
    assert not readers & set(named)
