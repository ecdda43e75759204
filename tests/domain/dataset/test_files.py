"""The files of the dataset are those of the contract: keys, columns, what each may hold and what must be there."""

from __future__ import annotations

import pytest

from portal.domain.dataset.describing import description
from portal.domain.dataset.files import BELONGING, FILES, REFERRING

# Each column with its kind; ! must be filled in, @ takes the codes of the council's profile.
CONTRACT = {
    "representations": (
        "reference",
        "reference:key! kind:code! procedure:code triage:code triage_reason:code received_on:date! "
        "acknowledged_on:date closed_on:date method:code point:code complainant:code submitted_by:code "
        "teams:codes@teams language:key withdrawn_on:date withdrawn_reason:code outcome:code",
    ),
    "stages": (
        "reference stage",
        "reference:key! stage:whole! requested_on:date declined:flag started_on:date due_on:date extended_to:date "
        "paused_days:whole responded_on:date outcome:code corrective_action:code",
    ),
    "concerns": (
        "reference number",
        "reference:key! number:whole! category:code@categories! subcategory:code@categories primary:flag! "
        "outcome_1:code outcome_2:code outcome_3:code",
    ),
    "compliments": ("reference", "reference:key! categories:codes source:code"),
    "resolutions": ("reference resolution", "reference:key! resolution:code!"),
    "payments": (
        "number",
        "number:whole! reference:key detail:code! amount:pence! agreed_on:date paid_on:date basis:code",
    ),
    "expenditure": ("number", "number:whole! kind:code! amount:pence! incurred_on:date! reference:key"),
    "children": (
        "reference child",
        "reference:key! child:key! age:age sex:code ethnicity:code religion:code disabled:code impairments:codes "
        "care_status:code uasc:code",
    ),
    "monitoring": (
        "number",
        "number:whole! year:year! quarter:whole! audience:code! language:key age_band:code sex:code "
        "gender_same_as_registered:code ethnicity:code religion:code disabled:code impairments:codes "
        "orientation:code main_language:key reference:key",
    ),
    "ombudsman": (
        "number",
        "number:whole! reference:key received_on:date! service:code! investigated:flag outcome:code decided_on:date",
    ),
    "actions": (
        "number",
        "number:whole! issue:text lessons:text actions:text department:text timescale:text due_on:date status:code "
        "review:text references:keys",
    ),
    "activity": ("year measure", "year:year! measure:key! value:whole!"),
    "earlier_years": ("table row column year", "table:key! row:place! column:key year:year! value:decimal!"),
}
_MISSING = "prefer_not_to_say not_asked not_recorded"
_OUTCOMES = (
    "upheld partly_upheld not_upheld no_finding resolved withdrawn adr no_further_action not_investigated open "
    "not_proven"
)
CODES = {
    "representations procedure": "statutory corporate informal",
    "representations triage": "pending accepted ineligible withdrawn alternative_route",
    "representations submitted_by": "self child_alone child_with_advocate advocate_for_child other_for_child",
    "representations outcome": _OUTCOMES,
    "stages outcome": _OUTCOMES,
    "stages corrective_action": "yes no not_stated",
    "concerns outcome_1": _OUTCOMES,
    "concerns outcome_2": _OUTCOMES,
    "concerns outcome_3": _OUTCOMES,
    "payments basis": "council lgsco s2 s3",
    "children age": _MISSING,
    "children sex": f"female male {_MISSING}",
    "children disabled": f"yes no {_MISSING}",
    "children uasc": f"yes no {_MISSING}",
    "monitoring audience": "child adult",
    "monitoring sex": f"female male {_MISSING}",
    "monitoring disabled": f"yes no {_MISSING}",
    "monitoring gender_same_as_registered": f"yes no {_MISSING}",
    "ombudsman service": "childrens_social_care education other",
    "compliments categories": "standard_of_service standard_of_practice_social_work partnership_working child_focus "
    "communication",
}


def test_there_are_these_files_in_this_order() -> None:
    assert list(FILES) == list(CONTRACT)
    assert [file.path for file in FILES.values()] == [f"{name}.csv" for name in CONTRACT]
    assert set(BELONGING) < set(REFERRING)
    assert {name for name in CONTRACT if "reference" in CONTRACT[name][1].replace("references", "")} == {
        "representations", *REFERRING,
    }  # fmt: skip


@pytest.mark.parametrize("name", CONTRACT)
def test_a_file_has_the_key_and_the_columns_of_the_contract(name: str) -> None:
    file, (key, columns) = FILES[name], CONTRACT[name]
    assert file.name == name
    assert list(file.key) == key.split()
    found = [
        f"{one.name}:{one.kind}{'@' if one.of_profile else ''}{one.of_profile}{'!' if one.required else ''}"
        for one in file.columns
    ]
    assert found == columns.split()


@pytest.mark.parametrize("where", CODES)
def test_a_column_takes_the_codes_of_the_contract(where: str) -> None:
    file, column = where.split()
    assert sorted(FILES[file].column(column).codes) == sorted(CODES[where].split())


@pytest.mark.parametrize("name", ["ethnicity", "religion", "care_status", "impairments"])
def test_every_question_about_a_child_takes_the_three_ways_of_having_no_answer(name: str) -> None:
    codes = FILES["children"].column(name).codes
    assert set(_MISSING.split()) < codes
    if name != "care_status":
        assert FILES["monitoring"].column(name).codes == codes


def test_a_column_that_is_not_there_is_not_found() -> None:
    with pytest.raises(StopIteration):
        FILES["activity"].column("reference")


def test_a_package_says_what_its_files_hold_in_the_words_of_the_standard() -> None:
    made = description("surrey", [FILES["payments"], FILES["stages"]])
    assert (made["name"], made["profile"], made["authority"]) == (
        "representations-surrey", "tabular-data-package", "surrey",
    )  # fmt: skip
    payments, stages = made["resources"]
    assert {name: payments[name] for name in ("name", "path", "profile", "encoding")} == {
        "name": "payments", "path": "payments.csv", "profile": "tabular-data-resource", "encoding": "utf-8",
    }  # fmt: skip
    assert payments["schema"]["primaryKey"] == ["number"]
    assert payments["schema"]["missingValues"] == [""]
    fields = {field["name"]: field for field in payments["schema"]["fields"] + stages["schema"]["fields"]}
    assert fields["amount"] == {"name": "amount", "type": "number", "constraints": {"required": True}}
    assert fields["paid_on"] == {"name": "paid_on", "type": "date"}
    assert fields["basis"] == {
        "name": "basis", "type": "string", "constraints": {"enum": ["council", "lgsco", "s2", "s3"]},
    }  # fmt: skip
    assert fields["declined"] == {"name": "declined", "type": "boolean"}
    assert fields["stage"] == {"name": "stage", "type": "integer", "constraints": {"required": True}}
    categories = description("surrey", [FILES["concerns"], FILES["earlier_years"]])["resources"]
    of_council = {field["name"]: field for one in categories for field in one["schema"]["fields"]}
    assert of_council["category"] == {"name": "category", "type": "string", "constraints": {"required": True}}
    assert of_council["value"]["type"] == "number"
