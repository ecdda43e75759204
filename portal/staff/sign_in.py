"""The one guarded door: password, then a code from the officer's phone; every answer to a failure is the same."""

import hmac
from datetime import timedelta
from typing import Any

from flask import Flask, abort, redirect, request, session, url_for
from flask_login import user_logged_out
from flask_security import Security, user_authenticated
from werkzeug.wrappers import Response

from portal.config import Settings
from portal.services import throttling
from portal.services.officers import HASHING, SHORTEST_PASSWORD
from portal.staff.accounts import Accounts, OfficerAccount, RecoveryCodes
from portal.staff.sessions import OfficerSession
from portal.staff.sign_in_forms import FORMS, WORDS
from portal.web.doors import Door
from portal.web.network import network

FAILURES_OF_A_NETWORK = 30
FAILURES_OF_ALL = 300
"""Failed tries in an hour; once all networks together had that many, a network is stopped at its third."""
FEW = 3
TRIES_OF_A_PERSON = 10
"""Wrong codes in an hour for one officer whose password was right: six digits must not be tried through."""

FRESH_FOR = timedelta(minutes=15)
"""How long a typed password counts for what asks for it again."""

TRYING = {"security.login", "security.two_factor_token_validation", "security.mf_recovery", "security.verify"}


def open_door(app: Flask) -> None:
    """Put the sign-in library in front of the staff site, and keep it away from the public one."""
    app.config.update(_settings(app.config["PORTAL"], app.extensions["portal.authority"].name))
    before = _hooks(app)
    Security(app, Accounts(), mf_recovery_codes_util_cls=RecoveryCodes, **FORMS)
    _keep_to_staff_pages(app, before)
    app.view_functions["security.two_factor_rescue"] = recover
    for endpoint, view in app.view_functions.items():
        if endpoint.startswith("security."):
            view.door = Door.SIGN_IN  # type: ignore[union-attr]  # the library looks after its own pages
    user_authenticated.connect(_begun, app)
    user_logged_out.connect(_ended, app)
    app.before_request(slow_down)
    app.after_request(count_failure)


def _settings(settings: Settings, council: str) -> dict[str, Any]:
    ours: dict[str, Any] = {
        "URL_PREFIX": "/staff",
        "STATIC_FOLDER": None,
        "CLI_USERS_NAME": None,
        "CLI_ROLES_NAME": None,
        "LOGIN_URL": "/sign-in",
        "LOGOUT_URL": "/sign-out",
        "VERIFY_URL": "/password-again",
        "CHANGE_URL": "/password",
        "TWO_FACTOR_SETUP_URL": "/phone",
        "TWO_FACTOR_TOKEN_VALIDATION_URL": "/code",
        "TWO_FACTOR_RESCUE_URL": "/no-phone",
        "TWO_FACTOR_SELECT_URL": "/second-step",
        "MULTI_FACTOR_RECOVERY_CODES_URL": "/recovery-codes",
        "MULTI_FACTOR_RECOVERY_URL": "/recovery",
        "POST_LOGIN_VIEW": "/staff/",
        "POST_LOGOUT_VIEW": "/staff/sign-in",
        "POST_CHANGE_VIEW": "/staff/account",
        "POST_VERIFY_VIEW": "/staff/",
        "TWO_FACTOR_POST_SETUP_VIEW": "/staff/account",
        "CHANGEABLE": True,
        "SEND_PASSWORD_CHANGE_EMAIL": False,  # letters go by the outbox alone
        "TWO_FACTOR": True,
        "TWO_FACTOR_REQUIRED": True,
        "TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "TWO_FACTOR_RESCUE_EMAIL": False,
        "TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
        "MULTI_FACTOR_RECOVERY_CODES": True,
        "MULTI_FACTOR_RECOVERY_CODES_N": 8,
        "TOTP_SECRETS": _phone_keys(settings),
        "TOTP_ISSUER": council.replace(":", " "),
        "RETURN_GENERIC_RESPONSES": True,
        "LOGOUT_CSRF": True,
        "DEFAULT_REMEMBER_ME": False,
        "FRESHNESS": FRESH_FOR,
        "FRESHNESS_GRACE_PERIOD": timedelta(minutes=5),
        "PASSWORD_SCHEMES": ["argon2"],
        "PASSWORD_SINGLE_HASH": {"argon2"},  # argon2 salts by itself
        "DEPRECATED_PASSWORD_SCHEMES": [],
        "PASSWORD_HASH_PASSLIB_OPTIONS": {
            "argon2__time_cost": HASHING.time_cost,
            "argon2__memory_cost": HASHING.memory_cost,
            "argon2__parallelism": HASHING.parallelism,
        },
        "PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
        "EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "test_environment": True},
        "JOIN_USER_ROLES": False,
        "API_ENABLED_METHODS": ["session"],
        "CACHE_CONTROL": None,  # every answer is no-store already
    }
    templates = {
        "LOGIN_USER": "sign_in", "LOGOUT_USER": "sign_out", "VERIFY": "password_again", "CHANGE_PASSWORD": "password",
        "TWO_FACTOR_SETUP": "phone", "TWO_FACTOR_VERIFY_CODE": "code", "TWO_FACTOR_SELECT": "second_step",
        "MULTI_FACTOR_RECOVERY_CODES": "recovery_codes", "MULTI_FACTOR_RECOVERY": "recovery",
    }  # fmt: skip
    ours |= {f"{name}_TEMPLATE": f"staff/sign_in/{template}.html" for name, template in templates.items()}
    ours |= {f"MSG_{name}": (words, "error") for name, words in WORDS.items()}
    named = {f"SECURITY_{name}": value for name, value in ours.items()}
    return {**named, "SESSION_PROTECTION": None, "REMEMBER_COOKIE_DURATION": timedelta(0)}


def _phone_keys(settings: Settings) -> dict[str, str]:
    """Keys that seal the officers' phone secrets, made from the keys that seal stories and numbered as they are."""
    return {str(number): hmac.new(key, b"totp", "sha256").hexdigest() for number, key in settings.data_keys.items()}


def _hooks(app: Flask) -> list[tuple[list[Any], int]]:
    kinds = (app.before_request_funcs, app.after_request_funcs, app.template_context_processors)
    return [(kind[None], len(kind[None])) for kind in kinds]


def _keep_to_staff_pages(app: Flask, before: list[tuple[list[Any], int]]) -> None:
    """The library hooks into every request; a page of the public site must not wait for it, nor touch a session."""
    nothing: tuple[Any, ...] = (lambda: None, lambda response: response, dict)
    for (hooks, known), otherwise in zip(before, nothing, strict=True):
        hooks[known:] = [_on_staff_pages(hook, otherwise) for hook in hooks[known:]]


def _on_staff_pages(hook: Any, otherwise: Any) -> Any:
    return lambda *given: (hook if is_staff_page() else otherwise)(*given)


def is_staff_page() -> bool:
    return request.path == "/staff" or request.path.startswith("/staff/")


def _begun(_app: Flask, user: OfficerAccount, **_more: Any) -> None:
    if isinstance(flask_session(), OfficerSession):
        flask_session().begin(user.id)


def _ended(_app: Flask, **_more: Any) -> None:
    flask_session().end()


def flask_session() -> OfficerSession:
    """The session itself, not the library's stand-in for it."""
    found: OfficerSession = session._get_current_object()  # type: ignore[attr-defined]
    return found


def recover() -> Response:
    """Without the phone: straight to the recovery codes. Nobody is sent a code or a cry for help by mail."""
    return redirect(url_for("security.mf_recovery"))


def slow_down() -> None:
    """Stop guessing: by network, by everybody together, and by the officer whose password was guessed already."""
    if request.method != "POST" or request.endpoint not in TRYING:
        return
    failed = throttling.so_far("sign_in", network())
    crowded = throttling.so_far("sign_in", "all") >= FAILURES_OF_ALL
    person = session.get("tf_user_id") or session.get("_user_id")
    pressed = person is not None and throttling.so_far("sign_in_code", person) >= TRIES_OF_A_PERSON
    if failed >= (FEW if crowded else FAILURES_OF_A_NETWORK) or pressed:
        abort(429)


def count_failure(response: Any) -> Any:
    """A form of the door that is shown again was a failed try; a success goes on to another page."""
    if request.method == "POST" and request.endpoint in TRYING and response.status_code == 200:
        throttling.count("sign_in", network())
        throttling.count("sign_in", "all")
        if person := session.get("tf_user_id") or session.get("_user_id"):
            throttling.count("sign_in_code", person)
    return response
