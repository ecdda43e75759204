"""How the sign-in library is set: where its pages are, what it asks for, and what it must never do."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from portal.services.officers import HASHING, SHORTEST_PASSWORD
from portal.staff.sign_in_forms import WORDS

FRESH_FOR = timedelta(minutes=15)
"""How long a typed password counts for what asks for it again."""

ADDRESSES: Mapping[str, str] = {
    "URL_PREFIX": "/staff",
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
}

TEMPLATES: Mapping[str, str] = {
    "LOGIN_USER": "sign_in",
    "LOGOUT_USER": "sign_out",
    "VERIFY": "password_again",
    "CHANGE_PASSWORD": "password",
    "TWO_FACTOR_SETUP": "phone",
    "TWO_FACTOR_VERIFY_CODE": "code",
    "MULTI_FACTOR_RECOVERY_CODES": "recovery_codes",
    "MULTI_FACTOR_RECOVERY": "recovery",
}

RULES: Mapping[str, Any] = {
    "CHANGEABLE": True,
    "SEND_PASSWORD_CHANGE_EMAIL": False,  # letters go by the outbox alone
    "TWO_FACTOR": True,
    "TWO_FACTOR_REQUIRED": True,
    "TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
    "TWO_FACTOR_RESCUE_EMAIL": False,
    "TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
    "MULTI_FACTOR_RECOVERY_CODES": True,
    "MULTI_FACTOR_RECOVERY_CODES_N": 8,
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
    "STATIC_FOLDER": None,
    "CLI_USERS_NAME": None,
    "CLI_ROLES_NAME": None,
    "CACHE_CONTROL": None,  # every answer is no-store already
}


def library_settings(phone_keys: Mapping[str, str], council: str) -> dict[str, Any]:
    """Everything the library reads from the application's configuration."""
    ours = {
        **ADDRESSES,
        **RULES,
        "TOTP_SECRETS": dict(phone_keys),
        "TOTP_ISSUER": council.replace(":", " "),
        **{f"{name}_TEMPLATE": f"staff/sign_in/{template}.html" for name, template in TEMPLATES.items()},
        **{f"MSG_{name}": (words, "error") for name, words in WORDS.items()},
    }
    named = {f"SECURITY_{name}": value for name, value in ours.items()}
    return {**named, "SESSION_PROTECTION": None, "REMEMBER_COOKIE_DURATION": timedelta(0)}
