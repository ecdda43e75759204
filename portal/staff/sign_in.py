"""The one guarded door: password, then a code from the officer's phone; every answer to a failure is the same."""

from typing import Any

from flask import Flask, abort, redirect, request, session, url_for
from flask_login import user_logged_out
from flask_security import Security, user_authenticated
from werkzeug.wrappers import Response

from portal.services import looking, throttling
from portal.staff.accounts import Accounts, OfficerAccount, OneTimeCodes, RecoveryCodes
from portal.staff.sessions import OfficerSession
from portal.staff.sign_in_forms import FORMS
from portal.staff.sign_in_settings import library_settings
from portal.web.doors import Door
from portal.web.network import network

FAILURES_OF_A_NETWORK = 30
FAILURES_OF_ALL = 300
"""Failed tries in an hour; once all networks together had that many, a network is stopped at its third."""
FEW = 3
TRIES_OF_A_PERSON = 10
"""Wrong codes in an hour for one officer whose password was right: six digits must not be tried through."""

TRYING = {"security.login", "security.two_factor_token_validation", "security.mf_recovery", "security.verify"}


def open_door(app: Flask) -> None:
    """Put the sign-in library in front of the staff site, and keep it away from the public one."""
    phone_keys = app.extensions["portal.keyring"].phone_keys
    app.config.update(library_settings(phone_keys, app.extensions["portal.authority"].name))
    before = _hooks(app)
    Security(app, Accounts(), mf_recovery_codes_util_cls=RecoveryCodes, totp_cls=OneTimeCodes, **FORMS)
    _keep_to_staff_pages(app, before)
    app.view_functions["security.two_factor_rescue"] = recover
    for endpoint, view in app.view_functions.items():
        if endpoint.startswith("security."):
            view.door = Door.SIGN_IN  # type: ignore[union-attr]  # the library looks after its own pages
    user_authenticated.connect(_begun, app)
    user_logged_out.connect(_ended, app)
    app.before_request(slow_down)
    app.after_request(count_failure)


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
        person = session.get("tf_user_id") or session.get("_user_id") or ""
        if person:
            throttling.count("sign_in_code", person)
        looking.refused_sign_in(request.form.get("email", ""), person)
    return response
