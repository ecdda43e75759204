"""Who is told that something has arrived: the council's own rules, and never the person it is about."""

from dataclasses import dataclass

from portal.domain.authority import Authority, Mailbox, RoutingRule
from portal.domain.conflicts import could_mean_any

CONFLICT = "Someone outside the service reads this, because the people who would read it may be the ones it is about."


@dataclass(frozen=True, slots=True)
class RoutingFacts:
    """What the rules may look at; never the story itself."""

    kind: str = "complaint"  # words.Kind
    audience: str = "child"  # words.Audience
    topics: frozenset[str] = frozenset()  # codes of the ticked topics
    team: str = ""  # a team's code, when staff know it
    urgent: bool = False  # somebody asked to be called today, or is not safe
    named_people: tuple[str, ...] = ()  # what the person typed about whom it is about, as typed
    journey: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One letter box to write to, and the rule's reason, for staff."""

    mailbox: str
    address: str
    why: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Who is told, and which letter boxes were left out because those who read them may be complained about."""

    recipients: tuple[Recipient, ...]
    left_out: tuple[str, ...] = ()


def route(authority: Authority, facts: RoutingFacts) -> Routing:
    """Return who is told: at least one recipient, never one whose readers could be among `facts.named_people`.

    Every rule that fits adds its mailboxes, in order; when none fits, the default rules do. When a conflict of interest
    empties the list, or empties what an urgent rule asked for, the conflict mailbox is told instead (design: trust,
    threat 4). The profile's check makes sure that the conflict mailbox is nobody's who could be complained about.
    """
    avoided = _avoided(authority, facts.named_people)
    found: dict[str, Recipient] = {}
    left_out: dict[str, None] = {}
    for rule in _fitting(authority, facts):
        open_boxes = [code for code in rule.to if code not in avoided]
        left_out.update(dict.fromkeys(code for code in rule.to if code in avoided))
        for code in open_boxes:
            _add(found, authority.mailboxes[code], rule.why)
        if rule.urgent and not open_boxes:
            _add(found, authority.mailboxes[authority.conflict_mailbox], rule.why)
    if not found:
        _add(found, authority.mailboxes[authority.conflict_mailbox], CONFLICT)
    return Routing(tuple(found.values()), tuple(left_out))


def _fitting(authority: Authority, facts: RoutingFacts) -> list[RoutingRule]:
    rules = [rule for rule in authority.routing if not rule.default and _fits(authority, rule, facts)]
    return rules or [rule for rule in authority.routing if rule.default]


def _fits(authority: Authority, rule: RoutingRule, facts: RoutingFacts) -> bool:
    return (
        (not rule.kinds or facts.kind in rule.kinds)
        and (not rule.audiences or facts.audience in rule.audiences)
        and (not rule.topics or bool(rule.topics & facts.topics))
        and (not rule.journeys or facts.journey in rule.journeys)
        and (not rule.teams or any(authority.teams.within(facts.team, team) for team in rule.teams))
        and (rule.urgent is None or rule.urgent == facts.urgent)
    )


def _avoided(authority: Authority, named_people: tuple[str, ...]) -> frozenset[str]:
    """The mailboxes whose readers could be meant, those of their managers, and any other name of the same address."""
    boxes = authority.mailboxes
    meant = {code for code, box in boxes.items() if could_mean_any(named_people, box.people, box.jobs)}
    waiting = list(meant)
    while waiting:
        for above in boxes[waiting.pop()].line:
            if above not in meant:
                meant.add(above)
                waiting.append(above)
    addresses = {boxes[code].address.casefold() for code in meant}
    return frozenset(code for code, box in boxes.items() if box.address.casefold() in addresses) - {
        authority.conflict_mailbox
    }


def _add(found: dict[str, Recipient], box: Mailbox, why: str) -> None:
    """Each address once, with the reason of the first rule that asked for it."""
    found.setdefault(box.address.casefold(), Recipient(box.code, box.address, why))
