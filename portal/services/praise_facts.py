"""What the steps of a compliment or a comment ask, read from what is kept about it."""

from collections.abc import Callable, Mapping

from portal.domain.compliments import names_left
from portal.domain.stage_words import Fact
from portal.records.cases import Case
from portal.records.children import children_of
from portal.records.compliments import compliment_of

NAMING = ("name", "named_person", "worker", "trusted_name")


def _described(case: Case, _given: object) -> bool:
    return compliment_of(case.id) is not None


def _may_quote(case: Case, _given: object) -> bool:
    kept = compliment_of(case.id)
    return kept is not None and kept.may_quote is True


def _nameless(case: Case, _given: object) -> bool:
    """Words to quote are kept, and no name that this case knows stands in them."""
    kept = compliment_of(case.id)
    return kept is not None and bool(kept.texts["quote"]) and not names_left(kept.texts["quote"], _names(case))


def _names(case: Case) -> list[str]:
    """Everybody who is named in the case: the person, whoever it is about, and the children."""
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
