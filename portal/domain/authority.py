"""What the portal knows about one council: its names, contacts, teams, mailboxes, limits and confirmed promises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.domain.retention import Periods
from portal.domain.taxonomy import Terms
from portal.domain.wishes import Wish
from portal.domain.wording import N_

BBC_WEATHER = "https://www.bbc.co.uk/weather"
UNNAMED_PROVIDER = N_("the advocates")
"""What pages call the advocacy provider of a council whose profile names none."""


class UnknownPromise(LookupError):
    """A page asks for a promise that no profile has a line for."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """How people reach the council; an empty value is unknown and the page leaves its sentence out."""

    phone: str = ""  # the complaints team
    duty_phone: str = ""  # the children's duty social work team
    duty_hours: str = ""  # in words, as the council says it
    email: str = ""
    address: tuple[str, ...] = ()
    text_number: str = ""
    visit: str = ""  # where people can come in, in words
    website: str = ""
    bsl_relay_url: str = ""  # British Sign Language video relay
    exit_url: str = BBC_WEATHER  # where "Leave this site fast" goes: bland, and never a search engine
    childrens_rights_phone: str = ""


@dataclass(frozen=True, slots=True)
class AdvocacyProvider:
    """Who gives children someone on their side."""

    name: str = ""
    phone: str = ""
    email: str = ""
    contact_within_working_days: int | None = None  # agreed with the provider, or None


@dataclass(frozen=True, slots=True)
class DataProtectionOfficer:
    """Who answers questions about personal data."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A role's letter box, and who reads it: nobody may learn here of a complaint about themselves."""

    code: str
    address: str
    label: str = ""
    people: tuple[str, ...] = ()  # the names of those who read it, with the short names they go by
    jobs: tuple[str, ...] = ()  # what people may call them instead of by name: "team manager"
    line: tuple[str, ...] = ()  # mailboxes of those who manage them, left out together with them


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """Who is told when. A condition left empty is always met; a `default` rule is used when no other fits."""

    to: tuple[str, ...]  # mailbox codes
    why: str  # shown to staff beside the recipient
    kinds: frozenset[str] = frozenset()  # "complaint", "compliment", "advocacy" ...
    audiences: frozenset[str] = frozenset()  # "child", "adult"
    topics: frozenset[str] = frozenset()  # any one of these
    teams: frozenset[str] = frozenset()  # any one of these, or a team below it
    journeys: frozenset[str] = frozenset()
    urgent: bool | None = None  # None: either
    default: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that pages say only once the council has confirmed that it is true."""

    code: str
    sentence: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Helpline:
    """A national body people can turn to. An empty phone means that no number was seen in a published source."""

    code: str
    name: str
    phone: str
    website: str
    hours: str
    audience: str  # "child", "adult" or "everyone"
    last_checked: date
    source: str
    email: str = ""
    use: str = ""  # what it is for, in a few words


@dataclass(frozen=True, slots=True)
class Options:
    """Choices in which councils' published procedures differ (source: differences between the annual reports, 1.5)."""

    s1_report_bands: tuple[int, ...] = (10, 20)  # upper bounds in working days; above the last is "over"
    s2_report_bands: tuple[int, ...] = (25, 65)
    s3_request_window_hard: bool = True  # True: a late request needs discretion and a reason; False: it is taken
    s2_start: str = "request"  # or "statement_agreed"; both are stored and reported
    s3_response_anchor: str = "recommendations_received"  # or "panel_day", but never later than the law from them
    corp_anchor: str = "acknowledgement"  # or "receipt"
    outcome_set: tuple[str, ...] = (
        "upheld",
        "partly_upheld",
        "not_upheld",
        "no_finding",
        "resolved",
        "withdrawn",
        "open",
    )
    response_target_pct: int = 0  # of Stage 1 answers in their time, where the council says so; 0 says nothing
    amber_pct: int = 50  # of a limit: with this much of it left or less, a date is amber on the board
    amber_days: int = 3  # or with this many working days left or fewer


@dataclass(frozen=True, slots=True)
class Authority:
    """One council's profile; made by `portal.authorities.load`."""

    code: str
    name: str  # "Coventry City Council"
    short_name: str  # "Coventry"
    department: str  # what the council calls its children's services
    contacts: Contacts
    mailboxes: Mapping[str, Mailbox]
    conflict_mailbox: str  # read by someone outside children's services: used when everybody else is complained about
    routing: tuple[RoutingRule, ...]
    teams: Terms = field(default_factory=Terms)
    categories: Terms = field(default_factory=Terms)
    advocacy: AdvocacyProvider = AdvocacyProvider()
    data_protection: DataProtectionOfficer = DataProtectionOfficer()
    limits: Mapping[str, int] = field(default_factory=dict)  # every key of clock_rules.LIMITS
    options: Options = Options()
    languages: tuple[str, ...] = ("en",)  # codes, in the order they are offered
    promises: Mapping[str, Promise] = field(default_factory=dict)
    retention_years: int | None = None  # of a statutory complaint, for the public; None: the council has not said
    retention: Periods = field(default_factory=Periods)
    labels: Mapping[str, Terms] = field(default_factory=dict)  # this council's words: "method", "complainant" ...
    helplines: tuple[Helpline, ...] = ()
    report: tuple[Wish, ...] = ()  # the tables of its annual report, in order

    def promised(self, code: str) -> bool:
        """Whether the council has confirmed this promise; raises UnknownPromise for a code no profile has."""
        if code not in self.promises:
            raise UnknownPromise(code)
        return self.promises[code].confirmed

    def values(self) -> Mapping[str, str]:
        """Placeholders for page text, such as %(duty_phone)s or %(childline_phone)s; an empty string is unknown."""
        return {**self.own_values(), **{f"{helpline.code}_phone": helpline.phone for helpline in self.helplines}}

    def filled(self) -> Mapping[str, str]:
        """The placeholders whose value is known."""
        return {name: value for name, value in self.values().items() if value}

    def own_values(self) -> Mapping[str, str]:
        """The placeholders that this council fills in itself, without the national helplines."""
        days = self.advocacy.contact_within_working_days
        return {
            "council": self.name,
            "council_short": self.short_name,
            "department": self.department,
            "phone": self.contacts.phone,
            "duty_phone": self.contacts.duty_phone,
            "duty_hours": self.contacts.duty_hours,
            "team_email": self.contacts.email,
            "team_address": ", ".join(self.contacts.address),
            "text_number": self.contacts.text_number,
            "visit": self.contacts.visit,
            "website": self.contacts.website,
            "bsl_relay_url": self.contacts.bsl_relay_url,
            "exit_url": self.contacts.exit_url,
            "childrens_rights_phone": self.contacts.childrens_rights_phone,
            "advocacy_name": self.advocacy.name,
            "advocates": self.advocacy.name or UNNAMED_PROVIDER,
            "advocacy_phone": self.advocacy.phone,
            "advocacy_email": self.advocacy.email,
            "advocacy_days": "" if days is None else str(days),
            "dpo_name": self.data_protection.name,
            "dpo_email": self.data_protection.email,
            "dpo_phone": self.data_protection.phone,
            "retention_years": "" if self.retention_years is None else str(self.retention_years),
            "until_age": "" if self.retention_years is None else str(self.retention.until_age),
        }
