"""Giving out what people sent: as a file to keep, never as a page; nothing in it can act on this site."""

from urllib.parse import quote

from flask import Response

APART = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""Whatever a browser makes of the file, it is nobody here: no script, no form, no cookie, no other request."""


def attachment(body: bytes, media: str, name: str) -> Response:
    """A file to keep, under a name of ours."""
    response = Response(body, content_type=media)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = APART
    return response


def picture(body: bytes) -> Response:
    """A small picture, drawn by us, for an image on a page of ours."""
    return attachment(body, "image/jpeg", "photo.jpg")
