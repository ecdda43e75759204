"""An invented council: random rows for every file of a dataset, as faulty councils never send them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from portal.authorities import load
from portal.domain.calendar import add_working_days
from portal.domain.dataset.columns import Value
from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.years import ReportingYear

FIRST = date(2016, 4, 1)
YEARS = 3
_ASKED = ("age_band", "sex", "ethnicity", "religion", "disabled")
_ABOUT_CHILDREN = ("sex", "ethnicity", "religion", "disabled", "care_status", "uasc")
Files = dict[str, list[Row]]


def blank(name: str, **cells: Value | None) -> Row:
    """A row with the given cells, all others empty."""
    row: Row = dict.fromkeys((column.name for column in FILES[name].columns), None)
    assert cells.keys() <= row.keys()
    return {**row, **cells}


def council(
    seed: int, size: int = 120, authority: str = "example", *, since: date = FIRST, years: int = YEARS
) -> Files:
    """All files of a council with so many representations over some years."""
    luck, files = random.Random(seed), {name: list[Row]() for name in FILES}

    def a_day() -> date:
        return since + timedelta(luck.randrange(365 * years))

    teams, categories = load(authority).teams.codes(), load(authority).categories
    for number in range(size):
        _representation(luck, files, f"{seed}-{number:06d}", teams, a_day)
        if files["representations"][-1]["kind"] == "complaint":
            _belonging(luck, files, categories.codes(), {row.code: row.parent for row in categories.rows})
    _by_number(luck, files, size, a_day)
    return files


def _any(luck: random.Random, name: str, column: str, empty: float = 0.2) -> Value | None:
    found = FILES[name].column(column)
    return None if luck.random() < empty else luck.choice(sorted(found.codes))


def _some(luck: random.Random, name: str, column: str) -> Value | None:
    codes = sorted(FILES[name].column(column).codes)
    return tuple(luck.sample(codes, luck.randrange(1, 4))) if luck.random() < 0.5 else None


def _representation(
    luck: random.Random, files: Files, reference: str, teams: tuple[str, ...], a_day: Callable[[], date]
) -> None:
    kind = luck.choices(
        ("complaint", "comment", "compliment", "enquiry", "advocacy_request", "member_enquiry"), (12, 1, 3, 2, 1, 2)
    )[0]
    received = a_day()
    complaint = kind == "complaint"
    row = blank(
        "representations", reference=reference, kind=kind, received_on=received,
        procedure=_any(luck, "representations", "procedure", 0.1) if complaint else None,
        triage=luck.choices(("accepted", "ineligible", "withdrawn", "alternative_route", "pending", None),
                            (20, 2, 1, 1, 1, 1))[0],
        method=_any(luck, "representations", "method"), point=_any(luck, "representations", "point"),
        complainant=_any(luck, "representations", "complainant"),
        submitted_by=_any(luck, "representations", "submitted_by"),
        teams=tuple(luck.sample(teams, luck.randrange(1, 3))) if luck.random() < 0.9 else None,
        language=luck.choice(("en", "ar", "pl", None)),
        withdrawn_on=received + timedelta(luck.randrange(9)) if complaint and luck.random() < 0.1 else None,
        outcome=_any(luck, "representations", "outcome", 0.9) if complaint else None,
    )  # fmt: skip
    files["representations"].append(row)
    if kind == "compliment":
        files["compliments"].append(blank("compliments", reference=reference,
                                          categories=_some(luck, "compliments", "categories"),
                                          source=_any(luck, "compliments", "source")))  # fmt: skip
    stages = {"complaint": luck.choices((0, 1, 2, 3), (1, 12, 3, 1))[0], "enquiry": 1, "member_enquiry": 1}
    for stage in range(1, stages.get(kind, 0) + 1):
        files["stages"].append(_stage(luck, reference, stage, received + timedelta(60 * (stage - 1))))


def _stage(luck: random.Random, reference: str, stage: int, begins: date) -> Row:
    answered = begins + timedelta(luck.randrange(60)) if luck.random() < 0.85 else None
    return blank(
        "stages", reference=reference, stage=stage, requested_on=begins if stage > 1 else None,
        declined=(stage > 1 and luck.random() < 0.2) or None, started_on=begins if luck.random() < 0.7 else None,
        due_on=add_working_days(begins, 10), paused_days=luck.choice((None, 0, 2)), responded_on=answered,
        extended_to=add_working_days(begins, 20) if luck.random() < 0.3 else None,
        outcome=_any(luck, "stages", "outcome") if answered else None,
        corrective_action=_any(luck, "stages", "corrective_action") if answered else None,
    )  # fmt: skip


def _belonging(luck: random.Random, files: Files, categories: tuple[str, ...], parents: Mapping[str, str]) -> None:
    reference = files["representations"][-1]["reference"]
    number = luck.randrange(4)
    for at in range(number):
        picked = luck.choice(categories)
        parent = parents.get(picked, "")
        files["concerns"].append(
            blank("concerns", reference=reference, number=at + 1, category=parent or picked,
                  subcategory=picked if parent else None, primary=at == 0,
                  outcome_1=_any(luck, "concerns", "outcome_1"), outcome_2=_any(luck, "concerns", "outcome_2", 0.8))
        )  # fmt: skip
    for resolution in luck.sample(sorted(FILES["resolutions"].column("resolution").codes), luck.randrange(3)):
        files["resolutions"].append(blank("resolutions", reference=reference, resolution=resolution))
    for child in range(luck.randrange(3)):
        answers = {name: _any(luck, "children", name) for name in _ABOUT_CHILDREN}
        age = luck.choice(("0", "3", "9", "12", "16", "19", "not_asked", None))
        impairments = _some(luck, "children", "impairments")
        files["children"].append(
            blank("children", reference=reference, child=f"child-{child}", impairments=impairments, age=age, **answers)
        )


def _by_number(luck: random.Random, files: Files, size: int, a_day: Callable[[], date]) -> None:
    references = [row["reference"] for row in files["representations"]]
    for number in range(1, size // 10 + 1):
        day = a_day()
        files["payments"].append(blank("payments", number=number, detail=_any(luck, "payments", "detail", 0),
                                       amount=luck.randrange(100_000), paid_on=day if luck.random() < 0.8 else None,
                                       reference=luck.choice((None, luck.choice(references)))))  # fmt: skip
        files["expenditure"].append(blank("expenditure", number=number, kind=_any(luck, "expenditure", "kind", 0),
                                          amount=luck.randrange(100_000), incurred_on=day))  # fmt: skip
        files["ombudsman"].append(
            blank("ombudsman", number=number, received_on=day, service=_any(luck, "ombudsman", "service", 0),
                  investigated=luck.choice((True, False, None)), outcome=_any(luck, "ombudsman", "outcome"))
        )  # fmt: skip
        files["monitoring"].append(
            blank("monitoring", number=number, year=str(ReportingYear.of(day)), quarter=luck.randrange(1, 5),
                  audience=luck.choice(("child", "adult")), main_language=luck.choice(("en", "ar", None)),
                  **{name: _any(luck, "monitoring", name) for name in _ASKED})
        )  # fmt: skip
        files["actions"].append(
            blank("actions", number=number, issue="Late, “again”;\nand, twice",
                  references=(str(luck.choice(references)),), status=_any(luck, "actions", "status"))
        )  # fmt: skip
    for year in (2016, 2017, 2018):
        files["activity"].append(blank("activity", year=str(ReportingYear(year)), measure="contacts",
                                       value=luck.randrange(20_000)))  # fmt: skip
    files["earlier_years"].append(
        blank("earlier_years", table="received-by-method", row="email", year="2015-16", value=str(luck.randrange(90)))
    )
