"""`portal authority` lists the councils, shows one, and names the faulty line of a profile."""

from __future__ import annotations

from pathlib import Path

from portal import authorities
from tests.commands.conftest import Installation


def test_every_council_that_is_shipped_is_listed_and_has_no_fault(installation: Installation) -> None:
    listed = installation.run("authority", "list").output
    for code in ("example", "coventry", "havering", "surrey", "cheshire-west-and-chester"):
        assert code in listed
    told = installation.run("authority", "check")
    assert told.exit_code == 0
    assert told.output.count("nothing wrong") == 5


def test_a_faulty_line_is_named_with_file_and_number(installation: Installation, tmp_path: Path) -> None:
    text = (Path(authorities.__file__).parent / "example.toml").read_text(encoding="utf-8")
    lines = text.replace('code = "example"', 'code = "ours"').splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if line.startswith('to = ["advocacy"]'))
    lines[number - 1] = 'to = ["nobody"]'
    profile = tmp_path / "ours.toml"
    profile.write_text("\n".join(lines), encoding="utf-8")
    told = installation.run("authority", "check", str(profile))
    assert told.exit_code == 1
    assert f"ours.toml:{number}: " in told.stderr
    assert told.stderr.endswith("portal: 1 fault found.\n")
    assert installation.run("authority", "load", str(profile)).exit_code == 1


def test_a_profile_is_shown_with_what_the_council_has_yet_to_confirm(installation: Installation) -> None:
    told = installation.run("authority", "load", "coventry")
    assert told.exit_code == 0
    assert "Coventry City Council" in told.output
    assert "duty_line_day_and_night" in told.output


def test_a_council_that_is_not_there_is_named(installation: Installation) -> None:
    told = installation.run("authority", "check", "atlantis")
    assert told.exit_code == 1
    assert 'there is no authority "atlantis"' in told.stderr
