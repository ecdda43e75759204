"""PDFs: the same pages without scripts, attachments and actions, and without the traces of the photos in them."""

import io
import re

import pikepdf

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.drawn_in import bare_drawn_in, listed, unpacked
from portal.services.cleaning.shape import Copy
from portal.services.cleaning.traces import bare_jpeg
from portal.services.cleaning.wavelets import bare_wavelets

ACTING = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/XFA", "/EF", "/EmbeddedFiles", "/AF", "/Metadata", "/PieceInfo")
"""What a PDF does by itself, carries along, or tells about its author, wherever in it this stands."""
ACTIONS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound",
           "/RichMediaExecute", "/Trans", "/GoTo3DView")  # fmt: skip
PLAYERS = ("/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D")
ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI")
"""What a stream says when its content lies in another file."""
PRESSED = re.compile(r"\s*(https?://|mailto:|tel:)", re.IGNORECASE)
"""The links that are kept."""
BARE = {"/DCTDecode": bare_jpeg, "/JPXDecode": bare_wavelets}
"""How photos are packed -> what leaves their dots alone."""
DEEPEST = 60


def clean_pdf(came: bytes, media: str) -> Copy:
    """The same pages in a new file. Raises `NotTaken`."""
    try:
        with pikepdf.open(io.BytesIO(came)) as pdf:
            if not len(pdf.pages):
                raise NotTaken(Refusal.BROKEN)
            for thing in pdf.objects:
                _calm(thing, 0)
                if isinstance(thing, pikepdf.Stream):
                    _keep_inside(thing)
            bare_drawn_in(pdf, bare_jpeg)
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            out = io.BytesIO()
            pdf.save(out, fix_metadata_version=False)
    except pikepdf.PasswordError as locked:
        raise NotTaken(Refusal.LOCKED) from locked
    except (pikepdf.PdfError, RuntimeError, TypeError, MemoryError, KeyError) as wrong:
        raise NotTaken(Refusal.BROKEN) from wrong
    return Copy(media, out.getvalue())


def _calm(thing: object, depth: int) -> None:
    """Take out what acts; a thing of its own (an indirect one) comes by itself."""
    if depth > DEEPEST:
        raise NotTaken(Refusal.BROKEN)
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        _disarm(thing)
        parts = [thing[key] for key in thing.keys()]  # noqa: SIM118  it is no mapping
    else:
        parts = list(thing) if isinstance(thing, pikepdf.Array) else []
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            _calm(part, depth + 1)


def _disarm(thing: pikepdf.Object) -> None:
    does = str(thing.get("/S", "")) in ACTIONS or str(thing.get("/Subtype", "")) in PLAYERS
    for key in list(thing.keys()):
        if key in ACTING or (does and key not in ("/Type", "/Rect", "/Length", "/Filter")):
            del thing[key]
    if "/URI" in thing and not PRESSED.match(str(thing["/URI"])):
        del thing["/URI"]


def _keep_inside(stream: pikepdf.Stream) -> None:
    """Its content is what came with the file; a photo of a phone is only its dots."""
    for key in ELSEWHERE:
        if key in stream:
            del stream[key]
    filters, settings = listed(stream.get("/Filter")), listed(stream.get("/DecodeParms"))
    bare = next((BARE[str(one)] for one in filters if str(one) in BARE), None)
    if bare is None:
        return
    photo = bare(unpacked(stream.read_raw_bytes(), filters, settings))
    how = settings[-1] if len(settings) == len(filters) else None
    stream.write(photo, filter=pikepdf.Name(str(filters[-1])))
    if isinstance(how, pikepdf.Dictionary):
        stream.DecodeParms = how
