"""JPEG 2000, as scanners write it into PDFs: the same picture without place, author, comments and what was hung on."""

from collections.abc import Iterator

from portal.domain.files import NotTaken, Refusal

BOXED, BARE = b"\x00\x00\x00\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"
"""How a file begins that has boxes around the picture, and how the picture itself."""
PICTURE = b"jp2c"
DRAWN_WITH = {b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jpch", b"jplh", PICTURE}
"""The boxes a picture is drawn with; all others tell something."""
TILE, DOTS, COMMENT, END = 0x90, 0x93, 0x64, 0xD9
NAMED = 2
"""Bytes that say of which sort a comment is."""


def bare_wavelets(came: bytes) -> bytes:
    """The picture alone. Raises `NotTaken` where there is none."""
    if came.startswith(BARE):
        return _picture(came)
    out = bytearray()
    for kind, body in _boxes(came):
        if kind in DRAWN_WITH:
            said = _picture(body) if kind == PICTURE else body
            out += (len(said) + 8).to_bytes(4) + kind + said
    if not came.startswith(BOXED) or PICTURE not in out:
        raise NotTaken(Refusal.BROKEN)
    return bytes(out)


def _boxes(came: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(came):
        length, kind, begins = int.from_bytes(came[at : at + 4]), came[at + 4 : at + 8], at + 8
        if length == 1:
            length, begins = int.from_bytes(came[at + 8 : at + 16]), at + 16
        end = at + length if length else len(came)
        if end < begins or end > len(came):
            raise NotTaken(Refusal.BROKEN)
        yield kind, came[begins:end]
        at = end


def _picture(came: bytes) -> bytes:
    """From its first mark to its last, with empty comments: to take them out would move what other marks point at."""
    if not came.startswith(BARE):
        raise NotTaken(Refusal.BROKEN)
    out, at, tile_ends = bytearray(came), 2, 0
    while at + 4 <= len(came) and came[at] == 0xFF and (mark := came[at + 1]) != END:
        if mark == DOTS and tile_ends > at:
            at = tile_ends
            continue
        length = int.from_bytes(came[at + 2 : at + 4])
        if length < 2 or mark == DOTS:
            raise NotTaken(Refusal.BROKEN)
        if mark == TILE:  # how long the part of the picture is; 0: to the end
            tile_ends = at + int.from_bytes(came[at + 6 : at + 10])
            tile_ends = max(tile_ends, at + 2 + length) if tile_ends > at else max(came.rfind(b"\xff\xd9"), at + 14)
        if mark == COMMENT:
            begins, ends = at + 4 + NAMED, at + 2 + length
            out[begins:ends] = bytes(len(out[begins:ends]))
        at += 2 + length
    return bytes(out[: min(at, len(came))]) + b"\xff\xd9"
