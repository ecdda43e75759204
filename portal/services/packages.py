"""A package of the dataset, a folder or a zip: its files are read line by line, as often as somebody needs them."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.domain.dataset.files import FILES, File

DESCRIPTION = "datapackage.json"
MOST_BYTES = 1_000_000_000


class CannotRead(ValueError):
    """The package is not there, not a package, or does not say whose it is."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that lies open."""

    path: Path
    names: Mapping[str, str]  # the files by name, and where they lie in a zip
    zip: zipfile.ZipFile | None = None

    @property
    def files(self) -> tuple[File, ...]:
        """The files of the dataset that it has, in their order."""
        return tuple(file for file in FILES.values() if file.path in self.names)

    @property
    def is_described(self) -> bool:
        """Whether it says itself what it is."""
        return DESCRIPTION in self.names

    @contextmanager
    def open(self, name: str) -> Iterator[io.TextIOWrapper]:
        """A file, to be read line by line."""
        raw = self.zip.open(self.names[name]) if self.zip else (self.path / name).open("rb")
        with raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as lines:
            yield lines

    def stamp(self) -> tuple[object, ...]:
        """What is another as soon as somebody writes to it."""
        paths = [self.path] if self.zip else [self.path / name for name in self.names]
        return tuple((path.stat().st_size, path.stat().st_mtime_ns) for path in paths)

    def authority(self) -> str:
        """Whose cases these are. Raises CannotRead."""
        if DESCRIPTION not in self.names:
            raise CannotRead(f"There is no {DESCRIPTION}, so say whose cases these are with --authority.")
        description = self._description()
        code = description.get("authority") if isinstance(description, dict) else None
        if not isinstance(code, str) or not code:
            raise CannotRead(f"{DESCRIPTION} has no “authority”, so say whose cases these are with --authority.")
        return code

    def described(self) -> list[str]:
        """The CSV files that it says it has. Raises CannotRead."""
        description = self._description() if self.is_described else None
        listed = description.get("resources") if isinstance(description, dict) else None
        paths = [one.get("path") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        return [path for path in paths if isinstance(path, str) and path.endswith(".csv")]

    def _description(self) -> Any:
        with self.open(DESCRIPTION) as lines:
            try:
                return json.load(lines)
            except ValueError as broken:
                raise CannotRead(f"{DESCRIPTION} is not JSON: {broken}") from broken


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """A package. Raises CannotRead."""
    if path.is_dir():
        yield _known(Package(path, {item.name: item.name for item in sorted(path.iterdir()) if item.is_file()}))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > MOST_BYTES:
                raise CannotRead(f"{path.name} holds more than {MOST_BYTES // 1_000_000} MB.")
            names = {Path(name).name: name for name in packed.namelist() if not name.endswith("/")}
            yield _known(Package(path, names, packed))
    else:
        raise CannotRead(f"{path} is neither a folder nor a zip file.")


def _known(package: Package) -> Package:
    """A package that has files of a dataset and no others. Raises CannotRead."""
    names = {DESCRIPTION, *(file.path for file in FILES.values())}
    strange = sorted(name for name in package.names if name not in names and name.endswith(".csv"))
    if strange:
        raise CannotRead(f"{package.path.name} has files that are not part of a dataset: {', '.join(strange)}.")
    if not names & package.names.keys():
        raise CannotRead(f"{package.path.name} has none of the files of a dataset.")
    for path in package.described():
        if Path(path).name not in names:
            raise CannotRead(f"{DESCRIPTION} names {path}, which is not a file of a dataset.")
        if (Path(path).name if package.zip else path) not in package.names:
            raise CannotRead(f"{DESCRIPTION} names {path}, which is not in {package.path.name}.")
    return package
