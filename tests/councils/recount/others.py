"""Recounts of money, the Ombudsman, the children in complaints, and what people said about themselves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.councils.recount.asked import Asked, Column, Counts, tallied, written
from tests.councils.recount.complaints import typed

MISSING = ("prefer_not_to_say", "not_asked", "not_recorded")
AGES = (5, 9, 14, 17)


def compensation(column: Column) -> dict[str, Counts]:
    """Pounds paid."""
    return _pounds(column, "payments", "detail", "paid_on")


def expenditure(column: Column) -> dict[str, Counts]:
    """Pounds incurred."""
    return _pounds(column, "expenditure", "kind", "incurred_on")


def _pounds(column: Column, file: str, by: str, on: str) -> dict[str, Counts]:
    pence: dict[str, int] = {}
    for row in column.asked.files.get(file, []):
        if column.within(row[on]):  # type: ignore[arg-type]
            pence[str(row[by])] = pence.get(str(row[by]), 0) + int(row["amount"])  # type: ignore[arg-type]
    return {"amount": {code: float(Decimal(amount) / 100) for code, amount in pence.items()}}


def ombudsman(column: Column) -> Counts:
    """Enquiries by outcome; below that how many were investigated, and by service."""
    found: Counts = {}
    for row in column.asked.files.get("ombudsman", []):
        if not column.within(row["received_on"]):  # type: ignore[arg-type]
            continue
        later = row["decided_on"] is not None and row["decided_on"] > column.asked.as_at  # type: ignore[operator]
        codes = ["ongoing" if later else row["outcome"] or "ongoing", row["service"]]
        for code in codes + (["investigated"] if row["investigated"] else []):
            found[str(code)] = int(found.get(str(code)) or 0) + 1
    return found


def _children(column: Column) -> Iterator[dict[str, Any]]:
    for case in column.accepted:
        yield from case["children"]


def age_bands(asked: Asked) -> tuple[int, ...]:
    """The last age of each band."""
    return asked.wish.bands.get("age") or AGES


def age_band(limits: tuple[int, ...], age: str | None) -> str:
    """0-5, 6-9, 10-14, 15-17, 18+; or why it is not known."""
    if age is None or age in MISSING:
        return age or "not_recorded"
    first = 0
    for last in limits:
        if int(age) <= last:
            return f"{first}-{last}"
        first = last + 1
    return f"{first}+"


def by_age(column: Column) -> Counts:
    """Children by age."""
    return tallied([age_band(age_bands(column.asked), child["age"]) for child in _children(column)])


def by_age_and_sex(column: Column) -> dict[str, Counts]:
    """Children by age, a column for each sex."""
    found: dict[str, Counts] = {}
    for child in _children(column):
        counts = found.setdefault(child["sex"] or "not_recorded", {})
        code = age_band(age_bands(column.asked), child["age"])
        counts[code] = int(counts.get(code) or 0) + 1
    return found


def by_answer(column: Column, about: str) -> Counts:
    """Children by what was answered about them."""
    return tallied([child[about] or "not_recorded" for child in _children(column)])


def impairments(column: Column) -> Counts:
    """Every impairment of every child."""
    return tallied([code for child in _children(column) for code in child["impairments"] or ()])


def answers(column: Column) -> list[dict[str, Any]]:
    """What people said about themselves after the receipt."""
    return [
        row
        for row in column.asked.files.get("monitoring", [])
        if row["year"] == written(column.year) and column.asked.quarter in (None, row["quarter"])
    ]


def monitoring_responses(column: Column) -> Counts:
    """How many answered, and how many receipts were shown, which is typed in for whole years."""
    shown = typed(column, "receipts_shown") if column.asked.quarter is None else None
    if not column.has_cases and not answers(column) and shown is None:
        return column.asked.printed(column.year, None)
    return {"offered": shown, "answered": len(answers(column))}


def monitoring(column: Column, about: str) -> dict[str, Counts]:
    """What children and adults answered to a question."""
    return {
        audience: tallied([row[about] or "not_recorded" for row in answers(column) if row["audience"] == audience])
        for audience in ("child", "adult")
    }
