"""Taking a dataset in: all of it is read and checked first, then it is read again and kept whole or not at all."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

from portal import clock
from portal.authorities import load
from portal.domain.audit_words import By, Deed
from portal.domain.authority import Authority
from portal.domain.dataset.checking import LISTED, Between
from portal.domain.dataset.files import BELONGING, FILES, File
from portal.domain.dataset.reading import Codes, Fault, Row, rows_of
from portal.domain.tables.assembling import fact_of
from portal.domain.tables.earlier import Earlier
from portal.domain.tables.facts import Fact, facts_of
from portal.records import dataset
from portal.records.facts import Numbering, keep_facts
from portal.records.retention import let_go_finders
from portal.services.accounting import bring_up_to_date, desk_references
from portal.services.accounting_rows import desk_owners
from portal.services.auditing import note
from portal.services.forgetting import finder
from portal.services.packages import CannotRead, Package, opened
from portal.services.progress import counted
from portal.services.transactions import writing
from portal.services.whose import whose_cases

AT_A_TIME = 1000
T = TypeVar("T")


class Faulty(ValueError):
    """The package has faults, so nothing of it was kept."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults[:LISTED]))


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: rows in the package that the desk does not keep itself, and representations among them."""

    rows: int
    representations: int


@dataclass(slots=True)
class Looked:
    """What was found when a package was looked through."""

    between: Between
    earlier: Earlier
    faults: list[Fault] = field(default_factory=list)
    desk: dict[str, set[str]] = field(default_factory=dict)  # what owns rows of each file that the desk keeps itself


def take_in(path: Path, authority: str = "") -> Taken:
    """Import a package. Raises CannotRead and Faulty; importing the same one again changes nothing."""
    with opened(path) as package:
        council = _council(package, authority)
        codes = Codes(frozenset(council.teams.codes()), frozenset(council.categories.codes()))
        stamp = package.stamp()
        bring_up_to_date()
        looked = _look(package, codes, Looked(Between(clock.today()), Earlier(council)))
        with writing():
            note(Deed.CHANGED, "dataset_imported", by=By.PORTAL)
            dataset.belongs_to(council.code)
            taken = _keep(package, codes, looked)
            if package.stamp() != stamp:
                raise CannotRead(f"{path} was changed while it was read.")
    return taken


def _council(package: Package, authority: str) -> Authority:
    """The council whose cases these are, if they may come to those that are here. Raises CannotRead."""
    said = package.authority() if package.is_described or not authority else authority
    if authority and authority != said:
        raise CannotRead(f"These are cases of “{said}”, not of “{authority}”.")
    ours = whose_cases()
    if ours and said != ours:
        raise CannotRead(f"These are cases of “{said}”; those of “{ours}” are here, and both would be counted as one.")
    return load(said)


def _look(package: Package, codes: Codes, looked: Looked) -> Looked:
    """Look through a package. Raises Faulty with everything that is wrong."""
    for file in package.files:
        looked.desk[file.name] = looked.desk["representations"] if _of_cases(file, looked) else set()
        wrong = set[int]()  # lines of which not everything could be read
        with package.open(file.path) as lines:
            for some in counted(f"Checking {file.path}", _some(rows_of(file, lines, codes))):
                faults = [one for one in some if isinstance(one, Fault)]
                wrong |= {fault.line for fault in faults}
                looked.faults += faults
                lacking = any(fault.line == 1 and not fault.value for fault in looked.faults if fault.file == file.path)
                rows = [one for one in some if not isinstance(one, Fault)]
                looked.faults += _among(file, rows, {line for line, _row in rows} if lacking else wrong, looked)
        if file.name == "representations":
            looked.between.all_known &= all(fault.column and fault.line for fault in looked.faults)
    known = dataset.kept_among("representations", looked.between.sought)
    looked.faults += looked.between.end(known)
    if looked.faults:
        places = {file.path: at for at, file in enumerate(FILES.values())}
        raise Faulty(sorted(looked.faults, key=lambda one: (places[one.file], one.line)))
    return looked


def _among(
    file: File, rows: Sequence[tuple[int, Row]], wrong: Collection[int], looked: Looked
) -> Iterator[Fault]:  # fmt: skip
    """What is wrong with rows beside others, and against what the desk has; only whole rows are looked at."""
    sound = [(line, row) for line, row in rows if line not in wrong]
    for line, row in rows:
        if line in wrong:
            yield from looked.between.skip(file.name, line, row)
        else:
            yield from looked.between.take(file.name, line, row)
        yield from looked.earlier.faults(line, row) if file.name == "earlier_years" else ()
    yield from _against_the_desk(file, sound, looked)


def _of_cases(file: File, looked: Looked) -> bool:
    return file.name in BELONGING and "representations" in looked.desk


def _against_the_desk(file: File, rows: Sequence[tuple[int, Row]], looked: Looked) -> Iterator[Fault]:
    """What the desk keeps itself is left out of a package that has it the same, and cannot be changed by one."""
    desk = looked.desk[file.name]
    if file.name == "representations":
        desk |= desk_references({str(row["reference"]) for _line, row in rows})
        yield from _let_go(file, rows)
    elif file.name not in BELONGING:
        desk |= desk_owners(file.name, [row for _line, row in rows])
    ours = [(dataset.owner_of(file, row), line, row) for line, row in rows] if desk else []
    owners = {owner for owner, _line, _row in ours if owner in desk}
    kept: dict[str, list[Row]] = {}
    for row in dataset.rows_in(file, owners) if owners else ():
        kept.setdefault(dataset.owner_of(file, row), []).append(row)
    for owner, line, row in ours:
        if owner in desk and row not in kept.get(owner, []):
            wanted = "as the desk has it: this one is kept there, and cannot be changed by an import"
            yield Fault(file.path, line, file.key[0], owner, wanted)


def _let_go(file: File, rows: Sequence[tuple[int, Row]]) -> Iterator[Fault]:
    """What was let go here stays gone: an old package would bring it back, and count it twice."""
    gone = let_go_finders()
    for line, row in rows if gone else ():
        if finder(str(row["reference"])) in gone:
            wanted = "of a case that is still here: this one was let go, and an import cannot bring it back"
            yield Fault(file.path, line, file.key[0], str(row["reference"]), wanted)


def _keep(package: Package, codes: Codes, looked: Looked) -> Taken:
    desk = looked.desk.get("representations", set())
    references = sorted(reference for reference in looked.between.kinds if reference not in desk)
    dataset.forget(("representations", *BELONGING), references)
    numbering, number = Numbering(), 0
    for file in package.files:
        with package.open(file.path) as lines:
            for some in counted(f"Keeping {file.path}", _some(rows_of(file, lines, codes))):
                number += _keep_rows(file, some, looked.desk[file.name], numbering)
    for here in counted("Counting representations", _some(references)):
        keep_facts(_facts(here), numbering)
    return Taken(number, len(references))


def _facts(references: Sequence[str]) -> Iterator[tuple[str, str, Fact]]:
    """What is counted of representations that have just been kept, each with its grain and what owns it."""
    for bundle in dataset.bundles(references):
        for grain, fact in facts_of(bundle, date.max):
            yield grain, str(bundle.representation["reference"]), fact


def _keep_rows(file: File, some: Sequence[tuple[int, Row] | Fault], desk: set[str], numbering: Numbering) -> int:
    """Keep rows, and what is counted of each alone. Raises Faulty for a package that was changed meanwhile."""
    faults = [one for one in some if isinstance(one, Fault)]
    if faults:
        raise Faulty(faults)
    rows = [row for _line, row in (one for one in some if not isinstance(one, Fault))]
    owned = [(owner, row) for row in rows if (owner := dataset.owner_of(file, row)) not in desk]
    if file.name != "representations" and file.name not in BELONGING:
        dataset.forget((file.name,), [owner for owner, _row in owned])
    dataset.keep(file, owned)
    facts = ((file.name, owner, fact) for owner, row in owned if (fact := fact_of(file.name, row, date.max)))
    keep_facts(facts, numbering)
    return len(owned)


def _some(every: Iterable[T]) -> Iterator[list[T]]:
    """A thousand at a time."""
    waiting = iter(every)
    while some := list(islice(waiting, AT_A_TIME)):
        yield some
