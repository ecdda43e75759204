"""Words about "one person" and the workers they could mean."""

import pytest

from portal.domain.conflicts import could_mean, could_mean_any, could_mean_job


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
        ("Jo", "Joanne Brown"),
        ("jones", "Ann Smith-Jones"),
        ("jlo", "J-Lo Brown"),
        ("nze", "Ada N'Ze"),
        ("nze", "Ada N’Ze"),
        ("nze", "Ada N`Ze"),
        ("bo", "Bø Li"),
        ("da", "Lan Đa"),
        ("an", "An Nguyen"),
        ("ML", "Mary Ann Lee"),
        ("\U00017000", "Jo Smith"),  # a Tangut letter, of which Python does not know the name
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
        ("the mum of my friend J", "Jo Smith"),
        ("my mum's friend J", "Jo Smith"),
        ("a worker", "A Jones"),
        ("somebody", "Cher"),
        ("has a car", "Ha Tran"),
    ],
)
def test_ordinary_words_leave_nobody_out(typed: str, person: str) -> None:
    assert not could_mean(typed, person)


def test_a_job_counts_when_all_its_words_are_there() -> None:
    assert could_mean_job("the Team Managers of my team", "team manager")
    assert not could_mean_job("my manager", "team manager")
    for job in ("co-ordinator", "coordinator"):
        assert could_mean_job("the coordinator", job) and could_mean_job("the Co-ordinator", job)
    assert not could_mean_job("anything", "")


def test_of_several_texts_and_several_readers_one_that_fits_is_enough() -> None:
    people, jobs = ["Ann Lee", "Jo Smith"], ["team manager", "duty officer"]
    assert could_mean_any([" ", "at school", "it is Jo"], iter(people), iter(jobs))
    assert could_mean_any(["at school", "the duty officer"], iter(people), iter(jobs))
    assert not could_mean_any(["at school", "my brother"], iter(people), iter(jobs))
    assert not could_mean_any([], people, jobs)
