"""The process: a file on standard input, its media type as argument; on standard output a line of JSON and the copy.

It may take little memory and time, write no file, and knows no secret: a file that breaks a decoder breaks it alone.
"""

import json
import resource
import sys
from collections.abc import Callable

from portal.domain.files import PHOTOS, SOUNDS, NotTaken
from portal.services.cleaning.shape import Copy

MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 10


def bound() -> None:
    """Set the limits, before anything is read."""
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def cleaner(media: str) -> Callable[[bytes, str], Copy]:
    """What opens this kind; only the library that it needs is loaded."""
    if media in PHOTOS:
        from portal.services.cleaning.pictures import clean_picture

        return clean_picture
    if media in SOUNDS:
        from portal.services.cleaning.sounds import clean_sound

        return clean_sound
    if media == "application/pdf":
        from portal.services.cleaning.papers import clean_pdf

        return clean_pdf
    from portal.services.cleaning.letters import clean_archive

    return clean_archive


def main(media: str) -> None:
    bound()
    clean, out = cleaner(media), sys.stdout.buffer
    try:
        copy = clean(sys.stdin.buffer.read(), media)
    except NotTaken as refused:
        out.write(json.dumps({"refused": refused.why.value}).encode())
        return
    head = {"media": copy.media, "body": len(copy.body), "small": len(copy.small)}
    out.write(json.dumps(head).encode() + b"\n" + copy.body + copy.small)


if __name__ == "__main__":
    main(sys.argv[1])
