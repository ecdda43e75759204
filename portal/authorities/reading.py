"""Turns a checked TOML profile into an Authority."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from portal.authorities.helplines import load_helplines
from portal.domain.authority import (
    AdvocacyProvider,
    Authority,
    Contacts,
    DataProtectionOfficer,
    Mailbox,
    Options,
    Promise,
    RoutingRule,
)
from portal.domain.clock_rules import DEFAULT_LIMITS
from portal.domain.retention import Periods
from portal.domain.tables.report import USUAL
from portal.domain.taxonomy import Term, Terms
from portal.domain.wishes import Group, Wish

Values = Mapping[str, Any]  # what tomllib gives; the shape has been checked before


def authority(profile: Values) -> Authority:
    """The profile as a value; raises TermsDisagree when its trees contradict themselves."""
    return Authority(
        code=profile["code"],
        name=profile["name"],
        short_name=profile["short_name"],
        department=profile["department"],
        contacts=Contacts(**_frozen(profile["contacts"])),
        mailboxes=MappingProxyType(
            {code: Mailbox(code=code, **_frozen(box)) for code, box in profile["mailboxes"].items()}
        ),
        conflict_mailbox=profile["conflict_mailbox"],
        routing=tuple(_rule(rule) for rule in profile["routing"]),
        teams=terms(profile.get("teams", ())),
        categories=terms(profile.get("categories", ())),
        advocacy=AdvocacyProvider(**profile.get("advocacy", {})),
        data_protection=DataProtectionOfficer(**profile.get("data_protection", {})),
        limits=MappingProxyType({**DEFAULT_LIMITS, **profile.get("limits", {})}),
        options=Options(**_frozen(profile.get("options", {}))),
        languages=tuple(profile["languages"]),
        promises=MappingProxyType(
            {code: Promise(code=code, **promise) for code, promise in profile["promises"].items()}
        ),
        retention_years=profile.get("retention_years"),
        retention=_periods(profile),
        labels=MappingProxyType({name: terms(rows) for name, rows in profile.get("labels", {}).items()}),
        helplines=load_helplines(),
        report=tuple(_wish(table) for table in profile.get("report", ())) or USUAL,
    )


def _periods(profile: Values) -> Periods:
    """How long each class is kept; what the council has not said is as usual."""
    said = profile.get("retention_years")
    return Periods(**profile.get("retention", {}), **({"statutory": said} if said else {}))


def terms(rows: list[Values] | tuple[()]) -> Terms:
    """A list of codes with their labels and years; raises TermsDisagree."""
    return Terms(
        tuple(
            Term(
                code=row["code"],
                label=row["label"],
                valid_from=row.get("from"),
                valid_to=row.get("to"),
                parent=row.get("parent", ""),
                canonical=row.get("canonical", ""),
                successors=tuple(row.get("successors", ())),
            )
            for row in rows
        )
    )


def _rule(rule: Values) -> RoutingRule:
    sets = ("kinds", "audiences", "topics", "teams", "journeys")
    return RoutingRule(
        to=tuple(rule["to"]),
        why=rule["why"],
        urgent=rule.get("urgent"),
        default=rule.get("default", False),
        **{name: frozenset(rule.get(name, ())) for name in sets},
    )


def _wish(table: Values) -> Wish:
    rows = tuple(
        Group(row["code"], row["label"], tuple(row.get("codes", (row["code"],)))) for row in table.get("rows", ())
    )
    bands = {name: tuple(limits) for name, limits in table.get("bands", {}).items()}
    others = {one["year"]: one["counts"] for one in table.get("populations", ())}
    simple = {name: value for name, value in table.items() if name not in ("rows", "bands", "populations")}
    return Wish(rows=rows, bands=MappingProxyType(bands), populations=MappingProxyType(others), **_frozen(simple))


def _frozen(values: Values) -> Values:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
