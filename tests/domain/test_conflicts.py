"""Words about "one person" and the workers they could mean."""

import pytest

from portal.domain.conflicts import could_mean, could_mean_job


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("my social worker Jo Smith, and her boss", "Jo Smith"),
        ("JO", "Jo Smith"),
        ("joanne", "Jo Smith"),
        ("smith", "Jo Smith"),
        ("J Smith", "Jo Smith"),
        ("JS", "Jo Smith"),
        ("j. s.", "Jo Smith"),
        ("jo smiths boss", "Jo Smith"),
        ("Jo’s manager", "Jo Smith"),
        ("Smyth", "Jo Smith"),
        ("Jon", "John Brown"),
        ("Mrs O'Neil", "Una O’Neill"),
        ("oneill", "Una O'Neill"),
        ("Smith", "Ann Smith-Jones"),
        ("rene", "René Dupont"),
        ("Lukasz", "Łukasz Nowak"),
        ("los", "Jan Łoś"),
        ("جو", "Jo Smith"),
        ("Jo Brown", "Jo Smith"),
    ],
)
def test_a_worker_who_may_be_meant_is_recognised(typed: str, person: str) -> None:
    assert could_mean(typed, person)


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("", "Jo Smith"),
        ("my social worker", "Jo Smith"),
        ("my PA", "Pat Adams"),
        ("the manager and her", "Andrew Theaker"),
        ("someone at school", "Lee Carter"),
        ("Hannah", "Jo Smith"),
        ("a worker who came on Monday", "Jo Smith"),
        ("12345", "Jo Smith"),
        ("Jo Smith", ""),
    ],
)
def test_ordinary_words_leave_nobody_out(typed: str, person: str) -> None:
    assert not could_mean(typed, person)


def test_a_job_counts_when_all_its_words_are_there() -> None:
    assert could_mean_job("the Team Managers of my team", "team manager")
    assert not could_mean_job("my manager", "team manager")
    assert not could_mean_job("anything", "")
