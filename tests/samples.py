"""Files as people send them, with marks of what must not stay in them: place, device, author, scripts."""

from __future__ import annotations

import io
import math
import struct
import wave
import zipfile

import av
import pikepdf
from PIL import Image, ImageDraw

SECRET = b"qzsecretzq"
"""What stands in every place of a sample that nobody meant to send."""
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def jpeg(width: int = 640, height: int = 480, colour: str = "green") -> bytes:
    """A photo of a phone held upright: turned on its side, with where and on what it was taken."""
    picture = Image.new("RGB", (width, height), colour)
    ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), fill="red")
    about = Image.Exif()
    about[ORIENTATION], about[MAKER] = 6, SECRET.decode()
    about.get_ifd(GPS).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=about, comment=SECRET)
    return out.getvalue()


def noise(width: int = 600, height: int = 400) -> bytes:
    """A photo that cannot be made small."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(out, "JPEG", quality=95)
    return out.getvalue()


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> bytes:
    """A small picture of any kind Pillow writes."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def wav(seconds: float = 1.0) -> bytes:
    """A tone."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        tone = (int(8_000 * math.sin(at / 10)) for at in range(int(16_000 * seconds)))
        sound.writeframes(b"".join(struct.pack("<h", one) for one in tone))
    return out.getvalue()


def sound(codec: str, box: str, *, film: bool = False) -> bytes:
    """The tone as a phone or a browser records it, with where it was; with `film` there is a picture that moves."""
    out = io.BytesIO()
    with av.open(out, "w", format=box) as file, av.open(io.BytesIO(wav()), "r") as tone:
        file.metadata.update({"title": SECRET.decode(), "location": SECRET.decode()})
        track = file.add_stream(codec, rate=48_000, layout="mono")
        seen = file.add_stream("mpeg4", rate=5, width=64, height=48, pix_fmt="yuv420p") if film else None
        shape = {"format": track.codec_context.format, "layout": "mono", "rate": 48_000}
        resampler = av.AudioResampler(**shape, frame_size=track.codec_context.frame_size or None)
        for frame in [*tone.decode(audio=0), None]:
            for part in resampler.resample(frame):
                file.mux(track.encode(part))
        file.mux(track.encode(None))
        if seen:
            for _ in range(3):
                file.mux(seen.encode(av.VideoFrame(64, 48, "yuv420p")))
            file.mux(seen.encode(None))
    return out.getvalue()


def pdf(*, password: str = "") -> bytes:
    """Two pages with a script that runs at once, an attachment, a form that posts, and their author."""
    paper = pikepdf.new()
    paper.add_blank_page()
    paper.add_blank_page()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=SECRET.decode())
    paper.Root.OpenAction = script
    paper.pages[0].AA = pikepdf.Dictionary(O=script)
    button = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
                                A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=SECRET.decode()))  # fmt: skip
    paper.pages[1].Annots = pikepdf.Array([button])
    paper.attachments["run.exe"] = SECRET
    paper.docinfo["/Author"] = SECRET.decode()
    out = io.BytesIO()
    lock = {"encryption": pikepdf.Encryption(user=password, owner=password + "!")} if password else {}
    paper.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, **lock)
    return out.getvalue()


def docx(**more: bytes) -> bytes:
    """A letter written in Word, as far as we look into it, with its author; `more` are further parts by path."""
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": b"<document>A letter</document>",
        "docProps/core.xml": b"<author>" + SECRET + b"</author>",
    } | more
    return archive(parts)


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, body in parts.items():
            box.writestr(name, body)
    return out.getvalue()
