"""Photos and drawings: decoded, turned the right way up, and drawn anew without place, time, author and device."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from portal.domain.files import MOST_BYTES, NotTaken, Refusal
from portal.services.cleaning.shape import Copy

LONGEST = 4096
"""Pixels of the longer side of what is kept: a photographed page of A4 stays legible."""
SMALL = 320
MOST_PIXELS = 64_000_000
"""Pixels of a picture that is decoded whole; of a JPEG this is what is left after the decoder has made it smaller."""
MOST_PIXELS_OF_JPEG = 256_000_000

READERS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/heic": "HEIF",
    "image/avif": "AVIF",
}
DRAWN = ("image/png", "image/gif")
"""Kinds that keep every dot; the others are photographs."""


def clean_picture(came: bytes, media: str) -> Copy:
    """The first picture of the file. Raises `NotTaken`."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS_OF_JPEG
    if media == "image/heic":
        import pillow_heif  # only needed, and only loaded, for the photos of some phones

        pillow_heif.register_heif_opener()
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            return _drawn_anew(_decoded(came, READERS[media]), media)
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, MemoryError, UnidentifiedImageError,
            Image.DecompressionBombError, Image.DecompressionBombWarning) as wrong:  # fmt: skip
        raise NotTaken(Refusal.BROKEN) from wrong


def _decoded(came: bytes, reader: str) -> Image.Image:
    picture: Image.Image = Image.open(io.BytesIO(came), formats=(reader,))
    picture.draft("RGB", (LONGEST, LONGEST))
    if picture.width * picture.height > MOST_PIXELS:
        raise NotTaken(Refusal.BROKEN)
    picture.load()
    return ImageOps.exif_transpose(picture)


def _drawn_anew(picture: Image.Image, media: str) -> Copy:
    picture.thumbnail((LONGEST, LONGEST))
    seen_through = "A" in picture.getbands() or "transparency" in picture.info
    picture = picture.convert("RGBA" if seen_through else "RGB")
    picture.info = {}  # comments and profiles would be written again
    flat = _on_white(picture)
    small = flat.copy()
    small.thumbnail((SMALL, SMALL))
    if media in DRAWN and len(exact := _written(picture, "PNG")) <= MOST_BYTES:
        return Copy("image/png", exact, _written(small, "JPEG"))
    return Copy("image/jpeg", _written(flat, "JPEG"), _written(small, "JPEG"))


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _written(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **({"quality": 85} if kind == "JPEG" else {}))
    return out.getvalue()
