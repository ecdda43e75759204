"""The parts of a letter, read as what they are, XML: nothing in them fetches or runs anything when it is opened."""

import re
from collections.abc import Callable
from xml.parsers import expat

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.fields import Fields, refuse_fetching

Attributes = dict[str, str]

RUN_BY_RELATION = {"vbaproject", "wordvbadata", "oleobject", "package", "afchunk", "attachedtemplate", "frame",
                   "control", "activexcontrolbinary", "subdocument"}  # fmt: skip
RUN = {"script", "event-listener", "dde-source", "dde-connection", "dde-connection-decl", "object-ole", "applet",
       "plugin", "floating-frame", "altChunk", "OLEObject", "connectString", "udl"}  # fmt: skip
"""Elements by name, whatever they belong to."""
SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
PROGRAMS = re.compile(r"macroenabled|vbaproject|oleobject|activex", re.IGNORECASE)
SHAPES = "urn:schemas-microsoft-com:vml"
FILLED = ("imagedata", "fill", "stroke", "image")
"""What a shape takes a picture for; the address of the shape itself is a link."""
BEGINNING = re.compile(rb"[\xef\xbb\xbf\xfe\xff\0 \t\r\n]*<")
NO_LETTER = re.compile(rb"[\0-\x08\x0b\x0c\x0e-\x1f]")
FETCHED = {"href", "src", "image-data"}
PRESSED = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
"""What follows an address only when somebody presses it."""
RUNS_WHEN_PRESSED = re.compile(r"\s*(vnd\.|macro:|script:|slot:|service:|\.uno:|\w*script:|ms-|private:|data:)", re.I)


def is_marked_up(body: bytes) -> bool:
    """Whether it can be XML, in any way of writing letters; a disguised font may begin with the same sign."""
    if not (opened := BEGINNING.match(body)):
        return False
    two_bytes_a_letter = body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in body[:4]
    return two_bytes_a_letter or not NO_LETTER.search(body, opened.end(), opened.end() + 14)


def pressed_links(relations: bytes) -> frozenset[str]:
    """The names of what leads out of the letter when it is pressed. Raises `NotTaken` for all else that leads out."""
    found = set()

    def start(name: str, given: Attributes) -> None:
        if name.rpartition(" ")[2] != "Relationship":
            return
        kind, target = given.get("Type", "").strip().rpartition("/")[2].lower(), given.get("Target", "").strip()
        out = given.get("TargetMode", "").strip().lower() == "external" or not _inside(target.removeprefix("/"))
        if kind in RUN_BY_RELATION or (out and (kind != "hyperlink" or RUNS_WHEN_PRESSED.match(target))):
            raise NotTaken(Refusal.OTHER_KIND)
        if out:
            found.add(given.get("Id", ""))

    _read(relations, start)
    return frozenset(found)


def look_through(body: bytes, links: frozenset[str]) -> str:
    """What the outermost element is called. Raises `NotTaken`; `links` are the part's own that lead out."""
    part = _Part(links)
    _read(body, part.start, part.end, part.text)
    part.fields.close()
    return part.outermost


class _Part:
    def __init__(self, links: frozenset[str]) -> None:
        self.links, self.fields, self.outermost, self.in_code = links, Fields(), "", False

    def start(self, name: str, given: Attributes) -> None:
        self.outermost = self.outermost or name
        space, _, local = name.rpartition(" ")
        if local == "encryption-data":
            raise NotTaken(Refusal.LOCKED)
        if local in RUN or space == SCRIPT:
            raise NotTaken(Refusal.OTHER_KIND)
        self.in_code = local in ("instrText", "delInstrText")
        for key, value in given.items():
            of, _, called = key.rpartition(" ")
            if of == SCRIPT or self._fetches(of, called, value, local, space):
                raise NotTaken(Refusal.OTHER_KIND)
            if called == "fldCharType":
                self.fields.mark(value.strip())
            elif called == "instr":
                refuse_fetching(value)

    def _fetches(self, of: str, called: str, value: str, local: str, space: str) -> bool:
        if of.endswith("/relationships") and value in self.links:
            return local not in PRESSED
        if called == "ContentType":
            return bool(PROGRAMS.search(value))
        if called not in FETCHED:
            return False
        shape = space == SHAPES and not of and called == "href" and local not in FILLED
        if shape or local == "a" or local in PRESSED or local.startswith("area-"):
            return bool(RUNS_WHEN_PRESSED.match(value))
        return not _inside(value)

    def end(self, _name: str) -> None:
        self.in_code = False

    def text(self, said: str) -> None:
        if self.in_code:
            self.fields.write(said)


def _inside(address: str) -> bool:
    """Whether it leads to another part of the same file or e-mail, or is the picture itself."""
    address = address.strip()
    return address.startswith(("data:image/", "cid:")) or not (address.startswith("/") or re.search(r"[:\\]", address))


def _read(
    body: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Hand on every element. Raises `NotTaken` for what is not well formed, and for entities, which hide things."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError) as wrong:
        raise NotTaken(Refusal.BROKEN) from wrong


def _refuse_entity(*_about: object) -> None:
    raise NotTaken(Refusal.BROKEN)
