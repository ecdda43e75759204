"""What an invented child adds to their words: a drawing, and a few notes instead of a voice."""

import io
import math
import secrets
import struct
import wave
from collections.abc import Callable, Mapping, Sequence

from PIL import Image, ImageDraw

from portal.domain.journeys.sending_along import FILES_KEY
from portal.services import drafting, keeping_files
from portal.services.keeping_files import InMemory

RATE = 8_000
NOTES = (392, 440, 523, 440, 392, 330)
"""Hertz, a third of a second each."""
BLACK, RED, BLUE, GREEN, YELLOW = "#1a1a1a", "#d32f2f", "#1565c0", "#2e7d32", "#fbc02d"
"""The pens of the sheet on which children draw here."""


def drawing() -> bytes:
    """A child and a bicycle, with a fence between them."""
    paper = Image.new("RGB", (1000, 750), "white")
    pen = ImageDraw.Draw(paper)
    pen.ellipse((780, 40, 930, 190), outline=YELLOW, width=14)
    pen.line((20, 650, 980, 660), fill=GREEN, width=14)
    pen.ellipse((120, 210, 270, 360), outline=BLACK, width=14)
    pen.arc((160, 305, 230, 370), 200, 340, fill=BLACK, width=10)
    for eye in (165, 215):
        pen.ellipse((eye, 265, eye + 14, 279), fill=BLACK)
    for limb in ((195, 360, 195, 520), (195, 520, 140, 640), (195, 520, 250, 640), (195, 420, 110, 470),
                 (195, 420, 290, 390)):  # fmt: skip
        pen.line(limb, fill=BLUE, width=14)
    for post in range(380, 500, 40):
        pen.line((post, 300, post, 650), fill=BLACK, width=14)
    for wheel in (560, 790):
        pen.ellipse((wheel, 510, wheel + 150, 660), outline=BLACK, width=14)
    pen.line((635, 585, 700, 450, 830, 450, 865, 585, 720, 585, 700, 450), fill=RED, width=14)
    return _written(lambda out: paper.save(out, "PNG"))


def voice() -> bytes:
    """Two seconds that can be played."""
    third = RATE // 3
    places = ((note, place) for note in NOTES for place in range(third))
    heights = (math.sin(math.tau * note * place / RATE) * (1 - place / third) for note, place in places)
    sound = b"".join(struct.pack("<h", int(9_000 * height)) for height in heights)
    return _written(lambda out: _record(out, sound))


def _record(out: io.BytesIO, sound: bytes) -> None:
    with wave.open(out, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(RATE)
        recording.writeframes(sound)


def _written(write: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    write(out)
    return out.getvalue()


MADE: Mapping[str, Callable[[], InMemory]] = {
    "drawing": lambda: InMemory("drawing.png", drawing()),
    "voice": lambda: InMemory("voice.wav", voice()),
}


def beside(journey: str, kinds: Sequence[str]) -> int:
    """The number of a draft of this journey with these files beside it, opened and cleaned like anybody's."""
    draft = drafting.keep(drafting.Writer(secrets.token_bytes(32), journey), {})
    made = [MADE[kind]() for kind in kinds]
    keeping_files.add_to_draft(draft.id, FILES_KEY, made, papers=False, network="demonstration")
    return draft.id
