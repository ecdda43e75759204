"""Every setting: named, explained, read once from the environment.

Production refuses to start on an unsafe or missing one.
"""

import base64
import json
import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent


class UnsafeConfiguration(Exception):
    """The settings would put people's stories at risk, so the portal does not start."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: what it is for and what happens without it."""

    name: str
    default: str
    explanation: str


SETTINGS: tuple[Setting, ...] = (
    Setting("PORTAL_ENVIRONMENT", "development", "`development` or `production`; `wsgi.py` means production."),
    Setting("PORTAL_INSTANCE", "instance", "Folder for the SQLite database and development keys."),
    Setting("PORTAL_DATABASE_URL", "SQLite in the instance folder", "`sqlite:///…` or `postgresql+psycopg://…`."),
    Setting(
        "PORTAL_SECRET_KEY", "made in development", "At least 32 characters; signs form tokens and hashes networks."
    ),
    Setting(
        "PORTAL_DATA_KEYS",
        "made in development",
        "Keys that seal stories: `1:BASE64,2:BASE64`, 32 bytes each; all open, the last one seals (docs/keys.md).",
    ),
    Setting(
        "PORTAL_CODE_PEPPER",
        "made in development",
        "At least 32 characters; mixed into every secret code before hashing.",
    ),
    Setting("PORTAL_AUTHORITY", "example", "Code of the council's profile, or the path of its TOML file."),
    Setting("PORTAL_PUBLIC_URL", "http://127.0.0.1:5000", "Where people find the site; `https://` in production."),
    Setting(
        "PORTAL_MAIL_URL",
        "none",
        "`smtp://user:password@host:587?tls=start`; without it, in development, letters are at /dev/letters.",
    ),
    Setting("PORTAL_MAIL_FROM", "no-reply@portal.example", "The sender of every letter; use a neutral one."),
    Setting(
        "PORTAL_LANGUAGES",
        "those offered",
        "Languages that are switched on, `en` first: `en,pl,ar`; `translations/STATUS.toml` tells which are offered.",
    ),
    Setting("PORTAL_SITES", "public,staff", "Which sites this process serves: `public`, `staff` or both."),
    Setting("PORTAL_PROXIES", "0", "How many trusted proxies stand in front, for the network address."),
    Setting(
        "PORTAL_ANCHORS",
        "none",
        "Folder for the audit's anchors and the ledger of what was let go, where no backup of the database lies.",
    ),
    Setting(
        "PORTAL_SCANNER",
        "none",
        "Where clamd looks for viruses in files: `unix:///run/clamav/clamd.ctl` or `tcp://host:3310`.",
    ),
    Setting(
        "PORTAL_HELD_AFTER",
        "20",
        "Submissions an hour from one network after which further ones are held for a look; none is refused.",
    ),
)

_DEVELOPMENT_SECRETS = ("PORTAL_SECRET_KEY", "PORTAL_DATA_KEYS", "PORTAL_CODE_PEPPER")


@dataclass(frozen=True)
class Settings:
    """The settings of one process. Secrets never appear in its repr."""

    production: bool
    instance: Path
    database_url: str = field(repr=False)
    secret_key: str = field(repr=False)
    data_keys: Mapping[int, bytes] = field(repr=False)
    code_pepper: str = field(repr=False)
    authority: str
    public_url: str
    mail_url: str = field(repr=False)
    mail_from: str
    languages: tuple[str, ...]
    sites: frozenset[str]
    proxies: int
    held_after: int
    anchors: Path | None
    scanner: str

    @property
    def https(self) -> bool:
        return self.public_url.startswith("https://")


def resources(name: str) -> Path:
    """The folder `templates`, `static` or `translations`.

    Beside the package in a checkout, inside it when installed from a wheel.
    """
    inside = PACKAGE / "_site" / name
    return inside if inside.is_dir() else PROJECT / name


@lru_cache
def translations() -> Mapping[str, Mapping[str, Any]]:
    """Every language but English, by its code: its names, how far it was checked, whether it is offered."""
    return tomllib.loads((resources("translations") / "STATUS.toml").read_text(encoding="utf-8"))


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings once; raise `UnsafeConfiguration` naming the setting that is wrong."""
    given = dict(os.environ if environment is None else environment)
    production = _environment(given) == "production"
    instance = Path(given.get("PORTAL_INSTANCE") or "instance").absolute()
    if not production:
        given = _development_secrets(instance, given) | given
    settings = Settings(
        production=production,
        instance=instance,
        database_url=given.get("PORTAL_DATABASE_URL") or f"sqlite:///{instance / 'portal.sqlite3'}",
        secret_key=_secret(given, "PORTAL_SECRET_KEY"),
        data_keys=_keys(given.get("PORTAL_DATA_KEYS", "")),
        code_pepper=_secret(given, "PORTAL_CODE_PEPPER"),
        authority=given.get("PORTAL_AUTHORITY") or "example",
        public_url=(given.get("PORTAL_PUBLIC_URL") or "http://127.0.0.1:5000").rstrip("/"),
        mail_url=given.get("PORTAL_MAIL_URL", ""),
        mail_from=given.get("PORTAL_MAIL_FROM") or "no-reply@portal.example",
        languages=_languages(given.get("PORTAL_LANGUAGES", "")),
        sites=frozenset(site.strip() for site in (given.get("PORTAL_SITES") or "public,staff").split(",")),
        proxies=_number(given, "PORTAL_PROXIES", 0),
        held_after=_number(given, "PORTAL_HELD_AFTER", 20),
        anchors=Path(given["PORTAL_ANCHORS"]).absolute() if given.get("PORTAL_ANCHORS") else None,
        scanner=given.get("PORTAL_SCANNER", ""),
    )
    _refuse_unsafe(settings)
    return settings


def _languages(named: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in named.split(",") if code.strip())
    return codes or ("en", *(code for code, one in translations().items() if one["offered"]))


def _environment(given: Mapping[str, str]) -> str:
    """A slip here would quietly open a development site to the public, so only the two words are taken."""
    name = given.get("PORTAL_ENVIRONMENT") or "development"
    if name not in {"development", "production"}:
        raise UnsafeConfiguration("PORTAL_ENVIRONMENT must be development or production.")
    return name


def _refuse_unsafe(settings: Settings) -> None:
    _refuse_languages(settings.languages)
    if not settings.sites <= {"public", "staff"} or not settings.sites:
        raise UnsafeConfiguration("PORTAL_SITES must name public, staff or both.")
    if not settings.database_url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise UnsafeConfiguration("PORTAL_DATABASE_URL must read sqlite:///path or postgresql+psycopg://host/name.")
    if settings.scanner and not (settings.scanner.startswith("unix:///") or _is_address(settings.scanner, "tcp")):
        raise UnsafeConfiguration("PORTAL_SCANNER must read unix:///path or tcp://host:port.")
    if not _is_address(settings.public_url, "https", *([] if settings.production else ["http"])):
        raise UnsafeConfiguration("PORTAL_PUBLIC_URL must be an https:// address; http:// in development is taken too.")
    if settings.production and not settings.mail_url:
        raise UnsafeConfiguration("PORTAL_MAIL_URL must be set in production: the team has to be told.")


def _refuse_languages(codes: tuple[str, ...]) -> None:
    if codes[:1] != ("en",):
        raise UnsafeConfiguration("PORTAL_LANGUAGES must start with en: every other language falls back to English.")
    if unknown := set(codes) - {"en", "eo", *translations()}:  # eo: the pseudo-language of tests
        raise UnsafeConfiguration(f"PORTAL_LANGUAGES names what is no language here: {', '.join(sorted(unknown))}.")
    if len(set(codes)) < len(codes):
        raise UnsafeConfiguration("PORTAL_LANGUAGES names a language twice.")


def _is_address(text: str, *schemes: str) -> bool:
    """Whether this is an address with a host that can be asked for and, if one is named, a port."""
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna")
        return parts.scheme in schemes and bool(host) and parts.port != 0
    except ValueError:
        return False


def _secret(given: Mapping[str, str], name: str) -> str:
    value = given.get(name, "")
    if len(value) < 32:
        raise UnsafeConfiguration(f"{name} must be set to at least 32 random characters.")
    return value


def _keys(text: str) -> Mapping[int, bytes]:
    named = [part.split(":", 1) for part in text.split(",") if part]
    try:
        keys = {int(number): base64.b64decode(key, validate=True) for number, key in named}
    except ValueError as wrong:
        raise UnsafeConfiguration("PORTAL_DATA_KEYS must read 1:BASE64,2:BASE64 with 32 bytes each.") from wrong
    if not keys or any(len(key) != 32 or not 0 < number < 2**16 for number, key in keys.items()):
        raise UnsafeConfiguration("PORTAL_DATA_KEYS must hold keys of 32 bytes, numbered from 1 to 65535.")
    if len(keys) < len(named):
        raise UnsafeConfiguration("PORTAL_DATA_KEYS names two keys by the same number.")
    return keys


def _number(given: Mapping[str, str], name: str, default: int) -> int:
    value = given.get(name) or str(default)
    if not value.isdecimal():
        raise UnsafeConfiguration(f"{name} must be a whole number.")
    return int(value)


def make_folder(instance: Path) -> None:
    """Make the instance folder. Raises `UnsafeConfiguration` where it cannot be made."""
    try:
        instance.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise UnsafeConfiguration(f"PORTAL_INSTANCE: the folder cannot be made. {wrong}") from wrong


def _development_secrets(instance: Path, given: Mapping[str, str]) -> dict[str, str]:
    """Secrets for one developer's machine, made once and kept in the instance folder; production never reads them."""
    if all(given.get(name) for name in _DEVELOPMENT_SECRETS):
        return {}
    kept = instance / "development-secrets.json"
    make_folder(instance)
    if not kept.exists():
        made = {name: secrets.token_urlsafe(48) for name in _DEVELOPMENT_SECRETS}
        made["PORTAL_DATA_KEYS"] = "1:" + base64.b64encode(secrets.token_bytes(32)).decode()
        kept.touch(mode=0o600)
        kept.write_text(json.dumps(made), encoding="utf-8")
    return dict(json.loads(kept.read_text(encoding="utf-8")))
