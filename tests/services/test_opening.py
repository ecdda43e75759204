"""Files of friends and of enemies: what is kept is our own copy, and what cannot be opened is not kept."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import av
import pikepdf
import pytest
from PIL import Image

from portal.domain.files import ENDINGS, MOST_BYTES, NotTaken, Refusal, Sort, sort_of
from portal.services.cleaning.pictures import LONGEST, SMALL
from portal.services.cleaning.shape import Copy
from portal.services.opening import opened
from tests import samples
from tests.samples import SECRET


def taken(came: bytes, *, papers: bool = True) -> Copy:
    return opened(came, papers=papers)


def refused(came: bytes, *, papers: bool = True) -> Refusal:
    with pytest.raises(NotTaken) as wrong:
        opened(came, papers=papers)
    return wrong.value.why


def test_a_photo_loses_where_when_and_on_what_it_was_taken_and_is_turned_the_right_way_up() -> None:
    came = samples.jpeg(640, 480)
    assert SECRET in came and Image.open(io.BytesIO(came)).getexif().get_ifd(samples.GPS)
    copy = taken(came, papers=False)
    for body, longest in ((copy.body, 640), (copy.small, SMALL)):
        kept = Image.open(io.BytesIO(body))
        assert not kept.getexif() and not kept.info.keys() & {"exif", "comment", "xmp", "icc_profile"}
        assert SECRET not in body
        assert kept.height > kept.width and max(kept.size) == longest
    red = Image.open(io.BytesIO(copy.body)).convert("RGB").getpixel((470, 10))
    assert isinstance(red, tuple) and red[0] > 200 > red[1], "the corner is where the child saw it"


@pytest.mark.parametrize(
    ("kind", "mode", "media"),
    [
        ("PNG", "RGBA", "image/png"),
        ("PNG", "L", "image/png"),
        ("GIF", "P", "image/png"),
        ("WEBP", "RGBA", "image/jpeg"),
        ("AVIF", "RGB", "image/jpeg"),
        ("HEIF", "RGB", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
    ],
)
def test_every_kind_of_photo_becomes_one_that_every_browser_shows(kind: str, mode: str, media: str) -> None:
    if kind == "HEIF":
        pytest.importorskip("pillow_heif").register_heif_opener()
    copy = taken(samples.picture(kind, mode))
    assert copy.media == media and sort_of(media) is Sort.PHOTO
    assert Image.open(io.BytesIO(copy.body)).size == (64, 48)
    assert Image.open(io.BytesIO(copy.small)).format == "JPEG"


def test_a_photo_of_a_big_camera_is_made_smaller() -> None:
    copy = taken(samples.jpeg(8_000, 6_000))
    assert max(Image.open(io.BytesIO(copy.body)).size) == LONGEST


@pytest.mark.parametrize(
    ("codec", "box", "media"),
    [
        ("libmp3lame", "mp3", "audio/mpeg"),
        ("aac", "mp4", "audio/mp4"),
        ("libopus", "ogg", "audio/ogg"),
        ("libopus", "webm", "audio/webm"),
        ("flac", "flac", "audio/flac"),
        ("aac", "adts", "audio/aac"),
    ],
)
def test_a_voice_message_keeps_every_note_and_nothing_else(codec: str, box: str, media: str) -> None:
    came = samples.sound(codec, box)
    copy = taken(came, papers=False)
    assert copy.media == media and media in ENDINGS
    assert SECRET not in copy.body
    assert _notes(copy.body) == _notes(came)


def _notes(body: bytes) -> int:
    with av.open(io.BytesIO(body)) as box:
        return sum(len(packet) for packet in map(bytes, box.demux(audio=0)))


def test_a_plain_recording_is_taken_too() -> None:
    assert taken(samples.wav()).media == "audio/wav"


def test_a_film_is_told_to_be_one() -> None:
    assert refused(samples.sound("aac", "mp4", film=True)) is Refusal.FILM
    assert refused(samples.sound("aac", "mov", film=True)) is Refusal.FILM


def test_a_pdf_loses_scripts_attachments_actions_and_author_and_keeps_its_pages() -> None:
    came = samples.pdf()
    assert came.count(SECRET) > 3
    copy = taken(came)
    with pikepdf.open(io.BytesIO(copy.body)) as paper:
        assert len(paper.pages) == 2
        assert not paper.attachments and "/OpenAction" not in paper.Root and "/Info" not in paper.trailer
        paper.save(plain := io.BytesIO(), stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False,
                   object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
    for trace in (SECRET, b"JavaScript", b"/Launch", b"/JS", b"EmbeddedFile", b"run.exe"):
        assert trace not in plain.getvalue(), trace


def test_a_pdf_with_a_password_is_asked_for_without() -> None:
    assert refused(samples.pdf(password="hush")) is Refusal.LOCKED


def test_a_letter_of_word_loses_its_author() -> None:
    copy = taken(samples.docx())
    assert ENDINGS[copy.media] == "docx"
    with zipfile.ZipFile(io.BytesIO(copy.body)) as box:
        assert SECRET not in b"".join(map(box.read, box.namelist()))
        assert box.read("word/document.xml") == b"<document>A letter</document>"


def test_a_text_of_libreoffice_is_taken() -> None:
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>", "meta.xml": SECRET}
    copy = taken(samples.archive(parts))
    assert ENDINGS[copy.media] == "odt"
    with zipfile.ZipFile(io.BytesIO(copy.body)) as box:
        assert SECRET not in box.read("meta.xml")


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"macro"},
        {"word/embeddings/oleObject1.bin": b"program"},
        {"word/_rels/settings.xml.rels": b"<Relationship Type='attachedTemplate' TargetMode='External'/>"},
    ],
    ids=["macros", "a program", "a template from elsewhere"],
)  # fmt: skip
def test_a_letter_that_does_something_when_it_is_opened_is_not_taken(parts: dict[str, bytes]) -> None:
    assert refused(samples.docx(**parts)) is Refusal.OTHER_KIND


def test_a_link_in_a_letter_is_only_a_link() -> None:
    link = b'<Relationship Type="http://x/relationships/hyperlink" TargetMode="External" Target="https://x.example"/>'
    assert taken(samples.docx(**{"word/_rels/document.xml.rels": link})).body


def test_a_child_is_not_offered_documents() -> None:
    assert refused(samples.pdf(), papers=False) is Refusal.OTHER_KIND


def _png_of(width: int, height: int) -> bytes:
    """The head of a picture of a great size and very little data."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(50_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


ENEMIES: dict[str, tuple[bytes, Refusal]] = {
    "nothing": (b"", Refusal.EMPTY),
    "a byte too many": (b"\xff\xd8\xff" + bytes(MOST_BYTES), Refusal.TOO_BIG),
    "a page": (b"<html><script>alert(1)</script>", Refusal.OTHER_KIND),
    "a page with a photo's beginning": (b"\xff\xd8\xff\xe0<html><script>alert(1)</script>", Refusal.BROKEN),
    "a drawing that is a program": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', Refusal.OTHER_KIND),
    "a script with a GIF's beginning": (b"GIF89a/*" + bytes(200) + b"*/=1;alert(1)//", Refusal.BROKEN),
    "half a photo": (samples.jpeg()[:600], Refusal.BROKEN),
    "a picture as big as a field": (_png_of(60_000, 60_000), Refusal.BROKEN),
    "a picture just too big": (_png_of(20_000, 20_000), Refusal.BROKEN),
    "a list of addresses": (b"#EXTM3U\nhttp://127.0.0.1/x.ts\n", Refusal.OTHER_KIND),
    "noise": (b"\xff\xfb" + bytes(range(256)) * 40, Refusal.BROKEN),
    "a program": (b"MZ" + bytes(500), Refusal.OTHER_KIND),
    "an archive of anything": (samples.archive({"a.exe": b"x"}), Refusal.OTHER_KIND),
    "an archive that grows": (samples.docx(**{"word/big.xml": bytes(200_000_000)}), Refusal.TOO_BIG),
    "an archive of ten thousand parts": (samples.docx(**{f"{n}": b"" for n in range(4_000)}), Refusal.BROKEN),
    "half a PDF": (samples.pdf()[:200], Refusal.BROKEN),
}


@pytest.mark.parametrize("name", ENEMIES)
def test_an_enemys_file_is_refused_and_breaks_nothing(name: str) -> None:
    came, why = ENEMIES[name]
    assert refused(came) is why


def test_a_photo_that_is_also_a_program_is_only_a_photo_afterwards() -> None:
    copy = taken(samples.jpeg() + b"<script>" + SECRET + b"</script>" + samples.archive({"a.js": SECRET}))
    assert SECRET not in copy.body and b"<script>" not in copy.body and b"PK\x03\x04" not in copy.body
