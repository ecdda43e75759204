"""What was received: of which kind, how, where, from whom, and what became of it at first."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from portal.domain.children import ComplaintOf, SubmittedBy
from portal.domain.dataset.codes import DatasetProcedure, Triage
from portal.domain.tables.facts import NOT_RECORDED, Fact, is_accepted
from portal.domain.tables.fields import WHO
from portal.domain.tables.making import IN_YEAR, Definition, Making, readable
from portal.domain.tables.rows import chosen, listing
from portal.domain.tables.shape import Table, Value
from portal.domain.tables.shares import share
from portal.domain.tables.trees import Line
from portal.domain.words import Kind, Method, Point
from portal.domain.years import ReportingYear

MEASURES = ("contacts", "referrals", "open_referrals", "children_dealt_with", "new_referrals")
_MEASURE_WORDS = {
    "contacts": "Contacts completed", "referrals": "Referrals received", "open_referrals": "Referrals open at the end",
    "children_dealt_with": "Children dealt with", "new_referrals": "New referrals",
}  # fmt: skip
RATE = "complaint_rate"
FROM_CHILDREN = frozenset({SubmittedBy.CHILD_ALONE, SubmittedBy.CHILD_WITH_ADVOCATE, SubmittedBy.ADVOCATE_FOR_CHILD})
WITH_ADVOCATE = FROM_CHILDREN - {SubmittedBy.CHILD_ALONE}


def _by_kind(making: Making) -> Table:
    lines = [(word.value, f"{word.label} complaints", 0) for word in DatasetProcedure]
    plural = {Kind.ENQUIRY: "Enquiries", Kind.MEMBER_ENQUIRY: "Member enquiries"}
    lines += [(kind.value, plural.get(kind, f"{kind.label}s"), 0) for kind in (
        Kind.ENQUIRY, Kind.COMMENT, Kind.COMPLIMENT, Kind.ADVOCACY_REQUEST, Kind.MEMBER_ENQUIRY)]  # fmt: skip

    counted = {code for code, _label, _level in lines}  # a request for a service is no representation
    rows = chosen(making, lines)

    def codes(fact: Fact) -> Iterable[str]:
        if fact["kind"] != Kind.COMPLAINT:
            return (str(fact["kind"]),) if fact["kind"] in counted else ()
        return (str(fact["procedure"] or NOT_RECORDED),) if is_accepted(fact) else ()

    def count(year: ReportingYear) -> dict[str, int]:
        found = making.sums("representations", WHO, codes, year)
        if making.fixed and year == making.year:
            _note_elsewhere(making, [line for line in lines if line not in rows], found)
        return found

    return making.over_years(rows, count)


def _note_elsewhere(making: Making, lines: Iterable[Line], found: Mapping[str, int]) -> None:
    """What was received and has no row in the council's table."""
    shown = {group.code for group in making.wish.rows}
    others = [(label, found.get(code, 0)) for code, label, _level in lines if code not in shown]
    others.append(("Not recorded", found.get(NOT_RECORDED, 0)))
    told = "; ".join(f"{label.lower()}: {number}" for label, number in others if number)
    if told:
        making.tell(f"Not counted here: {told}.", "What has no row here is not counted here.")


def _by_triage(making: Making) -> Table:
    found = listing(making, Triage)

    def codes(fact: Fact) -> Iterable[str]:
        return (found.row(fact["triage"]),) if fact["kind"] == Kind.COMPLAINT else ()

    return making.over_years(found.lines, lambda year: making.sums("representations", WHO, codes, year))


def _activity(making: Making) -> Table:
    typed = making.tally.measures([year.starts for year in making.years])
    printed = {row for year in making.years for row, _column in making.printed(year)}
    usual = [(code, _MEASURE_WORDS[code], 0) for code in MEASURES]
    known = chosen(making, [*usual, (RATE, "Complaints as a percentage", 0)])
    own = sorted({*typed, *printed} - {RATE, *(code for code, _label, _level in known)})
    lines = [line for line in known if line[0] != RATE]
    lines += [(code, _MEASURE_WORDS.get(code, readable(code)), 0) for code in own]
    rates = [line for line in known if line[0] == RATE]

    def figures(year: ReportingYear) -> dict[str, float]:
        typed = {code: making.tally.typed(code, year.starts) for code, _label, _level in lines}
        known: dict[str, float] = {code: value for code, value in typed.items() if value is not None}
        whole = making.tally.typed(making.wish.denominator, year.starts) if making.wish.denominator else None
        accepted = making.sums("representations", WHO, lambda fact: ("n",) if making.wanted(fact) else (), year)
        rate = share(accepted.get("n", 0), whole) if making.has_cases(year) else None
        return known if rate is None else {**known, RATE: rate}

    def column(year: ReportingYear) -> dict[str, Value]:
        if making.quarter:
            return {}
        printed = {row: value for (row, _), value in making.printed(year).items()}
        return {**printed, **figures(year)}

    by_year = [column(year) for year in making.years]
    if making.quarter:
        making.notes.append("These figures are typed in for whole years, so a quarter has none.")
    if making.wish.denominator:
        whole = making.wish.denominator
        making.notes.append(f"The percentage is of: {_MEASURE_WORDS.get(whole, readable(whole))}.")
    return making.columns_of_years([*lines, *rates], by_year)


def _by_method(making: Making) -> Table:
    unknown = Method.NOT_KNOWN.value
    found = listing(making, Method, "method")

    making.left_out = unknown if making.wish.not_known == "note" else ""
    return _accepted(making, "method", found.row, [line for line in found.lines if line[0] != making.left_out])


def _by_point(making: Making) -> Table:
    found = listing(making, Point, "point")
    return _accepted(making, "point", found.row, found.lines)


def _by_complainant(making: Making) -> Table:
    found = listing(making, ComplaintOf, "complainant")
    return _accepted(making, "complainant", found.row, found.lines)


def _accepted(making: Making, field: str, row: Callable[[object], str], lines: Sequence[Line]) -> Table:
    """Accepted complaints by one field."""

    def codes(fact: Fact) -> Iterable[str]:
        return (row(fact[field]),) if making.wanted(fact) else ()

    return making.over_years(lines, lambda year: making.sums("representations", (*WHO, field), codes, year))


def _children(making: Making) -> Table:
    lines: list[Line] = [
        ("from_children", "From children and young people, or an advocate for them", 0),
        ("child_alone", "From a child alone", 1),
        ("with_advocate", "With an advocate", 1),
        ("from_children_withdrawn", "From children, later withdrawn", 1),
    ]
    rows = chosen(making, lines)

    def codes(fact: Fact) -> Iterable[str]:
        by = fact["submitted_by"]
        if making.wanted(fact) and by == NOT_RECORDED:
            yield NOT_RECORDED
        if not making.wanted(fact) or by not in FROM_CHILDREN:
            return
        yield "from_children"
        yield "with_advocate" if by in WITH_ADVOCATE else "child_alone"
        if fact["withdrawn"]:
            yield "from_children_withdrawn"

    def count(year: ReportingYear) -> dict[str, int]:
        found = dict(making.sums("representations", (*WHO, "submitted_by", "withdrawn"), codes, year))
        if unknown := found.pop(NOT_RECORDED, 0):
            _note_unknown(making, year, unknown)
        return found

    return making.over_years(rows, count, total=False, percent=False)


def _note_unknown(making: Making, year: ReportingYear, number: int) -> None:
    which = "" if year == making.year else f"{year}: "
    complaints, them, are = ("complaint", "it", "is") if number == 1 else ("complaints", "them", "are")
    making.tell(
        f"{which}{number} {complaints} for which nobody recorded who handed {them} in {are} in none of these rows.",
        "Complaints for which nobody recorded who handed them in are in none of these rows.",
    )


RECEIVED = (
    Definition("received-by-kind", "What was received", "representations", "representations received; of complaints "
               "those accepted", IN_YEAR, _by_kind, narrows=False),
    Definition("complaints-by-triage", "What became of complaints when they were looked at", "complaints",
               "complaints received", IN_YEAR, _by_triage, narrows=False),
    Definition("activity", "What else happened in children's services", "as each row says",
               "figures typed in by the council", "in the year, or at its end", _activity, narrows=False),
    Definition("received-by-method", "How complaints reached us", "complaints", "accepted complaints", IN_YEAR,
               _by_method),
    Definition("received-by-point", "Where complaints reached us", "complaints", "accepted complaints", IN_YEAR,
               _by_point),
    Definition("received-by-complainant", "Who complained", "complaints", "accepted complaints", IN_YEAR,
               _by_complainant),
    Definition("children-and-advocacy", "Complaints from children, and advocacy", "complaints",
               "accepted complaints", IN_YEAR, _children),
)  # fmt: skip
"""The chapter on what was received."""
