"""A journey's answers as one flat row."""

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.columns import columns, flatten
from portal.domain.journeys.pages import Answers, Journey
from tests.domain.journeys.walking import each_journey

YOUNG = JOURNEYS["young_person"]
ADULT = JOURNEYS["adult"]


@each_journey
def test_every_question_has_one_column_and_no_two_share_a_name(journey: Journey) -> None:
    names = columns(journey)
    assert len(names) == len(set(names))
    assert {question.key for question in journey.questions()} <= set(names)


@each_journey
def test_nothing_said_is_an_empty_row(journey: Journey) -> None:
    assert flatten(journey, {}) == dict.fromkeys(columns(journey), "")


def test_an_anything_else_box_has_its_own_column_beside_its_question() -> None:
    names = columns(YOUNG)
    assert names[names.index("wanted") + 1] == "wanted_other"
    assert {name for name in names if name.endswith("_other")} == {"wanted_other", "needs_other"}


def test_ticks_and_children_are_one_cell_each() -> None:
    answers: Answers = {
        "about": ["delay", "home"],
        "children": [
            {"first_name": "Ann", "last_name": "Lee", "age": "9"},
            {"first_name": "Bo", "last_name": "", "age": ""},
            {"first_name": "", "last_name": "", "age": "4"},
            {"first_name": "Cy"},
            {"first_name": "", "last_name": "", "age": ""},
        ],
        "wanted_other": "A garden",
    }
    row = flatten(ADULT, answers)
    assert row["about"] == "delay; home"
    assert row["children"] == "Ann Lee (9); Bo; (4); Cy"
    assert row["wanted_other"] == "A garden"


def test_answers_to_no_question_are_left_out() -> None:
    assert "token" not in flatten(YOUNG, {"token": "x", "story": "It rained."})
    assert flatten(YOUNG, {"token": "x", "story": "It rained."})["story"] == "It rained."


def test_files_are_told_by_what_they_are_and_not_by_our_names_for_them() -> None:
    row = flatten(JOURNEYS["young_person"], {"files": ["photo-00ff", "sound-11", "photo-22"]})
    assert row["files"] == "photo; sound; photo"
    assert flatten(JOURNEYS["young_person"], {})["files"] == ""
