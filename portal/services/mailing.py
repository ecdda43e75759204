"""Handing one letter to the mail server: how it is reached, how long we wait for it, and what its refusals mean."""

import re
import smtplib
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from flask import current_app
from flask_mail import Connection, Message

from portal.config import UnsafeConfiguration
from portal.extensions import mail
from portal.records.letters import Letter

PATIENCE = 10.0
"""Seconds we wait for each answer of the mail server."""

_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@]+>?")
_PORTS = {("smtp", ""): 25, ("smtp", "start"): 587, ("smtps", ""): 465}


class NoMailServer(RuntimeError):
    """PORTAL_MAIL_URL is not set, so letters are kept and none is sent."""


class Refused(Exception):
    """The mail server will never take this letter; trying again cannot help."""


class NotNow(Exception):
    """The letter could not be handed over this time; `everyone` when the server takes nobody's at the moment."""

    def __init__(self, answer: str, *, everyone: bool = False) -> None:
        super().__init__(answer)
        self.everyone = everyone


def mail_settings(url: str) -> dict[str, Any]:
    """Flask-Mail's settings from `smtp://user:password@host:587?tls=start` or `smtps://…`; or UnsafeConfiguration."""
    if not url:
        return {}
    try:
        parts = urlsplit(url)
        tls = parse_qs(parts.query).get("tls", [""])[0]
        port = parts.port or _PORTS[parts.scheme, tls]
    except (ValueError, KeyError):
        port, parts, tls = 0, urlsplit(""), ""
    if not port or not parts.hostname:
        raise UnsafeConfiguration("PORTAL_MAIL_URL must read smtp://user:password@host:587?tls=start or smtps://….")
    return {
        "MAIL_SERVER": parts.hostname,
        "MAIL_PORT": port,
        "MAIL_USE_TLS": tls == "start",
        "MAIL_USE_SSL": parts.scheme == "smtps",
        "MAIL_USERNAME": unquote(parts.username) if parts.username else None,
        "MAIL_PASSWORD": unquote(parts.password) if parts.password else None,
    }


class PatientConnection(Connection):
    """Flask-Mail's connection with a time limit, checked certificates, and no complaint about a hasty goodbye."""

    def __enter__(self) -> "PatientConnection":
        """Raises `NotNow` when the server does not let us in."""
        try:
            self.host = self.configure_host()
        except (smtplib.SMTPException, OSError) as trouble:
            raise NotNow(said(trouble), everyone=True) from trouble
        return self

    def configure_host(self) -> smtplib.SMTP:
        server, port = self.mail.server, self.mail.port
        if self.mail.use_ssl:
            host: smtplib.SMTP = smtplib.SMTP_SSL(server, port, timeout=PATIENCE, context=ssl.create_default_context())
        else:
            host = smtplib.SMTP(server, port, timeout=PATIENCE)
        try:
            if self.mail.use_tls:
                host.starttls(context=ssl.create_default_context())
            if self.mail.username and self.mail.password:
                host.login(self.mail.username, self.mail.password)
        except BaseException:
            host.close()
            raise
        return host

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """A letter that was taken stays taken, however the server says goodbye."""
        if self.host is not None:
            try:
                self.host.quit()
            except (smtplib.SMTPException, OSError):
                self.host.close()


def server() -> Any:
    """The mail server this installation uses, as Flask-Mail describes it; raises `NoMailServer`."""
    url: str = current_app.config["PORTAL"].mail_url
    if not url:
        raise NoMailServer("PORTAL_MAIL_URL is not set.")
    return mail.init_mail(mail_settings(url))


def hand_over(letter: Letter) -> None:
    """Give one letter to the mail server over a connection of its own; raises `Refused`, `NotNow` or `NoMailServer`."""
    message = _message(letter)
    with PatientConnection(server()) as connection:
        try:
            connection.send(message)
        except smtplib.SMTPSenderRefused as trouble:  # what is wrong is our sender, not this letter
            raise NotNow(said(trouble), everyone=True) from trouble
        except smtplib.SMTPRecipientsRefused as trouble:
            raise _verdict(*next(iter(trouble.recipients.values()))) from trouble
        except smtplib.SMTPResponseException as trouble:
            raise _verdict(trouble.smtp_code, trouble.smtp_error) from trouble
        except (smtplib.SMTPNotSupportedError, UnicodeError, ValueError) as trouble:
            raise Refused("the address cannot be written to by this server") from trouble
        except (smtplib.SMTPException, OSError) as trouble:
            raise NotNow(said(trouble)) from trouble


def _message(letter: Letter) -> Message:
    content: Mapping[str, Any] = letter.content
    message = Message(
        subject=content["subject"],
        body=content["text"],
        recipients=[content["to"]],
        sender=current_app.config["PORTAL"].mail_from,
        date=letter.written_at.timestamp(),
        extra_headers={"Auto-Submitted": "auto-generated", "Content-Language": letter.language},
    )
    message.msgId = letter.message_id
    return message


def _verdict(code: int, answer: bytes | str) -> Exception:
    text = said(f"{code} {answer.decode('utf-8', 'replace') if isinstance(answer, bytes) else answer}")
    return Refused(text) if code >= 500 else NotNow(text)


def said(trouble: object) -> str:
    """What went wrong in one short line, without anybody's address."""
    text = str(trouble) or type(trouble).__name__
    return _ADDRESS.sub("…", " ".join(text.split()))[:200]
