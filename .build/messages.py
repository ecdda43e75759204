"""Collects every text to translate into `translations/messages.pot` and brings each language's file up to date with it.

Run by `make messages`; `tests/house/test_catalogues.py` uses `collect` to see whether that was forgotten.
"""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "messages.pot"
KEYWORDS = DEFAULT_KEYWORDS | {"lazy_gettext": None, "lazy_ngettext": (1, 2), "lazy_pgettext": ((1, "c"), 2)}
HEADER = "# The texts of the complaints portal, collected by `make messages`."
LEFT_OUT = (
    b'"Project-Id-Version',
    b'"Report-Msgid-Bugs-To',
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Last-Translator',
    b'"Language-Team',
    b'"Generated-By',
)
#: A comment in the code that starts like this is shown to translators.
COMMENT_TAG = "Translators:"


def collect() -> Catalog:
    """Every text to translate, with the files that use it, in an order that does not change from run to run."""
    catalogue = Catalog(header_comment=HEADER, charset="utf-8", fuzzy=False)
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]
    for mapping in mappings:
        folder, _, pattern = mapping["pattern"].partition("/")
        options = {pattern: {key: value for key, value in mapping.items() if key not in {"method", "pattern"}}}
        found = extract_from_dir(
            ROOT / folder, [(pattern, mapping["method"])], options, keywords=KEYWORDS, comment_tags=(COMMENT_TAG,)
        )
        for name, _line, message, comments, context in sorted(found, key=lambda text: (text[0], text[1])):
            catalogue.add(message, None, [(f"{folder}/{name}", None)], auto_comments=comments, context=context)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """`catalogue` as the text of a file: no line numbers and no dates, so that only a changed text is a change."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=120, omit_header=False, include_lineno=False, sort_by_file=False)
    return b"".join(line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(LEFT_OUT))


def update() -> None:
    """Write the template, and add to each language's file what it lacks; a changed text is to be translated anew."""
    template = collect()
    TEMPLATE.write_bytes(written(template))
    for path in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path.write_bytes(written(catalogue))
        missing = sum(1 for message in catalogue if message.id and not message.string)
        print(f"- {path.parent.parent.name}: {missing} texts to translate")  # noqa: T201 - a developer's tool reports here


if __name__ == "__main__":
    update()
