"""A real mail server on this machine that takes letters, refuses them, or keeps people waiting, as a test wishes."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP
from flask import Flask


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


@dataclass
class PostOffice:
    """What the server answers to whom, and the letters it took."""

    port: int = field(default_factory=free_port)
    answers_to_address: dict[str, str] = field(default_factory=dict)
    answers_to_letter: dict[str, str] = field(default_factory=dict)
    sender_answer: str = ""
    slow_for: dict[str, float] = field(default_factory=dict)
    taken: list[EmailMessage] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def told(self) -> list[str]:
        """Who got a letter, in the order of delivery."""
        return [str(letter["To"]) for letter in self.taken]

    async def handle_MAIL(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        envelope.mail_from = address
        return self.sender_answer or "250 OK"

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if address in self.answers_to_address:
            return self.answers_to_address[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        address = envelope.rcpt_tos[0]
        await asyncio.sleep(self.slow_for.get(address, 0))
        if address in self.answers_to_letter:
            return self.answers_to_letter[address]
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.taken.append(letter)
        return "250 Taken"

    @contextmanager
    def open(self) -> Iterator[PostOffice]:
        """Serve until the end of the block."""
        loop = asyncio.new_event_loop()
        serving = threading.Thread(target=_run, args=(loop,))
        serving.start()  # a loop of its own thread: a browser driver may be running one in this thread
        server = asyncio.run_coroutine_threadsafe(self._listen(loop), loop).result(10)
        try:
            yield self
        finally:
            loop.call_soon_threadsafe(server.close)
            asyncio.run_coroutine_threadsafe(_hang_up(), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            serving.join()
            loop.close()

    async def _listen(self, loop: asyncio.AbstractEventLoop) -> asyncio.Server:
        return await loop.create_server(
            lambda: SMTP(self, hostname="office.example", loop=loop), "127.0.0.1", self.port
        )


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()


async def _hang_up() -> None:
    """End the conversations that are still going on, such as one kept waiting on purpose."""
    talking = asyncio.all_tasks() - {asyncio.current_task()}
    for one in talking:
        one.cancel()
    await asyncio.gather(*talking, return_exceptions=True)
    await asyncio.sleep(0)


@contextmanager
def mail_to(app: Flask, url: str) -> Iterator[None]:
    """Let the application send to this address while the block lasts."""
    before = app.config["PORTAL"]
    app.config["PORTAL"] = replace(before, mail_url=url, mail_from="no-reply@portal.example")
    try:
        yield
    finally:
        app.config["PORTAL"] = before
