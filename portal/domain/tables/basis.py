"""What a table is counted on: whom, by which rows, bands, limits and lists; what differs in these does not compare."""

from collections.abc import Mapping
from types import MappingProxyType

from portal.domain.authority import Authority
from portal.domain.tables.children import AGES
from portal.domain.tables.facts import STAGES
from portal.domain.tables.timescales import limits_of
from portal.domain.taxonomy import Terms
from portal.domain.wishes import Wish

Basis = Mapping[str, str]
"""Each of `WORDS` that says something of a table, as a text that differs when it does."""
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "whom": "who is counted",
        "rows": "which codes the rows count",
        "bands": "the bands",
        "limits": "the time limits",
        "list": "the list of teams or categories",
    }
)
_BY_TEAM = frozenset({"by-team", "compliments-by-team"})
_BY_CATEGORY = frozenset({"primary-concern", "concerns-by-category"})
_TIMED = frozenset({"timeliness", "duration", "duration-by-quarter"})


def basis(authority: Authority, wish: Wish, year: int) -> Basis:
    """What the council's table is counted on in a reporting year."""
    found = {"whom": _whom(wish), "rows": _rows(authority, wish)}
    if wish.id == "timeliness":
        found["bands"] = " ".join(f"{stage}:{limits_of(authority, wish, stage)}" for stage in STAGES)
    if wish.id in _TIMED:
        found["limits"] = " ".join(f"{name}={days}" for name, days in sorted(authority.limits.items()))
    if wish.id.startswith("children-by-age"):
        found["bands"] = f"age:{wish.bands.get('age', AGES)}"
    terms = tree_of(authority, wish.id)
    if terms is not None:
        found["list"] = " ".join(sorted(f"{row.parent}/{row.code}" for row in terms.valid_in(year)))
    return found


def tree_of(authority: Authority, id_: str) -> Terms | None:
    """The list of teams or categories whose branches are the rows of a table."""
    return authority.teams if id_ in _BY_TEAM else authority.categories if id_ in _BY_CATEGORY else None


def differing(one: Basis, other: Basis) -> list[str]:
    """In which respects two bases differ, in words."""
    return [words for name, words in WORDS.items() if one.get(name, "") != other.get(name, "")]


def _whom(wish: Wish) -> str:
    more = ["enquiries"] if wish.with_enquiries else []
    highest = ["highest stage"] if wish.by_highest_stage else []
    return "+".join((*(wish.procedures or ("all",)), *more, *highest))


def _rows(authority: Authority, wish: Wish) -> str:
    groups = [f"{group.code}={'+'.join(group.codes)}" for group in wish.rows]
    if wish.id.startswith("outcomes") or wish.id == "concerns-by-category":
        groups += [] if wish.rows else authority.options.outcome_set
    return " ".join((*groups, *([] if wish.not_known == "row" else ["without not known"])))
