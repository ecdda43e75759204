"""Word and OpenDocument text: packed anew without authors and the traces of photos; what fetches or runs is refused."""

import io
import posixpath
import re
import zipfile
import zlib

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.calling import is_marked_up, look_through, pressed_links
from portal.services.cleaning.shape import Copy
from portal.services.cleaning.traces import without_traces

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"

MOST_PARTS = 3_000
MOST_UNPACKED = 100 * 1024 * 1024
"""Bytes of all parts of an archive together, counted while they are unpacked."""
MACROS = re.compile(r"vbaproject|vbadata|activex|embeddings/|oleobject|^basic/|^scripts/|^object ", re.IGNORECASE)
CARRIED = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"MZ")
"""How an object of another program, an archive and a program begin, whatever the part is called."""
RELATIONS = re.compile(r"(^|.*/)_rels/([^/]*)\.rels")
"""The name of a part that says what another part refers to, and that other part's."""
_CORE = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
_APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
_CUSTOM = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
_META = '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
TOLD_NOTHING = {
    "docprops/core.xml": _CORE,
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties coreProperties": _CORE,
    "docprops/app.xml": _APP,
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties Properties": _APP,
    "docprops/custom.xml": _CUSTOM,
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties Properties": _CUSTOM,
    "meta.xml": _META,
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0 document-meta": _META,
}
"""The parts that name author, company and times, by their path or their outermost element, with nothing in them."""


def clean_archive(came: bytes, media: str) -> Copy:
    """A Word or OpenDocument text, packed anew. Raises `NotTaken`."""
    try:
        with zipfile.ZipFile(io.BytesIO(came)) as box:
            media = _kind(box)
            return _packed_anew(_unpacked(box), media)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, OSError,
            UnicodeDecodeError) as wrong:  # fmt: skip
        raise NotTaken(Refusal.BROKEN) from wrong


def _kind(box: zipfile.ZipFile) -> str:
    names = box.namelist()
    if len(names) > MOST_PARTS or len(names) != len({_path(name) for name in names}):
        raise NotTaken(Refusal.BROKEN)
    if any(MACROS.search(_path(name)) for name in names):
        raise NotTaken(Refusal.OTHER_KIND)
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return WORD
    if "mimetype" in names and "content.xml" in names and box.read("mimetype")[:100] == OPEN_TEXT.encode():
        return OPEN_TEXT
    raise NotTaken(Refusal.OTHER_KIND)


def _path(name: str) -> str:
    """A part's name as every program understands it, however it is written."""
    return posixpath.normpath("/" + name.lower().replace("\\", "/").lstrip("/"))[1:]


def _unpacked(box: zipfile.ZipFile) -> dict[str, bytes]:
    """Every part; how big one says it is, is not believed."""
    parts, left = {}, MOST_UNPACKED
    for part in box.infolist():
        if part.is_dir():
            continue
        with box.open(part) as stream:
            parts[part.filename] = stream.read(left + 1)
        left -= len(parts[part.filename])
        if left < 0:
            raise NotTaken(Refusal.TOO_BIG)
    return parts


def _packed_anew(parts: dict[str, bytes], media: str) -> Copy:
    links = {}
    for name, body in parts.items():
        if about := RELATIONS.fullmatch(_path(name)):
            links[about[1] + about[2]] = pressed_links(body)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name, body in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            copy.writestr(zipfile.ZipInfo(name), _cleaned(_path(name), body, links), how)
    return Copy(media, out.getvalue())


def _cleaned(name: str, body: bytes, links: dict[str, frozenset[str]]) -> bytes:
    if name in TOLD_NOTHING:
        return TOLD_NOTHING[name].encode()
    if body.startswith(CARRIED):
        raise NotTaken(Refusal.OTHER_KIND)
    if not is_marked_up(body):
        return without_traces(body)
    about = look_through(body, links.get(name, frozenset()))
    return TOLD_NOTHING[about].encode() if about in TOLD_NOTHING else body
