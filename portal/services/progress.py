"""How far long work has come: whoever does it says so, whoever wants to know listens, and nobody has to."""

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Heap = TypeVar("Heap", bound=Sized)
EVERY = 10_000
"""After so many rows it is said again how many there were."""
_LISTENER: ContextVar[Callable[[str], None] | None] = ContextVar("progress_listener", default=None)


@contextmanager
def heard_by(listener: Callable[[str], None]) -> Iterator[None]:
    """Whatever is said inside is told to the listener."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def say(words: str) -> None:
    """Say what is being done."""
    if listener := _LISTENER.get():
        listener(words)


def counted(doing: str, heaps: Iterable[Heap]) -> Iterator[Heap]:
    """The heaps unchanged, while it is said what is done with them and how many things were in them."""
    say(doing)
    number, due = 0, EVERY
    for heap in heaps:
        yield heap
        number += len(heap)
        if number >= due:
            say(f"{doing}: {number:,}")
            due = number + EVERY
