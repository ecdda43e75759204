"""The councils: one TOML profile each, checked line by line and loaded as an Authority."""

import tomllib
from functools import cache
from pathlib import Path

from portal.authorities.checking import (
    Fault,
    faults_in,
    placeholder_addresses,
    promises_unconfirmed,
    unknown_contacts,
)
from portal.authorities.helplines import load_helplines, stale_helplines
from portal.authorities.reading import authority as _read
from portal.domain.authority import Authority

__all__ = [
    "DEFAULT",
    "BadProfile",
    "Fault",
    "UnknownAuthority",
    "check",
    "codes",
    "load",
    "load_helplines",
    "placeholder_addresses",
    "promises_unconfirmed",
    "stale_helplines",
    "unknown_contacts",
]

DEFAULT = "example"
_FOLDER = Path(__file__).parent
_NOT_A_COUNCIL = {"helplines"}


class UnknownAuthority(LookupError):
    """No profile has this code, and it is not the path of a TOML file."""


class BadProfile(ValueError):
    """A profile has faults; they are in `faults`, by line."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def codes() -> tuple[str, ...]:
    """The codes of the councils that are shipped, the default first."""
    found = {path.stem for path in _FOLDER.glob("*.toml")} - _NOT_A_COUNCIL
    return (DEFAULT, *sorted(found - {DEFAULT}))


def check(code: str | Path) -> list[Fault]:
    """Everything wrong in the profile with this code or path; raises UnknownAuthority."""
    return faults_in(_path(code))


@cache
def load(code: str | Path) -> Authority:
    """The profile with this code, or in this TOML file; raises UnknownAuthority or BadProfile."""
    path = _path(code)
    if faults := faults_in(path):
        raise BadProfile(faults)
    return _read(tomllib.loads(path.read_text(encoding="utf-8")))


def _path(code: str | Path) -> Path:
    if isinstance(code, Path) or code.endswith(".toml"):
        path = Path(code)
        if not path.is_file():
            raise UnknownAuthority(f"there is no file {code}")
        return path
    if code not in codes():
        raise UnknownAuthority(f'there is no authority "{code}"; there are {", ".join(codes())}')
    return _FOLDER / f"{code}.toml"
