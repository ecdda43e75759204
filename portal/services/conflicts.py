"""Whether a case may be about the very officer who asks for it; then it does not exist for them."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from portal.domain.conflicts import could_mean
from portal.domain.references import ALPHABET
from portal.extensions import db
from portal.records.cases import Case
from portal.records.listing import Listed, contact_details
from portal.services.writing_letters import NAMING

_NAMING = tuple(json.dumps(key).encode() for key in NAMING)
_NUMBER = re.compile(rf"\b([{ALPHABET}]{{4}})-([{ALPHABET}]{{4}})\b")


def concerns(details: Mapping[str, Any], officer_name: str) -> bool:
    """Whether somebody named in a case could be this officer: the same answers that decide who gets letters."""
    return any(isinstance(typed := details.get(key), str) and _names(typed, officer_name) for key in NAMING)


@lru_cache(maxsize=4096)  # the inbox asks the same of the same cases all day
def _names(typed: str, officer_name: str) -> bool:
    return could_mean(_in_alphabet_of(officer_name, typed), officer_name)


def concerned(cases: Iterable[Case], officer_name: str) -> frozenset[int]:
    """Of these cases, the numbers of those that may be about the officer."""
    return concerned_of([case.id for case in cases], officer_name)


def concerned_in(cases: Iterable[Listed], officer_name: str) -> frozenset[int]:
    """The same for a list, which came with its envelopes."""
    return frozenset(case.id for case in cases if concerns(case.contact(), officer_name))


def concerned_of(case_ids: Iterable[int], officer_name: str) -> frozenset[int]:
    """The same for numbers of cases."""
    return frozenset(case for case, details in contact_details(case_ids) if _concerns(details, officer_name))


def concerned_among(references: Iterable[str], officer_name: str) -> frozenset[str]:
    """The same for references, of which an export has as many as there are cases."""
    found = contact_details(references, by="reference")
    return frozenset(reference for reference, details in found if _concerns(details, officer_name))


def _concerns(details: bytes, officer_name: str) -> bool:
    """The same for details as they were sealed; most name nobody, which is seen without reading them."""
    return any(key in details for key in _NAMING) and concerns(json.loads(details), officer_name)


def hidden_numbers(texts: Iterable[str], officer_name: str) -> frozenset[str]:
    """The numbers of cases in these texts, as they are printed, that the officer may not even know to exist."""
    printed = {"".join(found.groups()): found.group() for text in texts for found in _NUMBER.finditer(text)}
    if not printed:
        return frozenset()
    cases = db.session.scalars(select(Case).where(Case.reference.in_(printed))).all()
    hidden = concerned(cases, officer_name)
    return frozenset(printed[case.reference] for case in cases if case.id in hidden)


def _in_alphabet_of(name: str, typed: str) -> str:
    """Only the words in the officer's own alphabet.

    A letter is kept from everybody when a name is written in Arabic, because somebody outside still gets it. A page
    hidden from everybody would be a complaint lost.
    """
    own = _alphabets(name)
    return " ".join(word for word in typed.split() if _alphabets(word) <= own)


def _alphabets(text: str) -> set[str]:
    return {unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha()}
