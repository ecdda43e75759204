"""Documents: PDFs without scripts, attachments and actions; Word and OpenDocument text without macros or authors."""

import io
import re
import zipfile
import zlib

import pikepdf

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.shape import Copy

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"

ACTING = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/XFA", "/EF", "/EmbeddedFiles", "/AF", "/Metadata", "/PieceInfo")
"""What a PDF does by itself, carries along, or tells about its author, wherever in it this stands."""
ACTIONS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound",
           "/RichMediaExecute", "/Trans", "/GoTo3DView")  # fmt: skip
PLAYERS = ("/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D")
DEEPEST = 60

MOST_PARTS = 3_000
MOST_UNPACKED = 100 * 1024 * 1024
"""Bytes of all parts of an archive together, counted while they are unpacked."""
MACROS = re.compile(r"vbaproject|vbadata|activex|embeddings/|oleobject|^basic/|^scripts/|^object ", re.IGNORECASE)
LINK = re.compile(r"<[\w:]*Relationship\s[^>]*TargetMode\s*=\s*[\"']External[^>]*>", re.IGNORECASE)
TOLD_NOTHING = {
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "meta.xml": '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
}  # fmt: skip
"""The parts that name author, company and times, with nothing in them."""


def clean_pdf(came: bytes, media: str) -> Copy:
    """The same pages in a new file. Raises `NotTaken`."""
    try:
        with pikepdf.open(io.BytesIO(came)) as pdf:
            if not len(pdf.pages):
                raise NotTaken(Refusal.BROKEN)
            for thing in pdf.objects:
                _calm(thing, 0)
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


def clean_archive(came: bytes, media: str) -> Copy:
    """A Word or OpenDocument text, packed anew. Raises `NotTaken`."""
    try:
        with zipfile.ZipFile(io.BytesIO(came)) as box:
            return _packed_anew(box, _kind(box))
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, OSError,
            UnicodeDecodeError) as wrong:  # fmt: skip
        raise NotTaken(Refusal.BROKEN) from wrong


def _kind(box: zipfile.ZipFile) -> str:
    names = box.namelist()
    if len(names) > MOST_PARTS or len(names) != len(set(names)):
        raise NotTaken(Refusal.BROKEN)
    if any(MACROS.search(name) for name in names):
        raise NotTaken(Refusal.OTHER_KIND)
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return WORD
    if "mimetype" in names and "content.xml" in names and box.read("mimetype")[:100] == OPEN_TEXT.encode():
        return OPEN_TEXT
    raise NotTaken(Refusal.OTHER_KIND)


def _packed_anew(box: zipfile.ZipFile, media: str) -> Copy:
    out, left = io.BytesIO(), MOST_UNPACKED
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in box.infolist():
            if part.is_dir():
                continue
            body = _unpacked(box, part, left)
            left -= len(body)
            if part.filename.endswith(".rels"):
                _refuse_fetching(body)
            body = TOLD_NOTHING[part.filename].encode() if part.filename in TOLD_NOTHING else body
            how = zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
            copy.writestr(zipfile.ZipInfo(part.filename), body, how)
    return Copy(media, out.getvalue())


def _unpacked(box: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """One part; how big it says it is, is not believed."""
    with box.open(part) as stream:
        body = stream.read(most + 1)
    if len(body) > most:
        raise NotTaken(Refusal.TOO_BIG)
    return body


def _refuse_fetching(relations: bytes) -> None:
    """A document that fetches something from elsewhere when it is opened is not taken; a link to click on is fine."""
    if any("/hyperlink" not in link for link in LINK.findall(relations.decode("utf-8"))):
        raise NotTaken(Refusal.OTHER_KIND)
