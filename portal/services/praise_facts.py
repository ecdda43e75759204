"""What a compliment or a comment says about itself, and what its steps ask of what is kept about it."""

from collections.abc import Callable, Mapping

from portal.domain.compliments import Source, names_left
from portal.domain.journeys.pages import Answers
from portal.domain.stage_words import Fact
from portal.domain.words import Kind, Method
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import children_of
from portal.records.compliments import Compliment, compliment_of

NAMING = ("name", "named_person", "worker", "trusted_name")


def praise_received(case: Case, answers: Answers) -> None:
    """Keep who sent it, and whether we may quote it, where they said so themselves; what it praises the desk says."""
    source = answers.get("source")
    if case.kind not in (Kind.COMPLIMENT, Kind.COMMENT) or source not in set(Source):
        return
    row = Compliment(case_id=case.id, source=str(source), categories=[], may_quote=agreed_to(case, "report"))
    row.texts = {"worker": "", "quote": ""}
    db.session.add(row)


def agreed_to(case: Case, what: str) -> bool | None:
    """Whether they ticked that their words may go to the `person` or into the `report`; None where nobody asked."""
    share = case.told.answers.get("share")
    if isinstance(share, list) and what in share:
        return True
    asked = case.journey == "kind_words" and case.told.way == "full" and case.method is Method.ONLINE_FORM
    return False if asked else None


def described(case: Case) -> bool:
    """Whether it is recorded where it comes from and, of a compliment, what it praises."""
    kept = compliment_of(case.id)
    return kept is not None and bool(kept.categories or case.kind is Kind.COMMENT)


def _described(case: Case, _given: object) -> bool:
    return described(case)


def _may_quote(case: Case, _given: object) -> bool:
    kept = compliment_of(case.id)
    return kept is not None and kept.may_quote is True


def _nameless(case: Case, _given: object) -> bool:
    """Words to quote are kept, and no name that this case knows stands in them."""
    kept = compliment_of(case.id)
    return kept is not None and bool(kept.texts["quote"]) and not names_left(kept.texts["quote"], _names(case))


def _names(case: Case) -> list[str]:
    """Everybody who is named in the case: the person, whoever it is about, the children; nobody once it was let go."""
    if case.let_go_on is not None:
        return []
    kept, details = compliment_of(case.id), case.contact.details
    praised = [kept.texts["worker"]] if kept else []
    return [
        *praised,
        *(str(details[key]) for key in NAMING if details.get(key)),
        *(name for child in children_of(case.id) for name in child.names.values()),
    ]


FACTS: Mapping[Fact, Callable[[Case, object], bool]] = {
    Fact.SOURCE_RECORDED: _described,
    Fact.CONSENT_TO_QUOTE: _may_quote,
    Fact.NAMES_REMOVED: _nameless,
}
"""Nobody ticks that a person agreed or that names are gone: it is read from the record."""
