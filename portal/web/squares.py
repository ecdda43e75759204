"""An address as a QR code for the camera of a phone."""

import segno
from markupsafe import Markup


def square(address: str, *, sized: bool = False) -> Markup:
    """Black on white whatever the page's colours; what it says stands beside it in words. `sized` where no sheet is."""
    made = segno.make(address, micro=False, error="m")
    drawn = made.svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass="square", lineclass="", omitsize=not sized
    )
    return Markup(drawn)  # noqa: S704 - our own address, drawn by a library
