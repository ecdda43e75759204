"""Sums that run from one table of a report to another: the same complaints by procedure, by stage, by time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from portal.domain.dataset.codes import DatasetProcedure

Name = tuple[object, ...]
"""What a count counts, such as ("accepted", ("statutory", False)): of which procedures, and whether with enquiries."""
PROCEDURES = tuple(word.value for word in DatasetProcedure)
METHODS_TOLD, METHOD_LEFT_OUT = "methods-told", "method-left-out"
_REACHED_IN_ALL = "reached-in-all"
_STAGES = (1, 2, 3)
_EVERY, _ENQUIRIES = "all", ("received-by-kind", "enquiry")
_NO_PROCEDURE = ("received-by-kind", "not_recorded")
"""Accepted complaints of which nobody recorded the procedure."""


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


def with_answers(printed: Mapping[Name, int], values: Mapping[Name, int], sums: Sequence[Sum]) -> Iterator[Sum]:
    """The sums between tables, with the bands for the answers of a stage where these are not printed themselves."""
    bands = {one.whole: one.parts for one in _divided(printed, sums)}
    added = {whole: sum(values.get(part, 0) for part in parts) for whole, parts in bands.items()}
    for one in between({**values, **added}):
        parts = tuple(chain.from_iterable(bands.get(part, (part,)) for part in one.parts))
        yield Sum(one.whole, parts, one.open_ended)


def added_up(values: Mapping[Name, int], sums: Sequence[Sum]) -> dict[Name, int]:
    """What nobody prints and every reader can add up: how many stages were reached, and answers divided twice."""
    found: dict[Name, int] = {}
    for whom in (name[1] for name in values if name[0] == "answers"):
        reached = [values[name] for name in _reached(whom) if name in values]
        if len(reached) == len(_STAGES):
            found[_REACHED_IN_ALL, whom] = sum(reached)
    used = Counter(one.whole for one in sums)
    twice = (one for one in _divided(values, sums) if used[one.whole] > 1)
    return found | {one.whole: sum(values.get(part, 0) for part in one.parts) for one in twice}


def _divided(printed: Mapping[Name, int], sums: Sequence[Sum]) -> list[Sum]:
    """What the answers of each stage divide into, where nothing prints how many there were."""
    return [one for one in sums if one.whole[0] == "timed" and one.whole not in printed and not one.open_ended]


def between(values: Mapping[Name, int]) -> Iterator[Sum]:
    """Every sum between tables that somebody could draw from figures with these names."""
    every = tuple(("accepted", (code, False)) for code in PROCEDURES)
    yield Sum(("accepted", (_EVERY, False)), (*every, _NO_PROCEDURE) if _NO_PROCEDURE in values else every, True)
    for name in values:
        match name:
            case ("accepted", (str(whom), bool(with_enquiries))):
                yield from _accepted(name, whom, with_enquiries)
            case ("reached", 2, whom):
                yield Sum(name, (("resolved-by-stage", "2"), ("reached", 3, whom)))
            case ("answers", whom):
                yield Sum(name, tuple(("timed", stage, whom, False) for stage in _STAGES), True)
                yield Sum((_REACHED_IN_ALL, whom), _reached(whom))
                yield from _besides((_REACHED_IN_ALL, whom), name, _STAGES, whom, values)
            case ("timed", int(stage), whom, by_highest):
                yield from _besides(("reached", stage, whom), name, (stage,), whom, values)
                if by_highest:
                    ended = ("reached", 3, whom) if stage == max(_STAGES) else ("resolved-by-stage", str(stage))
                    yield from _besides(ended, name, (stage,), whom, values)


def _besides(
    whole: Name, answers: Name, stages: Sequence[int], whom: object, values: Mapping[Name, int]
) -> Iterator[Sum]:
    """Whoever reached a stage was answered there or still waits; who withdrew was not answered either, as a rule."""
    waiting, gone = (
        [name for stage in stages if values.get(name := (code, stage, whom))] for code in ("open", "withdrawn")
    )
    for others in ([], waiting, [*waiting, *gone]):  # as far as the data keep it: half-filled cases may not
        yield Sum(whole, (answers, *others), True)


def _reached(whom: object) -> tuple[Name, ...]:
    return tuple(("reached", stage, whom) for stage in _STAGES)


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
