"""Packing pages for slow phones, with the browser's best method."""

from flask import Flask
from flask_compress import Compress


def pack(app: Flask) -> None:
    """Compress pages over half a kilobyte. Stylesheets and scripts are packed once by `assets`."""
    app.config.update(
        COMPRESS_MIMETYPES=["text/html"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=7,
        COMPRESS_LEVEL=6,
        COMPRESS_MIN_SIZE=512,
        COMPRESS_REGISTER=True,
    )
    Compress(app)
