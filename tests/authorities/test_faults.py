"""Whoever writes a profile is told which line is wrong, and what was probably meant."""
# ruff: noqa: E501  # one situation a line, so that the list reads as a table

from pathlib import Path

import pytest

from portal import authorities
from portal.authorities.lines import Lines

EXAMPLE = (Path(authorities.__file__).parent / "example.toml").read_text(encoding="utf-8")

# what is written instead of what, on which line the fault lies (the line that begins like this), and what is said about it
FAULTS = [
    ("a key misspelt at the top", "short_name =", "shortname =", "shortname", 'unknown key "shortname"; did you mean "short_name"?'),
    ("a key misspelt in a table", "duty_phone =", "duty_fone =", "duty_fone", 'unknown key "duty_fone"; did you mean "duty_phone"?'),
    ("a limit misspelt", "s1_base =", "s1_bse =", "s1_bse", 'unknown key "s1_bse"; did you mean "s1_base"?'),
    ("an option misspelt", "s2_start =", "s2_begin =", "s2_begin", 'unknown key "s2_begin"'),
    ("a key misspelt in a row of a list", 'parent = "fostering_adoption" },\n  { code = "adoption"', 'parnt = "fostering_adoption" },\n  { code = "adoption"', '  { code = "fostering", label = "Fostering", parnt', 'unknown key "parnt"; did you mean "parent"?'),
    ("a key missing", 'name = "Example Council"\n', "", "# A neutral council", 'the key "name" is missing'),
    ("words where a number belongs", "s1_base = 10", 's1_base = "10"', "s1_base", '"s1_base" must be a whole number'),
    ("true where a number belongs", "retention_years = 10", "retention_years = true", "retention_years", '"retention_years" must be a whole number'),
    ("years that are misspelt", "\nunlink = 1", "\nunlik = 1", "unlik", 'unknown key "unlik"; did you mean "unlink"?'),
    ("a class that is not kept at all", "\nother = 6", "\nother = 0", "other = 0", '"other" must be from 1 to 100 years'),
    ("a complaint kept for ever", "retention_years = 10", "retention_years = 101", "retention_years", '"retention_years" must be from 1 to 100 years'),
    ("names that outlive their words", "praise_names = 1", "praise_names = 4", "praise_names", '"praise_names" must not be more than "praise"'),
    ("one word where a list belongs", 'languages = ["en", "ar", "pl"]', 'languages = "en"', "languages", '"languages" must be a list of words'),
    ("a name left empty", 'short_name = "Example"', 'short_name = ""', "short_name", '"short_name" must not be empty'),
    ("a bad e-mail address", '"feedback@example-council.example"', '"feedback at council"', "feedback", '"address" must be an e-mail address'),
    ("two addresses in one", 'email = "help@advocacy.example"', 'email = "a@b.example, c@d.example"', "email = \"a@b", '"email" must be an e-mail address'),
    ("a link that is not safe", 'website = "https', 'website = "http', "website", "an address that starts with https://"),
    ("a search engine to leave to", "https://www.bbc.co.uk/weather", "https://www.google.com/", "exit_url", "must not be a search engine"),
    ("nowhere to leave to", '"https://www.bbc.co.uk/weather"', '""', "exit_url", '"exit_url" must not be empty'),
    ("an unknown language", '["en", "ar", "pl"]', '["en", "ar", "pll"]', "languages", 'unknown language "pll"; did you mean "pl"?'),
    ("English not first", '["en", "ar", "pl"]', '["ar", "en"]', "languages", 'the first language must be "en"'),
    ("a language twice", '["en", "ar", "pl"]', '["en", "ar", "ar"]', "languages", 'the language "ar" stands twice'),
    ("a rule for an unknown team", 'teams = ["leaving_care"]', 'teams = ["leaving_cares"]', 'teams = ["leaving_cares"', 'there is no team "leaving_cares"; did you mean "leaving_care"?'),
    ("a rule to an unknown mailbox", 'to = ["feedback"]', 'to = ["fedback"]', 'to = ["fedback"', 'there is no mailbox "fedback"; did you mean "feedback"?'),
    ("a rule with no recipients", 'to = ["feedback"]', "to = []", "to = []", '"to" must not be empty'),
    ("a rule without recipients at all", 'to = ["feedback"]\n', "", "[[routing]]|7", 'the key "to" is missing'),
    ("a rule for an unknown kind", '["compliment", "comment"]', '["compliment", "coment"]', 'kinds = ["compliment", "coment"', '"coment" is not one of'),
    ("a rule for an unknown topic", 'topics = ["privacy"]', 'topics = ["privasy"]', "topics", 'did you mean "privacy"?'),
    ("no default rule", "default = true\n", 'kinds = ["complaint"]\n', "[[routing]]", "one rule must say `default = true`"),
    ("a default rule with a condition", "default = true\n", "default = true\nurgent = true\n", "default", "must have no conditions"),
    ("an unknown conflict mailbox", '= "monitoring_officer"', '= "monitoring_oficer"', "conflict_mailbox", 'there is no mailbox "monitoring_oficer"'),
    ("a conflict mailbox that may be left out", "outside children's services\" }", "outside children's services\", people = [\"A B\"] }", "monitoring_officer =", 'must have no "people"'),
    ("a conflict mailbox that is somebody's", '"monitoring.officer@example-council.example"', '"duty@example-council.example"', "monitoring_officer =", "must have an address of its own"),
    ("an unknown manager", 'line = ["head_of_service"]', 'line = ["head"]', "line", 'there is no mailbox "head"'),
    ("a category without canonical code", '"Standard of environment", canonical = "environment" }', '"Standard of environment" }', '  { code = "environment"', '"environment" has no canonical code'),
    ("an unknown canonical code", 'canonical = "environment"', 'canonical = "enviroment"', '  { code = "environment"', 'unknown canonical code "enviroment"; did you mean "environment"?'),
    ("a subcategory that is not parent-qualified", 'label = "Adoption", canonical = "adoption" }', 'label = "Adoption", parent = "fostering" }', '  { code = "adoption", label = "Adoption", parent = "fostering" }', '"adoption" must begin with "fostering_"'),
    ("a year that is not sure", 'label = "Early help" }', 'label = "Early help", from = "2018?" }', '  { code = "early_help"', '"from" must be the year'),
    ("a year of two digits", 'label = "Early help" }', 'label = "Early help", from = 18 }', '  { code = "early_help"', '"from" must be the year'),
    ("an end before the start", 'label = "Early help" }', 'label = "Early help", from = 2019, to = 2018 }', '  { code = "early_help"', "ends in 2018, before it starts in 2019"),
    ("a team twice in a year", 'code = "early_help"', 'code = "first_contact"', '  { code = "first_contact", label = "Early help"', '"first_contact" stands twice in the same year'),
    ("a parent that is not there", 'parent = "fostering_adoption" },\n  { code = "adoption"', 'parent = "fosterin_adoption" },\n  { code = "adoption"', '  { code = "fostering", label = "Fostering", parent', 'did you mean "fostering_adoption"?'),
    ("a ring of parents", 'label = "Fostering and adoption" }', 'label = "Fostering and adoption", parent = "adoption" }', '  { code = "fostering_adoption"', 'comes back to itself by "parent"'),
    ("slower than the law", "s1_max = 20", "s1_max = 30", "s1_max", '"s1_max" is 30, and may be 20 at most'),
    ("less time to ask than the law gives", "s3_request_window = 20", "s3_request_window = 10", "s3_request_window", "must be 20 at least"),
    ("advocates who cost money to call", 'phone = "08081 570100"', 'phone = "01632 960100"', 'phone = "01632 960100"|1', 'pages say that it is free to call'),
    ("two days for a first contact", "advocacy_contact = 2", "advocacy_contact = 3", "contact_within_working_days", '"contact_within_working_days" is 2, but "advocacy_contact" in [limits] counts 3'),
    ("a limit beyond its own maximum", "s1_max = 20", "s1_max = 5", "s1_base", '"s1_base" must not be longer than "s1_max"'),
    ("an option of another kind", 's2_start = "request"', 's2_start = "requested"', "s2_start", 'did you mean "request"?'),
    ("bands that fall", "s1_report_bands = [10, 20]", "s1_report_bands = [20, 10]", "s1_report_bands", "must rise"),
    ("a slow Director", "s3_response = 15", "s3_response = 20", "s3_response", 'unless "s3_response_anchor" is "panel_day"'),
    ("more than everything", "response_target_pct = 85", "response_target_pct = 185", "response_target_pct", "from 0 to 100"),
    ("a promise missing", "plain_envelope = {", "# plain_envelope = {", "[promises]", 'the promise "plain_envelope" is missing'),
    ("a promise misspelt", "call_today = {", "call_to_day = {", "call_to_day", 'did you mean "call_today"?'),
    ("a promise reworded", "is answered all day and all night", "is mostly answered", "duty_line_day_and_night", "stands for another sentence now"),
    ("a promise nobody can keep", 'duty_phone = "01632 960101"', 'duty_phone = ""', "duty_line_day_and_night", 'is confirmed, but "duty_phone" in [contacts] is empty'),
    ("a code that is not the file's name", 'code = "example"', 'code = "exemple"', "code", '"code" must be "example"'),
    ("broken TOML", 'short_name = "Example"', 'short_name = "Example', "short_name", "Illegal character"),
]  # fmt: skip


def line_of(text: str, beginning: str) -> int:
    """The number of the first line that begins like this; `|7` after it means the seventh such line, counted from 0."""
    beginning, _, nth = beginning.partition("|")
    found = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(beginning)]
    return found[int(nth or 0)]


@pytest.mark.parametrize(("name", "old", "new", "begins", "said"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_the_faulty_line_is_named(tmp_path: Path, name: str, old: str, new: str, begins: str, said: str) -> None:
    assert old in EXAMPLE, "the example profile has changed; the table above must follow"
    broken = EXAMPLE.replace(old, new, 1)
    profile = tmp_path / "example.toml"
    profile.write_text(broken, encoding="utf-8")
    faults = authorities.check(profile)
    matching = [fault for fault in faults if said in fault.message]
    assert matching, [str(fault) for fault in faults]
    assert matching[0].line == line_of(broken, begins)
    assert str(matching[0]).startswith(f"example.toml:{matching[0].line}: ")
    with pytest.raises(authorities.BadProfile):
        authorities.load(profile)


def test_an_unknown_label_is_named(tmp_path: Path) -> None:
    profile = tmp_path / "example.toml"
    rows = '\n[labels]\nmethod = [\n  # a note with a [bracket]\n  { code = "emial", label = "E-mail [new]" },\n]\nmetod = []\n'
    profile.write_text(EXAMPLE + rows, encoding="utf-8")
    assert [str(fault).split(":", 2)[2] for fault in authorities.check(profile) if "metod" in fault.message] == [
        ' unknown key "metod"; did you mean "method"?'
    ]
    profile.write_text(EXAMPLE + rows.replace("metod = []\n", ""), encoding="utf-8")
    [fault] = authorities.check(profile)
    assert fault.message == 'unknown code "emial"; did you mean "email"?'
    assert fault.line == len(EXAMPLE.splitlines()) + 5


def test_all_faults_of_a_file_come_in_the_order_of_its_lines(tmp_path: Path) -> None:
    profile = tmp_path / "example.toml"
    broken = EXAMPLE.replace("response_target_pct = 85", "response_target_pct = 185").replace(
        "\ns1_max = 20", "\ns1_max = 30"
    )
    profile.write_text(broken.replace('"en", "ar"', '"en", "arr"'), encoding="utf-8")
    faults = authorities.check(profile)
    assert len(faults) == 3
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)


def test_a_file_that_is_no_text_is_named_rather_than_a_crash(tmp_path: Path) -> None:
    profile = tmp_path / "example.toml"
    profile.write_bytes(b"\xff\xfe")
    [fault] = authorities.check(profile)
    assert "cannot be read" in fault.message
    profile.write_text("", encoding="utf-8")
    assert all(fault.line == 1 for fault in authorities.check(profile))


def test_a_code_or_path_that_is_not_there_is_refused_with_the_list_of_those_that_are() -> None:
    with pytest.raises(authorities.UnknownAuthority, match="coventry"):
        authorities.load("atlantis")
    with pytest.raises(authorities.UnknownAuthority):
        authorities.load("../../etc/passwd")
    with pytest.raises(authorities.UnknownAuthority, match=r"nowhere\.toml"):
        authorities.check("nowhere.toml")


def test_lines_are_found_in_lists_tables_and_repeated_tables() -> None:
    lines = Lines('a = 1 # [x]\n"b" = [\n "x", "]",\n { c = ["y"] },\n]\n[t.u]\nk = "[["\n[[r]]\nz = 1\n[[r]]\nz = 2\n')
    assert [lines.of(path) for path in [("a",), ("b", 0), ("b", 1), ("b", 2, "c"), ("t", "u", "k")]] == [1, 3, 3, 4, 7]
    assert [lines.of(path) for path in [("r", 0, "z"), ("r", 1, "z"), ("r", 1, "none"), ("none",)]] == [9, 11, 10, 1]
