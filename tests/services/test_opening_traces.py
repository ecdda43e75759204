"""What a phone writes beside the dots and between the notes stays behind, wherever a photo or a sound is carried."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from portal.domain.files import NotTaken, Refusal
from portal.services.opening import opened
from tests import samples
from tests.samples import SECRET


def kept(came: bytes) -> bytes:
    return opened(came, papers=True).body


def scanned(photo: bytes, *packed: str, as_: str = "/DCTDecode") -> bytes:
    """A PDF with one photo as its page, as scanning programs make it; `packed` over the photo's own way of packing."""
    paper = pikepdf.new()
    paper.add_blank_page(page_size=(200, 200))
    page = pikepdf.Stream(paper, photo)
    page.Type, page.Subtype, page.ColorSpace = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DeviceRGB
    page.Width, page.Height, page.BitsPerComponent = 640, 480, 8
    names = [pikepdf.Name(name) for name in (*packed, as_)]
    page.Filter = pikepdf.Array(names) if packed else names[0]
    page.F = pikepdf.Dictionary(FS=pikepdf.Name.URL, F=f"http://elsewhere.example/{SECRET.decode()}")
    paper.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=paper.make_indirect(page)))
    paper.pages[0].Contents = paper.make_stream(b"q 200 0 0 200 0 0 cm /P Do Q")
    paper.save(out := io.BytesIO())
    return out.getvalue()


@pytest.mark.parametrize("packed", [(), ("/ASCIIHexDecode",)], ids=["as it is", "packed twice"])
def test_a_photo_in_a_pdf_keeps_its_dots_alone(packed: tuple[str, ...]) -> None:
    photo = samples.jpeg()
    with pikepdf.open(io.BytesIO(kept(scanned(photo.hex().encode() + b">" if packed else photo, *packed)))) as paper:
        page = paper.pages[0].Resources.XObject.P
        left = page.read_raw_bytes()
        assert "/F" not in page and page.Filter == pikepdf.Name.DCTDecode
    again = Image.open(io.BytesIO(left))
    assert SECRET not in left and not again.getexif() and "comment" not in again.info
    assert again.tobytes() == Image.open(io.BytesIO(photo)).tobytes()


def test_a_scan_of_many_passes_keeps_every_dot() -> None:
    came = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(came, "JPEG", progressive=True, comment=SECRET)
    with zipfile.ZipFile(io.BytesIO(kept(samples.docx(**{"word/media/image1.jpeg": came.getvalue()})))) as box:
        left = box.read("word/media/image1.jpeg")
    assert SECRET not in left and Image.open(io.BytesIO(left)).tobytes() == Image.open(came).tobytes()


def test_a_picture_in_a_letter_keeps_its_dots_alone() -> None:
    told, came = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_text("Author", SECRET.decode())
    Image.new("RGB", (30, 20), "red").save(came, "PNG", pnginfo=told)
    with zipfile.ZipFile(io.BytesIO(kept(samples.docx(**{"word/media/image1.png": came.getvalue() + SECRET})))) as box:
        left = box.read("word/media/image1.png")
    assert SECRET not in left and Image.open(io.BytesIO(left)).getpixel((3, 3)) == (255, 0, 0)


def test_a_pdf_whose_photo_is_none_is_not_opened() -> None:
    with pytest.raises(NotTaken) as wrong:
        kept(scanned(b"no photo"))
    assert wrong.value.why is Refusal.BROKEN


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://www.example.org/a", True),
        ("mailto:jo@example.org", True),
        ("tel:+442079460000", True),
        ("file://\\\\elsewhere\\share", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_link_of_a_pdf_leads_to_a_page_a_mail_or_a_number(address: str, stays: bool) -> None:
    paper = pikepdf.new()
    paper.add_blank_page()
    leads = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=address)
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=leads)
    paper.pages[0].Annots = pikepdf.Array([link])
    paper.save(out := io.BytesIO())
    with pikepdf.open(io.BytesIO(kept(out.getvalue()))) as again:
        assert ("/URI" in again.pages[0].Annots[0].A) is stays


@pytest.mark.parametrize(("codec", "box"), [("libmp3lame", "mp3"), ("aac", "adts"), ("flac", "flac")])
@pytest.mark.parametrize("place", ["in the middle", "at the end", "in a tag at the end"])
def test_what_stands_between_the_notes_is_left_out(codec: str, box: str, place: str) -> None:
    came = samples.sound(codec, box)
    at = len(came) // 2 if place == "in the middle" else len(came)
    tag = b"TAG".ljust(20) if "tag" in place else b""
    left = kept(came[:at] + tag + SECRET * 6 + came[at:])
    whole = kept(came)
    assert SECRET not in left
    assert len(whole) - (12_000 if box == "flac" else 3_000) < len(left) <= len(whole), "a moment is lost, no more"
    assert "tag" not in place or left == whole or box == "flac"
