"""Photos that stand in the very orders by which a page is drawn: their dots alone, like those of all others."""

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

PHOTO = pikepdf.Name.DCTDecode
Bare = Callable[[bytes], bytes]


def bare_drawn_in(pdf: pikepdf.Pdf, bare: Bare) -> None:
    """Write anew every list of orders with such a photo in it."""
    for page in pdf.pages:
        if _has_photo(page.get("/Contents")):
            page.Contents = pdf.make_stream(_anew(page, bare))
    for orders in _others(pdf):
        if _has_photo(orders):
            orders.write(_anew(orders, bare))


def _others(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """The orders that pages call upon: forms, patterns, and the letters of fonts that are drawn."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            if thing.get("/Subtype") == pikepdf.Name.Form or thing.get("/PatternType") == 1:
                yield thing
        elif isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == pikepdf.Name.Type3:
            letters = thing.get("/CharProcs", pikepdf.Dictionary())
            drawn = [letters[name] for name in letters.keys()]  # noqa: SIM118  it is no mapping
            yield from (one for one in drawn if isinstance(one, pikepdf.Stream))


def _has_photo(orders: pikepdf.Object | None) -> bool:
    """Quickly, so that no other page is taken apart; orders that cannot be read are drawn by nobody."""
    parts = list(orders) if isinstance(orders, pikepdf.Array) else [orders]
    try:
        read = b"\n".join(one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))
    except pikepdf.PdfError:
        return False
    return b"/DCT" in read and b"BI" in read


def _anew(orders: pikepdf.Page | pikepdf.Stream, bare: Bare) -> bytes:
    out: list[bytes] = []
    since: list[Any] = []
    for order in pikepdf.parse_content_stream(orders):
        if isinstance(order, pikepdf.ContentStreamInlineImage):
            out += [pikepdf.unparse_content_stream(since), _image(order, bare)]
            since = []
        else:
            since.append(order)
    return b"\n".join([*out, pikepdf.unparse_content_stream(since)])


def _image(order: pikepdf.ContentStreamInlineImage, bare: Bare) -> bytes:
    image = order.iimage
    filters = listed(image.obj.get("/Filter"))
    if PHOTO not in filters:
        return bytes(image.unparse())
    photo = bare(unpacked(image.read_raw_bytes(), filters, listed(image.obj.get("/DecodeParms"))))
    says = image.obj
    for name in ("/Length", "/DecodeParms"):
        if name in says:
            del says[name]
    says.Filter = PHOTO
    told = b" ".join(pikepdf.Name(key).unparse() + b" " + _plain(says[key]) for key in says.keys())  # noqa: SIM118
    return b"BI " + told + b" ID " + photo + b"\nEI"


def _plain(value: object) -> bytes:
    return value.unparse() if isinstance(value, pikepdf.Object) else pikepdf.Array([value]).unparse()[1:-1]


def unpacked(raw: bytes, filters: list[pikepdf.Object], settings: list[pikepdf.Object]) -> bytes:
    """What is left when all ways of packing but the last are undone."""
    if not filters[:-1]:
        return raw
    with pikepdf.new() as aside:
        packed = aside.make_stream(raw)
        packed.Filter = pikepdf.Array(filters[:-1])
        if settings:
            packed.DecodeParms = pikepdf.Array(settings[: len(filters) - 1])
        return packed.read_bytes()


def listed(one_or_more: pikepdf.Object | None) -> list[pikepdf.Object]:
    """One thing or several as a list."""
    if one_or_more is None:
        return []
    return list(one_or_more) if isinstance(one_or_more, pikepdf.Array) else [one_or_more]
