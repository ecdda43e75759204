"""Teams and kinds of concern over the years."""

import pytest

from portal.domain.taxonomy import Term, TermNotValid, Terms, TermsDisagree, UnknownTerm

TEAMS = Terms(
    (
        Term("area_radford", "Area team Radford", valid_to=2017, successors=("team_radford", "team_west")),
        Term("team_radford", "Team Radford", valid_from=2018, valid_to=2019, successors=("team_west",)),
        Term("team_west", "Team West", valid_from=2018),
        Term("lac", "LAC & LAC permanency", valid_to=2017),
        Term("lac", "LAC/permanency", valid_from=2018),
        Term("provider", "Provider services"),
        Term("fostering", "Fostering", parent="provider"),
    )
)
CONCERNS = Terms(
    (
        Term("staff_conduct", "Social worker", canonical="staff_conduct"),
        Term("staff_conduct_support", "Lack of support", parent="staff_conduct"),
        Term("service", "Standard of service delivery", canonical="standard_of_service"),
        Term("service_support", "Lack of support", parent="service"),
        Term("unmapped", "Something of our own"),
    )
)


def test_a_year_shows_the_teams_of_that_year_in_printing_order() -> None:
    assert [term.code for term in TEAMS.valid_in(2017)] == ["area_radford", "lac", "provider", "fostering"]
    assert [term.code for term in TEAMS.valid_in(2020)] == ["team_west", "lac", "provider", "fostering"]


def test_a_label_is_the_one_printed_in_that_year() -> None:
    assert TEAMS.label("lac", 2017) == "LAC & LAC permanency"
    assert TEAMS.label("lac", 2018) == "LAC/permanency"
    assert TEAMS.codes().count("lac") == 1


def test_a_code_the_list_never_had_is_told_apart_from_one_of_another_year() -> None:
    with pytest.raises(UnknownTerm, match="housing"):
        TEAMS.label("housing", 2018)
    with pytest.raises(TermNotValid, match="area_radford in 2018"):
        TEAMS.label("area_radford", 2018)
    with pytest.raises(UnknownTerm, match="housing"):
        TEAMS.successors("housing")


def test_a_tree_is_walked_down_and_up() -> None:
    assert [term.code for term in TEAMS.children("provider", 2018)] == ["fostering"]
    assert [term.code for term in TEAMS.path("fostering", 2018)] == ["provider", "fostering"]
    assert TEAMS.within("fostering", "provider")
    assert TEAMS.within("provider", "provider")
    assert not TEAMS.within("provider", "fostering")
    assert not TEAMS.within("housing", "provider")


def test_a_tree_is_walked_as_it_stood_in_that_year() -> None:
    moved = Terms(
        (
            Term("old", "Old service", valid_to=2017, canonical="support"),
            Term("new", "New service", valid_from=2018, canonical="care"),
            Term("team", "Team", valid_to=2017, parent="old"),
            Term("team", "Team", valid_from=2018, parent="new"),
        )
    )
    assert [term.code for term in moved.path("team", 2017)] == ["old", "team"]
    assert [term.code for term in moved.path("team", 2018)] == ["new", "team"]
    assert (moved.canonical("team", 2017), moved.canonical("team", 2018)) == ("support", "care")
    assert moved.within("team", "old") and moved.within("team", "new")


def test_the_same_words_under_two_parents_roll_up_to_their_own_canonical_code() -> None:
    assert CONCERNS.canonical("staff_conduct_support", 2016) == "staff_conduct"
    assert CONCERNS.canonical("service_support", 2016) == "standard_of_service"
    assert CONCERNS.canonical("unmapped", 2016) == ""


def test_a_team_that_was_split_and_renamed_is_followed_to_what_it_is_now() -> None:
    assert TEAMS.successors("area_radford") == ("team_west",)
    assert TEAMS.successors("lac") == ("lac",)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((Term("a", "A"), Term("a", "B", valid_from=2018)), "a stands twice"),
        ((Term("a", "A", valid_to=2018), Term("a", "B", valid_from=2018)), "a stands twice"),
        ((Term("a", "A", valid_from=2019, valid_to=2018),), "a ends in 2018"),
        ((Term("a", "A", parent="b"),), "a names b"),
        ((Term("a", "A", successors=("b",)),), "a names b"),
        ((Term("a", "A", parent="b"), Term("b", "B", parent="a")), "a is among its own parents"),
        ((Term("a", "A", successors=("b",)), Term("b", "B", successors=("a",))), "a is among its own successors"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(rows: tuple[Term, ...], words: str) -> None:
    with pytest.raises(TermsDisagree, match=words):
        Terms(rows)


def test_a_ring_is_found_among_many_links_that_lead_nowhere() -> None:
    leaves = [f"team_{number}" for number in range(40)]
    split = Term("a", "A", successors=(*leaves[:20], "back", *leaves[20:]))
    with pytest.raises(TermsDisagree, match="among its own successors"):
        Terms((split, Term("back", "Back", successors=("a",)), *(Term(leaf, leaf) for leaf in leaves)))
