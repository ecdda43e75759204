"""What a file is, by its first bytes alone; what is kept of it; what is said of one that is not taken."""

import pytest

from portal.domain.files import (
    ENDINGS,
    OTHER_KIND_WITH_PAPERS,
    REFUSED,
    NotTaken,
    Refusal,
    Sort,
    numbered,
    sniffed,
    sort_of,
    token,
)


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"RIFF\0\0\0\0AVI LIST", ""),
        (b"\0\0\0\x1cftypheic\0\0", "image/heic"),
        (b"\0\0\0\x1cftypmif1\0\0", "image/heic"),
        (b"\0\0\0\x1cftypavif\0\0", "image/avif"),
        (b"\0\0\0\x1cftypM4A \0\0", "audio/mp4"),
        (b"OggS\0\x02", "audio/ogg"),
        (b"\x1aE\xdf\xa3\x01", "audio/webm"),
        (b"fLaC\0", "audio/flac"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"\xff\xf3\x90", "audio/mpeg"),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"\xff\xf9\x50", "audio/aac"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\xff\xe0", ""),
        (b"\xfe\xfb", ""),
        (b"\xff\x1b", ""),
        (b"\xff", ""),
        (b"", ""),
        (b"<svg onload=x>", ""),
        (b" GIF89a", ""),
        (b"x%PDF-1.7", ""),
    ],
)
def test_the_first_bytes_alone_say_what_a_file_is(head: bytes, media: str) -> None:
    assert sniffed(head) == media


@pytest.mark.parametrize(
    ("media", "sort"),
    [("image/heic", Sort.PHOTO), ("audio/webm", Sort.SOUND), ("application/pdf", Sort.PAPER),
     ("application/zip", Sort.PAPER), ("application/vnd.oasis.opendocument.text", Sort.PAPER), ("text/html", None),
     ("image/svg+xml", None), ("", None)],
)  # fmt: skip
def test_each_kind_is_something_to_people_or_is_not_taken(media: str, sort: Sort | None) -> None:
    assert sort_of(media) is sort


def test_every_kind_that_is_kept_is_something_to_people_and_has_its_own_ending() -> None:
    assert len(set(ENDINGS.values())) == len(ENDINGS)
    assert all(sort_of(media) for media in ENDINGS)


def test_files_are_counted_by_what_they_are() -> None:
    tokens = [token(sort, bytes(16)) for sort in (Sort.PHOTO, Sort.SOUND, Sort.PHOTO, Sort.PAPER)]
    assert tokens[0] == "photo-" + "00" * 16
    assert numbered([*tokens, "nonsense", "photo"]) == [
        (Sort.PHOTO, 1), (Sort.SOUND, 1), (Sort.PHOTO, 2), (Sort.PAPER, 1), (Sort.PHOTO, 3),
    ]  # fmt: skip


@pytest.mark.parametrize("why", Refusal)
def test_every_refusal_names_the_file_and_says_what_to_do(why: Refusal) -> None:
    for papers in (True, False):
        refused = NotTaken(why, "cat.jpg", papers=papers)
        assert (refused.why, refused.name) == (why, "cat.jpg")
        assert "%(name)s" in refused.text
        other = papers and why is Refusal.OTHER_KIND
        assert refused.text == (OTHER_KIND_WITH_PAPERS if other else REFUSED[why])


def test_a_refusal_may_be_without_a_name_at_first() -> None:
    assert NotTaken(Refusal.EMPTY).name == "" and NotTaken(Refusal.OTHER_KIND).text == REFUSED[Refusal.OTHER_KIND]
