"""Stylesheets, scripts and pictures.

A few small files served from memory under names that change with their content.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import brotli
from flask import Blueprint, Flask, Response, abort, current_app, request

from portal.web.doors import Door, door

FOREVER = "public, max-age=31536000, immutable"
CLOSED = "default-src 'none'; frame-ancestors 'none'"
"""The policy of a file: it loads nothing, and short headers matter on a slow phone."""
blueprint = Blueprint("assets", __name__)


@dataclass
class Asset:
    """One file and the address it is served at."""

    name: str
    body: bytes

    @cached_property
    def address(self) -> str:
        stem, dot, ending = self.name.rpartition(".")
        return f"{stem}.{hashlib.sha256(self.body).hexdigest()[:10]}{dot}{ending}"

    @cached_property
    def packed(self) -> dict[str, bytes]:
        """The file in the browser's methods, best first."""
        return {"br": brotli.compress(self.body, quality=11), "gzip": gzip.compress(self.body, 9, mtime=0)}

    @property
    def kind(self) -> str:
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


class Assets:
    """Every file directly under `static`, by name and by address."""

    def __init__(self, folder: Path) -> None:
        files = [path for path in sorted(folder.iterdir()) if path.is_file()]
        self.by_name = {path.name: Asset(path.name, path.read_bytes()) for path in files}
        self.by_address = {asset.address: asset for asset in self.by_name.values()}

    def url(self, name: str) -> str:
        """The address of a file.

        KeyError for one that is not there, so that a misspelt name fails in the first test.
        """
        return f"/static/{self.by_name[name].address}"


@blueprint.get("/static/<path:address>")
@door(Door.ANYONE)
def served(address: str) -> Response:
    assets: Assets = _assets()
    asset = assets.by_address.get(address)
    if asset is None:
        abort(404)
    method = next((method for method in asset.packed if request.accept_encodings.quality(method) > 0), None)
    response = Response(asset.packed[method] if method else asset.body, content_type=asset.kind)
    if method:
        response.headers["Content-Encoding"] = method
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Content-Security-Policy"] = CLOSED
    response.headers["Cache-Control"] = FOREVER
    return response


def _assets() -> Assets:
    assets: Assets = current_app.extensions["portal.assets"]
    return assets


def serve(app: Flask, folder: Path) -> None:
    """Load the files, serve them, and give templates `asset("public.css")`."""
    assets = Assets(folder)
    app.extensions["portal.assets"] = assets
    app.register_blueprint(blueprint)
    app.jinja_env.globals["asset"] = assets.url
