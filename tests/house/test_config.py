"""The portal does not start on settings that would put people's stories at risk, and says which one is wrong."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from portal.app import create_app
from portal.config import SETTINGS, UnsafeConfiguration, read, translations
from tests.application import settings

SAFE = {
    "PORTAL_ENVIRONMENT": "production",
    "PORTAL_SECRET_KEY": "s" * 16 + "t" * 16,
    "PORTAL_CODE_PEPPER": "p" * 16 + "q" * 16,
    "PORTAL_DATA_KEYS": "1:" + base64.b64encode(bytes(range(32))).decode(),
    "PORTAL_PUBLIC_URL": "https://complaints.example",
    "PORTAL_MAIL_URL": "smtp://mail.example:587?tls=start",
}


def test_safe_settings_are_accepted() -> None:
    assert read(SAFE).production


@pytest.mark.parametrize("name", sorted(set(SAFE) - {"PORTAL_ENVIRONMENT"}))
def test_production_refuses_to_start_without(name: str) -> None:
    with pytest.raises(UnsafeConfiguration, match=name):
        read({key: value for key, value in SAFE.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_ENVIRONMENT", "prodcution"),
        ("PORTAL_SECRET_KEY", "short"),
        ("PORTAL_CODE_PEPPER", "short"),
        ("PORTAL_DATA_KEYS", "1:c2hvcnQ="),
        ("PORTAL_DATA_KEYS", "not a key"),
        ("PORTAL_DATA_KEYS", "0" + SAFE["PORTAL_DATA_KEYS"][1:]),
        ("PORTAL_DATA_KEYS", "65536" + SAFE["PORTAL_DATA_KEYS"][1:]),
        ("PORTAL_PUBLIC_URL", "http://complaints.example"),
        ("PORTAL_PUBLIC_URL", "https://"),
        ("PORTAL_LANGUAGES", "ar,pl"),
        ("PORTAL_LANGUAGES", "en,xx"),
        ("PORTAL_LANGUAGES", "en,pl,pl"),
        ("PORTAL_DATABASE_URL", "nonsense"),
        ("PORTAL_DATABASE_URL", "mysql://x/y"),
        ("PORTAL_DATA_KEYS", ",".join([SAFE["PORTAL_DATA_KEYS"]] * 2)),
        ("PORTAL_SITES", "public,admin"),
        ("PORTAL_PROXIES", "-1"),
        ("PORTAL_HELD_AFTER", "many"),
    ],
)
def test_production_refuses_to_start_with(name: str, value: str) -> None:
    with pytest.raises(UnsafeConfiguration, match=name):
        read(SAFE | {name: value})


def test_every_language_there_is_is_taken() -> None:
    assert read(SAFE | {"PORTAL_LANGUAGES": ",".join(("en", *translations()))}).languages[1:] == tuple(translations())


def test_a_setting_that_is_empty_is_not_set() -> None:
    assert read(SAFE | {setting.name: "" for setting in SETTINGS if setting.name not in SAFE}) == read(SAFE)


@pytest.mark.parametrize("address", ["garbage", "ftp://x", "http://", "https://h:port"])
def test_a_site_that_nobody_finds_stops_the_start_in_development_too(tmp_path: Path, address: str) -> None:
    with pytest.raises(UnsafeConfiguration, match="PORTAL_PUBLIC_URL"):
        settings(tmp_path, PORTAL_PUBLIC_URL=address)


def test_a_folder_that_cannot_be_made_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnsafeConfiguration, match="PORTAL_INSTANCE"):
        read({"PORTAL_INSTANCE": str(tmp_path / "file" / "folder")})
    with pytest.raises(UnsafeConfiguration, match="PORTAL_INSTANCE"):
        create_app(settings(tmp_path / "file" / "folder"))


def test_a_database_that_cannot_be_asked_for_is_not_named_with_its_password(tmp_path: Path) -> None:
    with pytest.raises(UnsafeConfiguration, match="PORTAL_DATABASE_URL") as refused:
        create_app(settings(tmp_path, PORTAL_DATABASE_URL="postgresql+psycopg://me:secret@h:port/x"))
    assert "secret" not in str(refused.value)


def test_a_developer_needs_to_set_nothing_but_gets_secrets_that_stay(tmp_path: Path) -> None:
    given = {"PORTAL_INSTANCE": str(tmp_path / "instance")}
    assert read(given).secret_key == read(given).secret_key
    (kept,) = (tmp_path / "instance").glob("*secrets*")
    assert kept.stat().st_mode & 0o077 == 0, "others on this machine can read the keys"


def test_production_never_takes_a_developer_s_secrets(tmp_path: Path) -> None:
    given = {"PORTAL_INSTANCE": str(tmp_path / "instance")}
    read(given)
    with pytest.raises(UnsafeConfiguration, match="PORTAL_SECRET_KEY"):
        read({"PORTAL_ENVIRONMENT": "production", **given})


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    shown = repr(read(SAFE))
    for secret in ("PORTAL_SECRET_KEY", "PORTAL_CODE_PEPPER", "PORTAL_MAIL_URL"):
        assert SAFE[secret] not in shown
    assert repr(bytes(range(32))) not in shown


def test_every_setting_is_named_once_and_explained() -> None:
    names = [setting.name for setting in SETTINGS]
    assert len(names) == len(set(names))
    assert all(setting.explanation.endswith(".") for setting in SETTINGS)
