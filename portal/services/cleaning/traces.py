"""Pictures inside documents: the same dots, byte for byte, without place, time, device, comments and previews."""

import re

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.wavelets import BARE, BOXED, bare_wavelets

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
DRAWING = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What a JPEG says about itself that it is drawn with -> how that begins; whatever else it says is left out."""
ALONE = {0x01, *range(0xD0, 0xD9)}
"""Marks that nothing belongs to."""
SCANNED = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the dots: the next mark."""
TOLD = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}


def without_traces(came: bytes) -> bytes:
    """The picture without them; what is neither JPEG, JPEG 2000 nor PNG as it is."""
    if came.startswith(JPEG):
        return bare_jpeg(came)
    if came.startswith((BOXED, BARE)):
        return bare_wavelets(came)
    return _bare_png(came) if came.startswith(PNG) else came


def bare_jpeg(came: bytes) -> bytes:
    """The picture from its first mark to its last. Raises `NotTaken` where there is none."""
    if (at := came.find(JPEG) + 2) < 2:
        raise NotTaken(Refusal.BROKEN)
    out = bytearray(JPEG[:2])
    while (at := came.find(b"\xff", at)) >= 0 and at + 4 <= len(came) and (mark := came[at + 1]) != 0xD9:
        if mark == 0xFF or mark in ALONE:
            at += 1 if mark == 0xFF else 2
            continue
        end = at + 2 + max(2, int.from_bytes(came[at + 2 : at + 4]))
        if _drawn_with(mark, came[at + 4 : end]):
            out += came[at:end]
        at = end
        if mark == 0xDA:
            found = SCANNED.search(came, end)
            at = found.start() if found else len(came)
            out += came[end:at]
    return bytes(out) + b"\xff\xd9"


def _drawn_with(mark: int, said: bytes) -> bool:
    about = 0xE0 <= mark <= 0xEF or mark == 0xFE
    return said.startswith(DRAWING[mark]) if mark in DRAWING else not about


def _bare_png(came: bytes) -> bytes:
    out, at = bytearray(PNG), len(PNG)
    while at + 12 <= len(came):
        end, kind = at + 12 + int.from_bytes(came[at : at + 4]), came[at + 4 : at + 8]
        if kind not in TOLD:
            out += came[at:end]
        if kind == b"IEND":
            break
        at = end
    return bytes(out)
