"""Sessions that live on the server.

A cookie holds a random key and nothing else, so no cookie can hold a child's story.
"""

import hashlib
import hmac
import secrets
from typing import Any, Protocol

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin

TOKEN = "csrf_token"


class VisitSession(dict[str, Any], SessionMixin):
    """A visitor of the public site. Only the form token is in it, and that is derived from the key, never stored."""

    def __init__(self, app: Flask, key: str | None) -> None:
        super().__init__()
        self._secret = str(app.secret_key).encode()
        self.key = key
        self.minted = False
        self.ended = False
        if key:
            super().__setitem__(TOKEN, self._token())

    def _token(self) -> str:
        return hmac.new(self._secret, f"form:{self.key}".encode(), "sha256").hexdigest()

    def mint(self) -> str:
        """Give this visitor a fresh key; whatever hung on an old one no longer answers to them."""
        self.key = secrets.token_urlsafe(32)
        self.minted, self.ended = True, False
        super().__setitem__(TOKEN, self._token())
        return self.key

    def __setitem__(self, name: str, value: Any) -> None:
        if name != TOKEN:
            raise KeyError(f"Nothing but the form token may be put in a visitor's session, not {name!r}.")
        if not self.key:
            self.mint()

    @property
    def visitor(self) -> bytes | None:
        """The hash under which this visitor's drafts and visits are stored."""
        return hashlib.sha256(self.key.encode()).digest() if self.key else None

    def end(self) -> None:
        """Forget this visitor; the cookie goes with the answer."""
        self.key, self.ended = None, True
        self.pop(TOKEN, None)


class StaffStore(Protocol):
    """How the staff site keeps its sessions; given to `Sessions` when that site is served."""

    def open(self, key: str | None) -> SessionMixin: ...
    def save(self, session: SessionMixin) -> str | None:
        """Store what changed; return the key for the cookie, or None to delete the cookie."""
        ...


class Sessions(SessionInterface):
    """Visitors everywhere, officers under /staff; two cookies that never meet."""

    def __init__(self, secure: bool, staff: StaffStore | None) -> None:
        prefix = "__Host-" if secure else ""
        self.visitor_cookie, self.staff_cookie = prefix + "s", prefix + "staff"
        self.secure = secure
        self.staff = staff

    def _for_staff(self, path: str) -> bool:
        return self.staff is not None and (path == "/staff" or path.startswith("/staff/"))

    def open_session(self, app: Flask, request: Request) -> SessionMixin:
        if self.staff is not None and self._for_staff(request.path):
            return self.staff.open(request.cookies.get(self.staff_cookie))
        return VisitSession(app, request.cookies.get(self.visitor_cookie) or None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if isinstance(session, VisitSession):
            if session.minted and session.key:
                self._set(response, self.visitor_cookie, session.key)
            elif session.ended:
                self._delete(response, self.visitor_cookie)
            return
        assert self.staff is not None
        if not session.modified:
            return
        key = self.staff.save(session)
        if key:
            self._set(response, self.staff_cookie, key)
        else:
            self._delete(response, self.staff_cookie)

    def _set(self, response: Response, name: str, key: str) -> None:
        """A session cookie: no age, so that closing the browser ends it."""
        response.set_cookie(name, key, secure=self.secure, httponly=True, samesite="Lax", path="/")

    def _delete(self, response: Response, name: str) -> None:
        response.delete_cookie(name, secure=self.secure, httponly=True, samesite="Lax", path="/")
