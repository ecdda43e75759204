"""Checks that a well-formed profile makes sense: rules reach mailboxes, promises can be kept, limits are lawful."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from portal.authorities import schema
from portal.authorities.lines import Path
from portal.authorities.shape import Finding, meant
from portal.domain.clock_rules import DEFAULT_LIMITS, LIMITS
from portal.domain.retention import LONGEST, Periods

Profile = Mapping[str, Any]

_SEARCH_ENGINES: Final = ("google.", "bing.", "duckduckgo.", "yahoo.", "ecosia.")
_CONDITIONS: Final = ("kinds", "audiences", "topics", "teams", "journeys", "urgent")
_FREE: Final = ("0800", "0808", "116")
_NOT_UPWARDS: Final = (("s1_base", "s1_max"), ("s2_base", "s2_max"), ("corp_s1_base", "corp_s1_max"))


def findings(profile: Profile) -> Iterator[Finding]:
    """Everything that does not make sense, each with the path of the key; the shape must have been checked before."""
    yield from _languages(profile["languages"])
    yield from _contacts(profile["contacts"])
    yield from _mailboxes(profile["mailboxes"], profile["conflict_mailbox"])
    yield from _rules(profile)
    yield from _tree(profile.get("teams", []), ("teams",))
    yield from _tree(profile.get("categories", []), ("categories",))
    yield from _categories(profile.get("categories", []))
    for name, rows in profile.get("labels", {}).items():
        yield from _tree(rows, ("labels", name))
        yield from _codes(rows, schema.LABELS[name], ("labels", name))
    yield from _limits(profile.get("limits", {}))
    yield from _director(profile)
    yield from _advocacy(profile)
    yield from _options(profile.get("options", {}))
    yield from _retention(profile)
    yield from _promises(profile)
    yield from _report(profile.get("report", []))


def _languages(languages: list[str]) -> Iterator[Finding]:
    for number, code in enumerate(languages):
        if code not in schema.LANGUAGES:
            yield ("languages", number), f'unknown language "{code}"{meant(code, schema.LANGUAGES)}'
    if languages[0] != "en":
        yield ("languages",), 'the first language must be "en", which every other falls back to'
    for code in _repeated(languages):
        yield ("languages",), f'the language "{code}" stands twice'


def _contacts(contacts: Profile) -> Iterator[Finding]:
    if any(engine in contacts.get("exit_url", "") for engine in _SEARCH_ENGINES):
        yield ("contacts", "exit_url"), '"exit_url" must not be a search engine: it shows what was looked for before'
    if "exit_url" in contacts and not contacts["exit_url"]:
        yield ("contacts", "exit_url"), '"exit_url" must not be empty; leave the key out for the usual one'


def _mailboxes(boxes: Profile, conflict: str) -> Iterator[Finding]:
    for code, box in boxes.items():
        for above in box.get("line", []):
            if above not in boxes:
                yield ("mailboxes", code, "line"), f'there is no mailbox "{above}"{meant(above, boxes)}'
    if conflict not in boxes:
        yield ("conflict_mailbox",), f'there is no mailbox "{conflict}"{meant(conflict, boxes)}'
        return
    for name in ("people", "jobs"):
        if boxes[conflict].get(name):
            yield (
                ("mailboxes", conflict, name),
                f'the conflict mailbox is used when all others are left out, so it must have no "{name}"',
            )
    shared = [code for code, box in boxes.items() if box["address"].casefold() == boxes[conflict]["address"].casefold()]
    if len(shared) > 1:
        yield ("mailboxes", conflict, "address"), "the conflict mailbox must have an address of its own"


def _rules(profile: Profile) -> Iterator[Finding]:
    boxes, teams = profile["mailboxes"], {row["code"] for row in profile.get("teams", [])}
    for number, rule in enumerate(profile["routing"]):
        path = ("routing", number)
        for code in rule["to"]:
            if code not in boxes:
                yield (*path, "to"), f'there is no mailbox "{code}"{meant(code, boxes)}'
        for code in rule.get("teams", []):
            if code not in teams:
                yield (*path, "teams"), f'there is no team "{code}"{meant(code, teams)}'
        if rule.get("default") and any(name in rule for name in _CONDITIONS):
            yield (*path, "default"), "the default rule must have no conditions, or something could reach nobody"
    if not any(rule.get("default") for rule in profile["routing"]):
        yield ("routing",), "one rule must say `default = true`, or something could reach nobody"


def _tree(rows: list[Profile], path: Path) -> Iterator[Finding]:
    known = {row["code"] for row in rows}
    for number, row in enumerate(rows):
        here = (*path, number)
        if row.get("from", 0) > row.get("to", 9999):
            yield here, f'"{row["code"]}" ends in {row["to"]}, before it starts in {row["from"]}'
        if any(row["code"] == other["code"] and _same_time(row, other) for other in rows[:number]):
            yield here, f'"{row["code"]}" stands twice in the same year'
        for name, links in (("parent", [row["parent"]] if row.get("parent") else []), ("successors", _after(row))):
            for code in links:
                if code not in known:
                    yield (
                        here,
                        f'"{row["code"]}" names "{code}" in "{name}", which is not in the list{meant(code, known)}',
                    )
        for name in ("parent", "successors"):
            if _in_a_ring(row["code"], name, rows):
                yield here, f'"{row["code"]}" comes back to itself by "{name}"'


def _categories(rows: list[Profile]) -> Iterator[Finding]:
    for number, row in enumerate(rows):
        here, canonical, parent = ("categories", number), row.get("canonical", ""), row.get("parent", "")
        if not canonical and not parent:
            yield here, f'"{row["code"]}" has no canonical code, so it could not be compared with other councils'
        if canonical and canonical not in schema.CATEGORIES:
            yield here, f'unknown canonical code "{canonical}"{meant(canonical, schema.CATEGORIES)}'
        if parent and not row["code"].startswith(parent + "_"):
            yield here, f'"{row["code"]}" must begin with "{parent}_": the same words occur under several parents'


def _codes(rows: list[Profile], known: frozenset[str], path: Path) -> Iterator[Finding]:
    for number, row in enumerate(rows):
        if row["code"] not in known:
            yield (*path, number), f'unknown code "{row["code"]}"{meant(row["code"], known)}'


def _limits(limits: Mapping[str, int]) -> Iterator[Finding]:
    for name, days in limits.items():
        least, most = LIMITS[name].least, LIMITS[name].most
        if most is not None and days > most:
            yield ("limits", name), f'"{name}" is {days}, and may be {most} at most'
        if least is not None and days < least:
            yield ("limits", name), f'"{name}" is {days}, and must be {least} at least'
    every = {**DEFAULT_LIMITS, **limits}
    for base, longest in _NOT_UPWARDS:
        if every[base] > every[longest]:
            yield ("limits", base if base in limits else longest), f'"{base}" must not be longer than "{longest}"'


def _director(profile: Profile) -> Iterator[Finding]:
    """More than the law gives from the recommendations can only be time counted from the panel's day."""
    days, lawful = profile.get("limits", {}).get("s3_response", 0), DEFAULT_LIMITS["s3_response"]
    if days > lawful and profile.get("options", {}).get("s3_response_anchor") != "panel_day":
        yield (
            ("limits", "s3_response"),
            f'"s3_response" is {days}, and may be {lawful} at most, unless "s3_response_anchor" is "panel_day"',
        )


def _options(options: Profile) -> Iterator[Finding]:
    for name in ("s1_report_bands", "s2_report_bands"):
        bands = options.get(name, [])
        if bands != sorted(set(bands)):
            yield ("options", name), f'"{name}" must rise from band to band'
    for name in ("response_target_pct", "amber_pct"):
        if options.get(name, 0) > 100:
            yield ("options", name), f'"{name}" must be from 0 to 100'


def _retention(profile: Profile) -> Iterator[Finding]:
    """Whole years from 1 on; names in kind words never outlive the words."""
    asked = profile.get("retention", {})
    for path, years in [(("retention_years",), profile.get("retention_years", 1))] + [
        (("retention", name), years) for name, years in asked.items()
    ]:
        if not 1 <= years <= LONGEST:
            yield path, f'"{path[-1]}" must be from 1 to {LONGEST} years'
    usual = Periods()
    if asked.get("praise_names", usual.praise_names) > asked.get("praise", usual.praise):
        yield ("retention", "praise_names"), '"praise_names" must not be more than "praise"'


def _advocacy(profile: Profile) -> Iterator[Finding]:
    """What the provider agreed to is what the clock counts, and its number is free, as every page says."""
    phone = profile.get("advocacy", {}).get("phone", "")
    if phone and not phone.startswith(_FREE):
        yield ("advocacy", "phone"), f'pages say that it is free to call, so "phone" must begin with {", ".join(_FREE)}'
    agreed = profile.get("advocacy", {}).get("contact_within_working_days")
    counted = {**DEFAULT_LIMITS, **profile.get("limits", {})}["advocacy_contact"]
    if agreed and agreed != counted:
        yield (
            ("advocacy", "contact_within_working_days"),
            f'"contact_within_working_days" is {agreed}, but "advocacy_contact" in [limits] counts {counted}',
        )


def _promises(profile: Profile) -> Iterator[Finding]:
    needed = {
        "advocate_contact_days": ("advocacy", "contact_within_working_days"),
        "duty_line_day_and_night": ("contacts", "duty_phone"),
    }
    for code, promise in profile["promises"].items():
        if promise["sentence"] != schema.PROMISES[code]:
            yield ("promises", code), f'"{code}" stands for another sentence now: "{schema.PROMISES[code]}"'
        table, key = needed.get(code, ("", ""))
        if promise["confirmed"] and table and not profile.get(table, {}).get(key):
            yield ("promises", code), f'"{code}" is confirmed, but "{key}" in [{table}] is empty'


def _after(row: Profile) -> list[str]:
    found: list[str] = row.get("successors", [])
    return found


def _same_time(one: Profile, other: Profile) -> bool:
    first = max(one.get("from", 0), other.get("from", 0))
    return bool(first <= min(one.get("to", 9999), other.get("to", 9999)))


def _in_a_ring(code: str, name: str, rows: list[Profile]) -> bool:
    def links(here: str) -> set[str]:
        following = (row.get(name) or [] for row in rows if row["code"] == here)
        return {link for found in following for link in ([found] if isinstance(found, str) else found)}

    reached, waiting = set[str](), links(code)
    while waiting:
        here = waiting.pop()
        reached.add(here)
        waiting |= links(here) - reached
    return code in reached


def _repeated(words: Iterable[str]) -> list[str]:
    listed = list(words)
    return sorted({word for word in listed if listed.count(word) > 1})


def _report(tables: list[Profile]) -> Iterator[Finding]:
    for number, table in enumerate(tables):
        for name, limits in table.get("bands", {}).items():
            if not limits or limits != sorted(set(limits)):
                yield ("report", number, "bands", name), f'the bands of "{name}" must rise from one to the next'
        rows = table.get("rows", [])
        for code in _repeated(code for row in rows for code in row.get("codes", [row["code"]])):
            yield ("report", number, "rows"), f'"{code}" is counted in two rows'
        for code in _repeated(row["code"] for row in rows):
            yield ("report", number, "rows"), f'two rows have the code "{code}"'
