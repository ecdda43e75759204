"""What opening a file gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """Our own copy of a file, with nothing in it that its sender did not mean to send; for a photo a small one too."""

    media: str
    body: bytes
    small: bytes = b""
