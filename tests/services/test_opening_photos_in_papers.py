"""Photos that PDFs pack in rarer ways keep their dots alone too: as JPEG 2000, and among the orders of a page."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.wavelets import bare_wavelets
from portal.services.opening import opened
from tests import samples
from tests.samples import SECRET
from tests.services.test_opening_traces import kept, scanned


def wavelets(**how: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((320, 200), 90).convert("RGB").save(out, "JPEG2000", comment=SECRET, **how)
    return out.getvalue()


def hung_on(came: bytes) -> bytes:
    """With what programs hang on: boxes between the others and behind them, and bytes that belong to nothing."""
    box = (len(SECRET) + 24).to_bytes(4) + b"uuid" + bytes(16) + SECRET
    at = came.index(b"jp2h") - 4
    return came[:at] + box + came[at:] + box.replace(b"uuid", b"xml ")


def dots(picture: bytes) -> bytes:
    return Image.open(io.BytesIO(picture)).convert("RGB").tobytes()


@pytest.mark.parametrize(
    "how", [{}, {"tile_size": (64, 64)}, {"no_jp2": True}, {"quality_mode": "rates", "quality_layers": [40, 20]}],
    ids=["as it is", "in tiles", "without boxes", "in layers"],
)  # fmt: skip
def test_a_scan_in_wavelets_keeps_every_dot_and_nothing_else(how: dict[str, object]) -> None:
    came = wavelets(**how)
    more = came + SECRET * 40 if "no_jp2" in how else hung_on(came)
    left = bare_wavelets(more)
    assert SECRET in came and SECRET not in left and dots(left) == dots(came)
    assert len(left) == len(came)


def test_what_stands_behind_a_picture_that_goes_to_the_end_is_left_out() -> None:
    came = wavelets()
    last = came.index(b"jp2c") - 4
    left = bare_wavelets(came[:last] + bytes(4) + came[last + 4 :] + SECRET * 40)
    assert SECRET not in left and dots(left) == dots(came) and len(left) == len(came)


def test_in_a_pdf_too() -> None:
    came = wavelets()
    with pikepdf.open(io.BytesIO(kept(scanned(hung_on(came), as_="/JPXDecode")))) as paper:
        page = paper.pages[0].Resources.XObject.P
        left = page.read_raw_bytes()
        assert page.Filter == pikepdf.Name.JPXDecode
    assert SECRET not in left and dots(left) == dots(came)


BROKEN = {
    "no picture": b"no picture",
    "cut off": wavelets()[:60],
    "a mark without a length": b"\xff\x4f\xff\x51\0\0" + bytes(40),
    "dots of no tile": b"\xff\x4f\xff\x51\0\4\0\0\xff\x93" + bytes(90_000),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_no_picture_is_not_taken(broken: str) -> None:
    with pytest.raises(NotTaken) as wrong:
        opened(scanned(BROKEN[broken], as_="/JPXDecode"), papers=True)
    assert wrong.value.why is Refusal.BROKEN


def inline(photo: bytes, how: bytes = b"/DCT") -> bytes:
    head = b"q 100 0 0 100 0 0 cm BI /W 640 /H 480 /CS /RGB /BPC 8 /F " + how + b" ID "
    return head + photo + b"\nEI Q\n0 0 10 10 re f"


def with_orders(orders: bytes, where: str) -> bytes:
    """A PDF in which these orders draw the page, a form on it, or a letter of a font."""
    paper = pikepdf.new()
    paper.add_blank_page(page_size=(200, 200))
    stream = paper.make_stream(orders)
    if where == "form":
        stream.Type, stream.Subtype, stream.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 100, 100]
        paper.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=stream))
        paper.pages[0].Contents = paper.make_stream(b"/P Do")
    elif where == "letter":
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3)
        font.CharProcs = pikepdf.Dictionary(a=stream)
        paper.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=paper.make_indirect(font)))
    else:
        halves = [paper.make_stream(b"q"), stream, paper.make_stream(b"Q")]
        paper.pages[0].Contents = pikepdf.Array(halves) if where == "parts" else stream
    paper.save(out := io.BytesIO(), compress_streams=False)
    return out.getvalue()


def orders_in(body: bytes, where: str) -> tuple[list[bytes], list[str]]:
    """The photos among the orders as they are now, and all other orders."""
    with pikepdf.open(io.BytesIO(body)) as paper:
        page = paper.pages[0]
        what = {
            "form": lambda: page.Resources.XObject.P,
            "letter": lambda: page.Resources.Font.F.CharProcs.a,
        }.get(where, lambda: page)()
        found = list(pikepdf.parse_content_stream(what))
        photos = [one.iimage.read_raw_bytes() for one in found if isinstance(one, pikepdf.ContentStreamInlineImage)]
        return photos, [str(one.operator) for one in found]


@pytest.mark.parametrize("where", ["page", "parts", "form", "letter"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_photo_among_the_orders_keeps_its_dots_alone(where: str, packed: bool) -> None:
    photo = samples.jpeg()
    orders = inline(photo.hex().encode() + b">", b"[/AHx /DCT]") if packed else inline(photo)
    came = with_orders(orders, where)
    left = kept(came)
    assert SECRET in photo and (packed or SECRET in came) and SECRET not in left
    (again,), operators = orders_in(left, where)
    assert SECRET not in again and dots(again) == dots(photo)
    assert operators == orders_in(came, where)[1], "everything else is drawn as before"


def test_orders_without_a_photo_stay_as_they_are() -> None:
    came = with_orders(b"q BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q  % as it was", "page")
    with pikepdf.open(io.BytesIO(kept(came))) as paper:
        assert paper.pages[0].Contents.read_bytes().endswith(b"% as it was")
