"""Taking a dataset in: a folder or a zip is read whole, and kept whole or not at all."""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portal.authorities import load
from portal.domain.audit_words import By, Deed
from portal.domain.dataset.checking import LISTED, faults_between
from portal.domain.dataset.files import BELONGING, FILES
from portal.domain.dataset.reading import Codes, Fault, Row, read_file
from portal.domain.tables.assembling import facts_in
from portal.records import dataset
from portal.records.facts import keep_facts
from portal.services.accounting import bring_up_to_date, desk_references
from portal.services.accounting_rows import desk_numbers
from portal.services.auditing import note
from portal.services.transactions import writing

DESCRIPTION = "datapackage.json"
MOST_BYTES = 1_000_000_000


class CannotRead(ValueError):
    """The package is not there, not a package, or does not say whose it is."""


class Faulty(ValueError):
    """The package has faults, so nothing of it was kept."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults[:LISTED]))


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: rows in the package, and representations among them."""

    rows: int
    representations: int


Lines = dict[str, list[tuple[int, Row]]]


def take_in(path: Path, authority: str = "") -> Taken:
    """Import a package. Raises CannotRead and Faulty; importing the same one again changes nothing."""
    parts = _contents(path)
    code = authority or _authority(parts)
    lines, faults = _read(parts, code)
    bring_up_to_date()
    if not faults:
        references = frozenset(str(row["reference"]) for _line, row in lines.get("representations", ()))
        faults = list(faults_between(lines, dataset.owners_of("representations") - references))
    faults += list(_against_the_desk(lines))
    if faults:
        raise Faulty(faults)
    with writing():
        note(Deed.CHANGED, "dataset_imported", by=By.PORTAL)
        _keep(lines)
    return Taken(sum(len(rows) for rows in lines.values()), len(lines.get("representations", ())))


def _contents(path: Path) -> dict[str, bytes]:
    """The files of a package by name."""
    names = {DESCRIPTION, *(file.path for file in FILES.values())}
    if path.is_dir():
        found = {item.name: item.read_bytes() for item in sorted(path.iterdir()) if item.is_file()}
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > MOST_BYTES:
                raise CannotRead(f"{path.name} holds more than {MOST_BYTES // 1_000_000} MB.")
            found = {Path(name).name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    else:
        raise CannotRead(f"{path} is neither a folder nor a zip file.")
    strange = sorted(name for name in found if name not in names and name.endswith(".csv"))
    if strange:
        raise CannotRead(f"{path.name} has files that are not part of a dataset: {', '.join(strange)}.")
    if not any(name in found for name in names):
        raise CannotRead(f"{path.name} has none of the files of a dataset.")
    return found


def _authority(parts: Mapping[str, bytes]) -> str:
    if DESCRIPTION not in parts:
        raise CannotRead(f"There is no {DESCRIPTION}, so say whose cases these are with --authority.")
    try:
        description: Any = json.loads(parts[DESCRIPTION].decode("utf-8-sig"))
    except ValueError as broken:
        raise CannotRead(f"{DESCRIPTION} is not JSON: {broken}") from broken
    code = description.get("authority") if isinstance(description, dict) else None
    if not isinstance(code, str) or not code:
        raise CannotRead(f"{DESCRIPTION} has no “authority”, so say whose cases these are with --authority.")
    return code


def _read(parts: Mapping[str, bytes], authority: str) -> tuple[Lines, list[Fault]]:
    council = load(authority)
    codes = Codes(frozenset(council.teams.codes()), frozenset(council.categories.codes()))
    lines: Lines = {}
    faults: list[Fault] = []
    for file in FILES.values():
        if file.path in parts:
            read = read_file(file, parts[file.path], codes)
            lines[file.name] = read.rows
            faults += read.faults
    return lines, faults


def _against_the_desk(lines: Lines) -> Iterator[Fault]:
    """What the desk keeps itself is left out of a package that has it the same, and cannot be changed by one."""
    references = {str(row["reference"]) for _line, row in lines.get("representations", ())}
    live = desk_references(references)
    for name, rows in lines.items():
        file = FILES[name]
        mine = live if "reference" in file.key else desk_numbers(name, [row.get("number") for _line, row in rows])
        owners = {at: dataset.owner_of(file, row) for at, (_line, row) in enumerate(rows)}
        ours = {at: owner for at, owner in owners.items() if owner in mine}
        kept: dict[str, list[Row]] = {}
        for row in dataset.rows_in(file, ours.values()) if ours else ():
            kept.setdefault(dataset.owner_of(file, row), []).append(row)
        for at, owner in ours.items():
            line, row = rows[at]
            if row not in kept.get(owner, []):
                wanted = "as the desk has it: this one is kept there, and cannot be changed by an import"
                yield Fault(file.path, line, file.key[0], owner, wanted)
        lines[name] = [one for at, one in enumerate(rows) if at not in ours]


def _keep(lines: Lines) -> None:
    owned = {name: [(dataset.owner_of(FILES[name], row), row) for _line, row in rows] for name, rows in lines.items()}
    mine = [owner for owner, _row in owned.get("representations", ())]
    dataset.forget(("representations", *BELONGING), mine)
    for name, rows in owned.items():
        if name != "representations" and name not in BELONGING:
            dataset.forget((name,), [owner for owner, _row in rows])
        dataset.keep(FILES[name], rows)
    facts: dict[str, list[tuple[str, Mapping[str, object]]]] = {}
    files = {name: [row for _owner, row in rows] for name, rows in owned.items()}
    for grain, fact in facts_in(files, date.max):
        owner = fact["reference"] if grain in ("representations", *BELONGING) else fact["number"]
        facts.setdefault(grain, []).append((str(owner), fact))
    for grain, found in facts.items():
        keep_facts((grain, owner, fact) for owner, fact in found)
