"""What a profile may contain: every key and its kind, the promises there are, and the words a setting may take."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_type_hints

from portal.domain.authority import Options
from portal.domain.clock_rules import LIMITS
from portal.domain.dataset.codes import DatasetProcedure
from portal.domain.journeys.choices import ADULT_ABOUT, LEAVER_ABOUT, YOUNG_ABOUT
from portal.domain.retention import Periods
from portal.domain.tables.report import DEFINITIONS
from portal.domain.words import Audience, Kind, Method, Point


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: what its value must be, and whether a profile may leave it out."""

    kind: str  # one of shape.KINDS
    required: bool = False
    one_of: frozenset[str] = frozenset()


Table = Mapping[str, Key]

_TEXT = Key("text")
_NAME = Key("text", required=True)
_TEXTS = Key("texts")
_TOPICS: Final = frozenset(option.code for option in (*YOUNG_ABOUT, *LEAVER_ABOUT, *ADULT_ABOUT))

PROFILE: Final[Table] = {
    "code": _NAME,
    "name": _NAME,
    "short_name": _NAME,
    "department": _NAME,
    "languages": Key("texts", required=True),
    "retention_years": Key("number"),
    "conflict_mailbox": _NAME,
    "contacts": Key("table", required=True),
    "advocacy": Key("table"),
    "data_protection": Key("table"),
    "mailboxes": Key("table", required=True),
    "routing": Key("list", required=True),
    "teams": Key("list"),
    "categories": Key("list"),
    "labels": Key("table"),
    "limits": Key("table"),
    "options": Key("table"),
    "retention": Key("table"),
    "promises": Key("table", required=True),
    "report": Key("list"),
}

CONTACTS: Final[Table] = {
    "phone": _TEXT,
    "duty_phone": _TEXT,
    "duty_hours": _TEXT,
    "email": Key("email"),
    "address": _TEXTS,
    "text_number": _TEXT,
    "visit": _TEXT,
    "website": Key("link"),
    "bsl_relay_url": Key("link"),
    "exit_url": Key("link"),
    "childrens_rights_phone": _TEXT,
}
ADVOCACY: Final[Table] = {
    "name": _TEXT,
    "phone": _TEXT,
    "email": Key("email"),
    "contact_within_working_days": Key("number"),
}
DATA_PROTECTION: Final[Table] = {"name": _TEXT, "email": Key("email"), "phone": _TEXT}
MAILBOX: Final[Table] = {
    "address": Key("email", required=True),
    "label": _TEXT,
    "people": _TEXTS,
    "jobs": _TEXTS,
    "line": _TEXTS,
}
RULE: Final[Table] = {
    "to": Key("texts", required=True),
    "why": _NAME,
    "kinds": Key("texts", one_of=frozenset(Kind)),
    "audiences": Key("texts", one_of=frozenset(Audience)),
    "topics": Key("texts", one_of=_TOPICS),
    "teams": _TEXTS,
    "journeys": _TEXTS,
    "urgent": Key("flag"),
    "default": Key("flag"),
}
TERM: Final[Table] = {
    "code": _NAME,
    "label": _NAME,
    "from": Key("year"),
    "to": Key("year"),
    "parent": _TEXT,
    "canonical": _TEXT,
    "successors": _TEXTS,
}
PROMISE: Final[Table] = {"confirmed": Key("flag", required=True), "sentence": _NAME}
REPORT: Final[Table] = {
    "id": Key("text", required=True, one_of=frozenset(DEFINITIONS)),
    "title": _TEXT,
    "years": Key("number"),
    "procedures": Key("texts", one_of=frozenset(DatasetProcedure)),
    "with_enquiries": Key("flag"),
    "not_known": Key("text", one_of=frozenset({"row", "note"})),
    "by_highest_stage": Key("flag"),
    "denominator": _TEXT,
    "parts": Key("flag"),
    "bands": Key("table"),
    "rows": Key("list"),
    "populations": Key("list"),
}
REPORT_BANDS: Final[Table] = {name: Key("numbers") for name in ("1", "2", "3", "age")}
REPORT_POPULATION: Final[Table] = {"year": Key("year", required=True), "counts": _NAME}
REPORT_ROW: Final[Table] = {"code": _NAME, "label": _NAME, "codes": _TEXTS}
LIMIT: Final[Table] = {name: Key("number") for name in LIMITS}
RETENTION: Final[Table] = {name: Key("number") for name in get_type_hints(Periods) if name != "statutory"}
"""Years; those of a statutory complaint stand at the top, as `retention_years`, because the public is told them."""

# Codes of the data dictionary: what every council's own words are compared by.
CATEGORIES: Final = frozenset(
    {
        "communication",
        "standard_of_service",
        "staff_conduct",
        "child_protection",
        "finance",
        "environment",
        "placement",
        "adoption",
        "fostering",
        "eligibility_or_involvement",
        "data_protection",
        "other",
    }
)
COMPLAINANTS: Final = frozenset(
    {
        "child_looked_after",
        "child_in_need",
        "child_disabled",
        "child_protection_plan",
        "care_leaver",
        "parent",
        "person_with_pr",
        "la_foster_carer",
        "ifa_foster_carer",
        "special_guardian",
        "sg_child",
        "sg_applicant",
        "prospective_adopter",
        "adoptive_parent",
        "adopted_person",
        "birth_relative",
        "sufficient_interest",
        "advocate",
        "foster_parent_other",
        "member",
        "mp",
        "solicitor",
        "other",
        "anonymous",
    }
)
OUTCOMES: Final = frozenset(
    {
        "upheld",
        "partly_upheld",
        "not_upheld",
        "no_finding",
        "not_proven",
        "resolved",
        "withdrawn",
        "adr",
        "no_further_action",
        "not_investigated",
        "open",
    }
)
LABELS: Final[Mapping[str, frozenset[str]]] = {
    "method": frozenset(Method),
    "point": frozenset(Point),
    "complainant": COMPLAINANTS,
    "outcome": OUTCOMES,
}

_CHOICES: Final[Mapping[str, frozenset[str]]] = {
    "s2_start": frozenset({"request", "statement_agreed"}),
    "s3_response_anchor": frozenset({"recommendations_received", "panel_day"}),
    "corp_anchor": frozenset({"acknowledgement", "receipt"}),
    "outcome_set": OUTCOMES,
}
_KINDS: Final = {str: "text", bool: "flag", int: "number", tuple[int, ...]: "numbers", tuple[str, ...]: "texts"}
OPTION: Final[Table] = {
    name: Key(_KINDS[kind], one_of=_CHOICES.get(name, frozenset())) for name, kind in get_type_hints(Options).items()
}

PROMISES: Final[Mapping[str, str]] = {
    "not_your_social_worker": "The team that reads a complaint is not the child's social worker.",
    "ask_you_first": "We ask the person first before we tell others about the complaint, unless someone is in danger.",
    "talk_to_you_first": "We try to talk to the child first when we may have to tell a person who can help.",
    "duty_line_day_and_night": "The duty line is answered all day and all night.",
    "not_asked_to_check": "The person a complaint is about is not asked to check it.",
    "advocate_contact_days": "An advocate makes contact within the number of working days given above.",
    "plain_envelope": "Letters go in a plain envelope that does not say they come from children's services.",
    "call_today": "When someone asks us to call today, one of our team calls them that day.",
    "do_not_tell_kept": "Nobody the person told us not to tell is told, unless someone is in danger.",
}

# People part 3: the languages designed for, and the next ones.
LANGUAGES: Final = frozenset(
    (
        *("en", "pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "gu", "so", "ti", "am", "ps", "fa", "ckb", "sq", "vi"),
        *("tr", "uk", "fr", "lt", "bg", "ta", "zh-Hans", "zh-Hant", "hu", "ku", "hi"),
    )
)
