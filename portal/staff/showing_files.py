"""Files as an officer sees them: a small picture, a voice message to play, a document to take away; or why not."""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from portal.clock import in_london
from portal.domain.files import Scan, Sort
from portal.records.files import File
from portal.services.case_files import may_be_opened
from portal.services.scanning import configured
from portal.staff.due import short

KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
}
INFECTED = "A virus was found in it. Nobody can open it here; ask the person for it in another way."
WAITS = "Not yet checked for viruses. You can open it once the scanner has looked at it."
UNCHECKED = "Not checked for viruses: this installation has no scanner."


@dataclass(frozen=True, slots=True)
class Shown:
    """One file. `small` is a picture that stands in the page itself; `url` is empty where it may not be opened."""

    number: int
    name: str
    own_name: str
    about: str
    url: str
    small: str
    sound: bool
    warning: str
    ours: bool
    shared: bool


def shown(files: Sequence[File], reference: str) -> list[Shown]:
    """These files in their order, numbered by what they are."""
    counts: dict[Sort, int] = {}
    found = []
    for file in files:
        counts[file.sort] = counts.get(file.sort, 0) + 1
        found.append(_shown(file, f"{file.sort.label} {counts[file.sort]}", reference))
    return found


def of_message(files: Iterable[File], message_id: int | None) -> list[File]:
    """The files that came with this message; with None, those that came with the complaint itself."""
    return [one for one in files if one.message_id == message_id and one.officer_id is None]


def _shown(file: File, name: str, reference: str) -> Shown:
    opens, picture = may_be_opened(file), file.small_picture()
    day = short(in_london(file.added_at).date())
    return Shown(
        number=file.id,
        name=name,
        own_name=file.own_name(),
        about=f"{KINDS.get(file.media, file.media.partition('/')[2].upper())}, {_size(file.size)}, {day}",
        url=url_for("staff_files.download", reference=reference, number=file.id) if opens else "",
        small="data:image/jpeg;base64," + base64.b64encode(picture).decode() if picture else "",
        sound=file.sort is Sort.SOUND and opens,
        warning=_warning(file),
        ours=file.officer_id is not None,
        shared=file.shared_at is not None,
    )


def _warning(file: File) -> str:
    if file.scan is Scan.INFECTED:
        return INFECTED
    if file.scan is Scan.CLEAN:
        return ""
    if configured():
        return WAITS
    return UNCHECKED if file.sort is Sort.PAPER else ""


def _size(count: int) -> str:
    return f"{max(0.1, count / 1_000_000):.1f} MB"
