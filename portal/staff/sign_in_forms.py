"""The forms of the door: the sign-in library's own, in our words."""

from typing import Any

from flask_security.forms import (
    ChangePasswordForm,
    LoginForm,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    TwoFactorVerifyCodeForm,
    VerifyForm,
)
from flask_security.recovery_codes import MfRecoveryForm
from wtforms import RadioField
from wtforms.fields import SelectChoice


class PhoneForm(TwoFactorSetupForm):
    """An authenticator app is the only second step; it cannot be switched off."""

    setup = RadioField("Second step", choices=[SelectChoice("authenticator", "An authenticator app")])


class NoPhoneForm(TwoFactorRescueForm):
    """The library builds it beside the code's form; we link to the recovery codes instead."""

    help_setup = RadioField("Help", choices=[], validate_choice=False)


def _worded(form: type[Any], **labels: str) -> type[Any]:
    """A form of the library with our words at its fields."""

    def __init__(self: Any, *given: Any, **more: Any) -> None:
        form.__init__(self, *given, **more)
        for name, words in labels.items():
            self[name].label.text = words

    return type(form.__name__, (form,), {"__init__": __init__})


FORMS = {
    "login_form": _worded(LoginForm, email="E-mail address", password="Password"),
    "verify_form": _worded(VerifyForm, password="Password"),
    "two_factor_setup_form": PhoneForm,
    "two_factor_rescue_form": NoPhoneForm,
    "two_factor_verify_code_form": _worded(TwoFactorVerifyCodeForm, code="Six digits"),
    "mf_recovery_form": _worded(MfRecoveryForm, code="Recovery code"),
    "change_password_form": _worded(
        ChangePasswordForm,
        password="The password you have now",
        new_password="New password",
        new_password_confirm="New password, once more",
    ),
}
"""By the names under which the library takes them."""

WORDS = {
    "GENERIC_AUTHN_FAILED": "We could not sign you in. Check your e-mail address and password.",
    "INVALID_EMAIL_ADDRESS": "We could not sign you in. Check your e-mail address and password.",
    "INVALID_CODE": "That code is not right, or it has run out. Wait for the next one and type it in.",
    "TWO_FACTOR_INVALID_TOKEN": "That code is not right, or it has run out. Wait for the next one and type it in.",
    "INVALID_RECOVERY_CODE": "That recovery code is not right, or it was used before.",
    "INVALID_PASSWORD": "That is not your password.",
    "PASSWORD_MISMATCH": "That is not your password.",
    "PASSWORD_NOT_PROVIDED": "Type your password.",
    "EMAIL_NOT_PROVIDED": "Type your e-mail address.",
    "RETYPE_PASSWORD_MISMATCH": "The two new passwords are not the same.",
    "PASSWORD_IS_THE_SAME": "Choose a password that is different from the one you have.",
    "PASSWORD_INVALID_LENGTH": "A password needs at least %(length)s characters. Three random words make a good one.",
    "PASSWORD_CHANGE": "Your password is changed.",
    "REAUTHENTICATION_REQUIRED": "Please type your password again to go on.",
    "REAUTHENTICATION_SUCCESSFUL": "Thank you. You can go on.",
    "TWO_FACTOR_LOGIN_SUCCESSFUL": "You are signed in.",
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": "Your phone is connected.",
    "TWO_FACTOR_PERMISSION_DENIED": "Please start again with your e-mail address and password.",
}
"""What the library says, in plain words; every failed sign-in gets the same ones."""
