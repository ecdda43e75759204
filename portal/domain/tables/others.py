"""What stands beside complaints: the Ombudsman, councillors and Members of Parliament, compliments."""

from collections.abc import Iterable
from dataclasses import replace

from portal.domain.compliments import PraiseFor, Source
from portal.domain.register_words import OmbudsmanOutcome, OmbudsmanService
from portal.domain.tables.facts import NOT_RECORDED, Fact
from portal.domain.tables.making import IN_YEAR, Definition, Making
from portal.domain.tables.rows import chosen, listing, tree, with_rest
from portal.domain.tables.shape import Table, Value
from portal.domain.tables.shares import shares
from portal.domain.tables.trees import within
from portal.domain.words import Kind
from portal.domain.years import ReportingYear


def _ombudsman(making: Making) -> Table:
    found = listing(making, OmbudsmanOutcome)
    services = [(word.value, f"{_OF_ALL}about {word.label.lower()}", 1) for word in OmbudsmanService]
    lines = [*found.lines, ("investigated", f"{_OF_ALL}investigated by the Ombudsman", 1), *services]

    def codes(fact: Fact) -> Iterable[str]:
        yield found.row(fact["outcome"])
        yield f"{fact['service']}{_AS_SERVICE}"
        if fact["investigated"]:
            yield "investigated"

    def count(year: ReportingYear) -> dict[str, int]:
        sums = making.sums("ombudsman", ("outcome", "service", "investigated"), codes, year)
        return {code.removesuffix(_AS_SERVICE): number for code, number in sums.items()}

    reported = making.tally.typed("lgsco_reported", making.year.starts)
    if reported is not None:
        making.notes.append(f"The Ombudsman's own letter counts {reported}, which may differ from our register.")
    return making.over_years(lines, count, grain="ombudsman")


_AS_SERVICE = "\0service"
_OF_ALL = "Of all of them: "  # so that nobody takes the row for a part of the outcome above it


def _members(making: Making) -> Table:
    usual = [("received", "Received", 0), ("answered", "Answered", 0), ("in_time", "Answered in time", 0)]
    lines = chosen(making, usual)

    def received(fact: Fact) -> Iterable[str]:
        return ("received",) if fact["kind"] == Kind.MEMBER_ENQUIRY else ()

    def answered(fact: Fact) -> Iterable[str]:
        if fact["kind"] == Kind.MEMBER_ENQUIRY and fact["answered"]:
            yield "answered"
            if fact["in_time"]:
                yield "in_time"

    def count(year: ReportingYear) -> dict[str, int]:
        return {
            **making.sums("representations", ("kind",), received, year),
            **making.sums("stages", ("kind", "answered", "in_time"), answered, year),
        }

    bare = making.over_years(lines, count, total=False, percent=False)
    in_time = shares(bare.row("in_time").values, bare.row("answered").values)
    blank: tuple[Value, ...] = tuple(None for _ in in_time)
    rows = tuple(replace(row, percent=in_time if row.code == "in_time" else blank) for row in bare.rows)
    making.notes.append("The percentage is of those answered.")
    return replace(bare, rows=rows, notes=tuple(making.notes))


def _is_compliment(fact: Fact) -> bool:
    return fact["kind"] == Kind.COMPLIMENT


def _one(fact: Fact) -> Iterable[str]:
    return ("n",) if _is_compliment(fact) else ()


def _praised(making: Making) -> Table:
    found = listing(making, PraiseFor, "praise")

    def codes(fact: Fact) -> Iterable[str]:
        listed = fact["categories"]
        if _is_compliment(fact) and isinstance(listed, tuple):
            yield from (found.row(code) for code in listed)

    def several(fact: Fact) -> Iterable[str]:
        listed = fact["categories"]
        return ("n",) if _is_compliment(fact) and isinstance(listed, tuple) and len(listed) > 1 else ()

    if making.sums("compliments", ("kind", "categories"), several, making.year):
        number = making.sums(
            "representations", ("kind",), lambda one: ("n",) if _is_compliment(one) else (), making.year
        )
        several_things = "A compliment may praise several things"
        making.tell(f"{several_things}: there were {number.get('n', 0)} compliments.", f"{several_things}.")
    return making.over_years(found.lines, lambda year: making.sums("compliments", ("kind", "categories"), codes, year))


def _sources(making: Making) -> Table:
    found = listing(making, Source, "source")

    def codes(fact: Fact) -> Iterable[str]:
        return (found.row(fact["source"] or NOT_RECORDED),) if _is_compliment(fact) else ()

    def all_(fact: Fact) -> Iterable[str]:
        return (NOT_RECORDED,) if _is_compliment(fact) else ()

    def count(year: ReportingYear) -> dict[str, int]:
        sums = making.sums("compliments", ("kind", "source"), codes, year)
        bare = making.sums("representations", ("kind",), all_, year).get(NOT_RECORDED, 0) - sum(sums.values())
        return {**sums, NOT_RECORDED: sums.get(NOT_RECORDED, 0) + bare} if bare > 0 else sums

    return making.over_years(found.lines, count)


def _teams(making: Making) -> Table:
    teams = making.authority.teams
    rows = tree(making, teams)

    def codes(fact: Fact) -> Iterable[str]:
        return within(teams, str(fact["team"]), making.year.starts) if _is_compliment(fact) else ()

    made = making.over_years(rows, lambda year: making.sums("representations", ("kind", "team"), codes, year))
    return with_rest(making, made)


OTHERS = (
    Definition("ombudsman", "The Ombudsman", "enquiries", "enquiries of the Ombudsman", IN_YEAR, _ombudsman,
               narrows=False),
    Definition("member-enquiries", "Councillors and Members of Parliament", "enquiries", "member enquiries", IN_YEAR,
               _members, narrows=False),
    Definition("compliments-by-category", "What was praised", "codings", "compliments", IN_YEAR, _praised,
               narrows=False),
    Definition("compliments-by-source", "Who sent compliments", "compliments", "compliments", IN_YEAR, _sources,
               narrows=False),
    Definition("compliments-by-team", "Whose work was praised", "compliments", "compliments", IN_YEAR, _teams,
               narrows=False),
)  # fmt: skip
"""The chapter on everything that is not a complaint."""
