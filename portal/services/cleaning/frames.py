"""Sound without a container, MP3, AAC and FLAC: its frames alone, and nothing that stands between them."""

from collections.abc import Callable

from portal.domain.files import NotTaken, Refusal

HEAD = 7
"""Bytes that tell how long a frame is."""
TAGS = (b"TAG", b"APETAGEX", b"ID3", b"LYRICSBEGIN")
"""What programs write behind the sound; it is left out too."""
HERTZ = (44_100, 48_000, 32_000)
KILOBITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
KILOBITS_OF_LOW_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
HALVED = {3: 0, 2: 1, 0: 2}
"""MPEG 1, 2 and 2.5 as a header writes them -> how often the rate of the first is halved."""


def whole_frames(came: bytes, media: str) -> bytes:
    """Every frame that ends where the next one, a tag or nothing begins; one that something was put into is left out.

    Raises `NotTaken`.
    """
    length, out, at = LENGTHS[media], bytearray(), 0
    while (at := came.find(b"\xff", at)) >= 0:
        after = at + length(came[at : at + HEAD])
        ends = after == len(came) or came.startswith(TAGS, after) or length(came[after : after + HEAD])
        if after > at and ends:
            out += came[at:after]
            at = after
        else:
            at += 1
    if not out:
        raise NotTaken(Refusal.BROKEN)
    return bytes(out)


def _mp3(head: bytes) -> int:
    """Bytes of the frame with this header (ISO/IEC 11172-3, layer III), 0 where it is none."""
    if len(head) < HEAD or head[0] != 0xFF or head[1] < 0xE0:
        return 0
    version, layer, bits, rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version not in HALVED or layer != 1 or bits in (0, 15) or rate == 3:
        return 0
    kilobits, slots = (KILOBITS, 144) if version == 3 else (KILOBITS_OF_LOW_RATES, 72)
    return slots * kilobits[bits] * 1000 // (HERTZ[rate] >> HALVED[version]) + (head[2] >> 1 & 1)


def _adts(head: bytes) -> int:
    """Bytes of the frame with this header (ISO/IEC 13818-7, ADTS), 0 where it is none."""
    if len(head) < HEAD or head[0] != 0xFF or head[1] & 0xF6 != 0xF0 or head[2] >> 2 & 15 > 12:
        return 0
    long = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return long if long > HEAD else 0


LENGTHS: dict[str, Callable[[bytes], int]] = {"audio/mpeg": _mp3, "audio/aac": _adts}


def _row(byte: int) -> int:
    rest = byte << 8
    for _ in range(8):
        rest = (rest << 1 ^ 0x8005 if rest & 0x8000 else rest << 1) & 0xFFFF
    return rest


CHECK = [_row(byte) for byte in range(256)]


def is_whole(frame: bytes) -> bool:
    """Whether a frame of FLAC ends with its own check sum (RFC 9639, 9.3); one that something was put into does not."""
    rest = 0
    for byte in frame:
        rest = (rest << 8 & 0xFF00) ^ CHECK[rest >> 8 ^ byte]
    return rest == 0
