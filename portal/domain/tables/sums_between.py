"""Sums that run from one table of a report to another: the same complaints by procedure, by stage, by time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.domain.dataset.codes import DatasetProcedure

Name = tuple[object, ...]
"""What a count counts, such as ("accepted", ("statutory", False)): of which procedures, and whether with enquiries."""
PROCEDURES = tuple(word.value for word in DatasetProcedure)
METHODS_TOLD, METHOD_LEFT_OUT = "methods-told", "method-left-out"
_EVERY, _ENQUIRIES = "all", ("received-by-kind", "enquiry")


@dataclass(frozen=True, slots=True)
class Sum:
    """A count and the counts it falls into; `open_ended` when further parts are not printed."""

    whole: Name
    parts: tuple[Name, ...]
    open_ended: bool = False


def left_out_of(values: Mapping[Name, int]) -> list[Sum]:
    """Complaints whose method is known and those of which it is not, wherever both together are printed."""
    every = ((name, ("accepted", name[1])) for name in values if name[0] == METHODS_TOLD)
    return [Sum(whole, (told, (METHOD_LEFT_OUT, told[1]))) for told, whole in every if whole in values]


def between(values: Mapping[Name, int]) -> Iterator[Sum]:
    """Every sum between tables that somebody could draw from figures with these names."""
    yield Sum(("accepted", (_EVERY, False)), tuple(("accepted", (code, False)) for code in PROCEDURES), True)
    for name in values:
        match name:
            case ("accepted", (str(whom), bool(with_enquiries))):
                yield from _accepted(name, whom, with_enquiries)
            case ("reached", 2, whom):
                yield Sum(name, (("resolved-by-stage", "2"), ("reached", 3, whom)))
            case ("answers", whom):
                yield Sum(name, tuple(("timed", stage, whom, False) for stage in (1, 2, 3)), True)
            case ("timed", int(stage), whom, by_highest):
                ended = ("reached", 3, whom) if stage == max(_STAGES) else ("resolved-by-stage", str(stage))
                yield Sum(ended if by_highest else ("reached", stage, whom), (name,), True)


_STAGES = (1, 2, 3)


def _accepted(name: Name, whom: str, with_enquiries: bool) -> Iterator[Sum]:
    """What accepted complaints fall into, and what lies within them."""
    procedures = () if whom == _EVERY else tuple(whom.split("+"))
    parts = tuple(("accepted", (code, False)) for code in procedures or (_EVERY,))
    if with_enquiries:
        yield Sum(name, (*parts, _ENQUIRIES))
    elif len(procedures) > 1:
        yield Sum(name, parts)
    population = (whom, with_enquiries)
    yield Sum(name, (("reached", 1, population),))
    yield Sum(name, (("from-children", population),), True)
    yield Sum(name, (("asked-for", 2, population),), True)
