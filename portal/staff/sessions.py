"""The signed-in session of an officer's browser: a random key in the cookie, everything else sealed on the server."""

from datetime import timedelta
from typing import Any

from flask.sessions import SessionMixin
from werkzeug.datastructures import CallbackDict

from portal import clock
from portal.services import staying_signed_in

TOUCH_EVERY = timedelta(minutes=1)
"""How exactly idleness is measured; not every click needs a write."""


class OfficerSession(CallbackDict[str, Any], SessionMixin):
    """A dict for the sign-in library that knows whether it changed, and whether it has to get a new key or end."""

    def __init__(self, key: str | None, data: dict[str, Any]) -> None:
        def changed(_self: Any) -> None:
            self.modified = True

        super().__init__(data, changed)
        self.key = key
        self.modified = False
        self.anew = False
        self.ended = False
        self.officer_id: int | None = data.get("officer_id")

    def begin(self, officer_id: int) -> None:
        """Somebody signed in: from now on a new key, so that one known before is worth nothing."""
        self.officer_id = self["officer_id"] = officer_id
        self.anew, self.ended = True, False

    def end(self) -> None:
        """Somebody signed out: the cookie and what it stood for go."""
        self.ended = self.modified = True


class ServerSessions:
    """What `portal.web.sessions.Sessions` asks of the staff site."""

    def open(self, key: str | None) -> OfficerSession:
        """The session of this cookie, or an empty one."""
        found = staying_signed_in.remembered(key) if key else None
        if found is None:
            return OfficerSession(None, {})
        session = OfficerSession(key, found.data)
        session.modified = clock.now() - found.touched_at > TOUCH_EVERY
        return session

    def save(self, session: SessionMixin) -> str | None:
        """Keep what changed; the key for the cookie, or None when the cookie has to go."""
        assert isinstance(session, OfficerSession)
        if session.ended or not session:
            staying_signed_in.forget(session.key)
            return None
        return staying_signed_in.remember(session.key, dict(session), session.officer_id, anew=session.anew)
