"""Numbers in addresses: one that no database could hold is an address that leads nowhere, like any other wrong one."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1
"""The largest whole number of a database's ordinary column; a longer one would break its driver, not find nothing."""


class Number(IntegerConverter):
    """What `<int:…>` means in every route."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=LARGEST)


def read_numbers(app: Flask) -> None:
    """Before any route is made."""
    app.url_map.converters["int"] = Number
