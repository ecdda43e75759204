"""`datapackage.json`: what the files of a package are, in the words of the Table Schema standard."""

from collections.abc import Iterable
from typing import Any

from portal.domain.dataset.columns import Column
from portal.domain.dataset.files import File

PROFILE = "tabular-data-package"
_TYPES = {"date": "date", "flag": "boolean", "whole": "integer", "pence": "number", "decimal": "number"}


def description(authority: str, files: Iterable[File]) -> dict[str, Any]:
    """The description of a package with these files."""
    return {
        "name": f"representations-{authority}",
        "profile": PROFILE,
        "authority": authority,
        "resources": [_resource(file) for file in files],
    }


def _resource(file: File) -> dict[str, Any]:
    return {
        "name": file.name,
        "path": file.path,
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in file.columns],
            "primaryKey": list(file.key),
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.kind, "string")}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.codes and column.kind == "code" and not column.of_profile:
        constraints["enum"] = sorted(column.codes)
    if constraints:
        field["constraints"] = constraints
    return field
