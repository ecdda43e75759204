"""`portal officer` adds, lists and locks the people who may sign in."""

from __future__ import annotations

from tests.commands.conftest import Installation

ADD = ("officer", "add", "wren@council.example", "--name", "Wren Ashby", "--role", "team_manager")


def test_an_officer_is_added_with_a_password_that_is_shown_once(installation: Installation) -> None:
    told = installation.run(*ADD)
    assert told.exit_code == 0
    assert "First password, shown only now: " in told.output
    listed = installation.run("officer", "list").output
    assert "wren@council.example" in listed and "team_manager" in listed and "no phone yet" in listed


def test_a_password_that_was_given_is_not_repeated(installation: Installation) -> None:
    told = installation.run(*ADD, "--password-from-stdin", typed="three random words\n")
    assert told.exit_code == 0
    assert "random" not in told.output


def test_a_password_that_is_too_short_is_refused_in_one_line(installation: Installation) -> None:
    told = installation.run(*ADD, "--password-from-stdin", typed="short\n")
    assert told.exit_code == 1
    assert told.stderr == "portal: A password needs at least 12 characters.\n"


def test_nobody_is_added_twice_and_no_team_is_made_up(installation: Installation) -> None:
    installation.run(*ADD)
    assert "already an officer" in installation.run(*ADD).stderr
    told = installation.run(*ADD, "--team", "moon")
    assert told.exit_code == 1 and "there is no team moon" in told.stderr


def test_a_locked_officer_is_listed_as_locked_and_can_be_let_in_again(installation: Installation) -> None:
    installation.run(*ADD)
    assert installation.run("officer", "lock", "wren@council.example").exit_code == 0
    assert "locked" in installation.run("officer", "list").output
    installation.run("officer", "unlock", "wren@council.example")
    assert "locked" not in installation.run("officer", "list").output
    assert "First password" in installation.run("officer", "afresh", "wren@council.example").output


def test_locking_nobody_says_so(installation: Installation) -> None:
    told = installation.run("officer", "lock", "nobody@council.example")
    assert told.exit_code == 1
    assert told.stderr == "portal: There is no officer with the address nobody@council.example.\n"
