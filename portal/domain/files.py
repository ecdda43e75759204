"""What people may send along with their words: which kinds of file, how many, how big; and what is said of others."""

from collections.abc import Iterable
from enum import StrEnum

from portal.domain.wording import N_
from portal.domain.words import Worded

MOST_FILES = 10
"""Files to one question (people 2.a, "Upload details")."""
MOST_BYTES = 10 * 1024 * 1024
"""Bytes of one file: 10 MB, as people are told."""


class Sort(Worded):
    """What a file is for whoever looks at it; the start of its token among the answers."""

    PHOTO = "photo", "Photo"
    SOUND = "sound", "Voice message"
    PAPER = "paper", "Document"


class Scan(Worded):
    """What is known about viruses in a file."""

    WAITING = "waiting", "Not yet checked for viruses"
    CLEAN = "clean", "Checked for viruses"
    INFECTED = "infected", "A virus was found"


class Refusal(StrEnum):
    """Why a file is not taken."""

    TOO_BIG = "too_big"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    OTHER_KIND = "other_kind"
    FILM = "film"
    BROKEN = "broken"
    LOCKED = "locked"
    LATER = "later"


REFUSED = {
    Refusal.TOO_BIG: N_("“%(name)s” is too big. A file can be up to 10 MB. Send a smaller one, or tell us in words."),
    Refusal.TOO_MANY: N_("“%(name)s” did not fit. You can add 10 files here. You can send us more after."),
    Refusal.EMPTY: N_("“%(name)s” is empty. Pick it again, or tell us in words."),
    Refusal.OTHER_KIND: N_("We cannot take “%(name)s”. Add a photo, a drawing or a voice message."),
    Refusal.FILM: N_("“%(name)s” is a film. We cannot take films. Add a photo or a voice message."),
    Refusal.BROKEN: N_("We could not open “%(name)s”. Try it again, or tell us in words."),
    Refusal.LOCKED: N_("“%(name)s” needs a password. Take the password off and add it again."),
    Refusal.LATER: N_("“%(name)s” did not get through. Wait a while and add it again, or tell us in words."),
}
"""What is said at the field; `%(name)s` is the file's own name."""
OTHER_KIND_WITH_PAPERS = N_("We cannot take “%(name)s”. Add a photo, a voice message, a PDF or a Word file.")
"""Where documents may be added too."""


class NotTaken(Exception):
    """A file that is not taken, and why."""

    def __init__(self, why: Refusal, name: str = "", *, papers: bool = False) -> None:
        super().__init__(why.value)
        self.why, self.name = why, name
        self.text = OTHER_KIND_WITH_PAPERS if papers and why is Refusal.OTHER_KIND else REFUSED[why]


PHOTOS = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/avif")
SOUNDS = ("audio/mpeg", "audio/mp4", "audio/ogg", "audio/webm", "audio/wav", "audio/flac", "audio/aac")
PAPERS = ("application/pdf", "application/zip")  # Word and OpenDocument files are zip archives
ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png",
    "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/ogg": "ogg", "audio/webm": "webm", "audio/wav": "wav",
    "audio/flac": "flac", "audio/aac": "aac",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}  # fmt: skip
"""Everything that is kept is one of these: our own copy of what came."""


_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "audio/webm"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
)
_RIFF = {b"WAVE": "audio/wav", b"WEBP": "image/webp"}
_HEIF = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"}
_AVIF = {b"avif", b"avis"}


def sniffed(head: bytes) -> str:
    """The media type that the first bytes of a file (32 are enough) speak for, or "": its name and its sender's word
    are not asked. That it really is one, only opening it can show."""
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return "image/heic" if brand in _HEIF else "image/avif" if brand in _AVIF else "audio/mp4"
    for beginning, media in _BEGINNINGS:
        if head.startswith(beginning):
            return media
    return _mpeg(head)


def _mpeg(head: bytes) -> str:
    """Sound without a container begins with eleven set bits; in AAC the two that name the layer are zero."""
    if len(head) < 2 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return ""
    return "audio/aac" if head[1] & 0xF6 == 0xF0 else "audio/mpeg" if head[1] & 0x06 else ""


def sort_of(media: str) -> Sort | None:
    """What a file of this media type is for people; None for a kind that is not taken."""
    if media in PHOTOS:
        return Sort.PHOTO
    if media in SOUNDS:
        return Sort.SOUND
    return Sort.PAPER if media in PAPERS or media in ENDINGS else None


def token(sort: Sort, uid: bytes) -> str:
    """How a file stands among the answers: what it is, and the random name of its row."""
    return f"{sort.value}-{uid.hex()}"


def numbered(tokens: Iterable[str]) -> list[tuple[Sort, int]]:
    """Each file of an answer as "the first photo", "the second voice message"; what is no token is passed over."""
    counts: dict[Sort, int] = {}
    found = []
    for one in tokens:
        name = one.partition("-")[0]
        if name in {sort.value for sort in Sort}:
            sort = Sort(name)
            counts[sort] = counts.get(sort, 0) + 1
            found.append((sort, counts[sort]))
    return found
