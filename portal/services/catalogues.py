"""The catalogues of translations: collecting the texts of the code, bringing a language up to date, adding one."""

import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from portal.config import PACKAGE, resources
from portal.services.catalogue_faults import lacking

KEYWORDS: dict[str, Any] = {
    **DEFAULT_KEYWORDS,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}
HEADER = "# The texts of the complaints portal, collected by `portal language update`."
COMMENT_TAG = "Translators:"
"""A comment in the code that starts like this is shown to translators."""
_LEFT_OUT = (
    b'"Project-Id-Version',
    b'"Report-Msgid-Bugs-To',
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Last-Translator',
    b'"Language-Team',
    b'"Generated-By',
)


class NoSuchLanguage(LookupError):
    """Nothing is known of this language, or it cannot be added."""


def collect() -> Catalog:
    """Every text to translate, with the files that use it, in an order that does not change from run to run."""
    catalogue = Catalog(header_comment=HEADER, charset="utf-8", fuzzy=False)
    for name, folder, method, pattern in (
        ("portal", PACKAGE, "python", "**.py"),
        ("templates", resources("templates"), "jinja2", "**.*"),
    ):
        options = {pattern: {"encoding": "utf-8"} | ({"silent": "false"} if method == "jinja2" else {})}
        found = extract_from_dir(folder, [(pattern, method)], options, keywords=KEYWORDS, comment_tags=(COMMENT_TAG,))
        for file, _line, message, comments, context in sorted(found, key=lambda text: (text[0], text[1])):
            place: Any = (f"{name}/{file}", None)  # without the line, which changes with every edit
            catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a catalogue."""
    return tuple(sorted(path.parent.parent.name for path in resources("translations").glob("*/LC_MESSAGES/*.po")))


def catalogue_of(code: str) -> Catalog:
    """The catalogue of a language. Raises `NoSuchLanguage`, and Babel's `PoFileError` for a file that is damaged."""
    path = _path(code)
    if not path.exists():
        raise NoSuchLanguage(f"There is no translation {code}: there are {', '.join(languages())}.")
    with path.open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def bring_up_to_date(codes: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """Write the template, and each language's file after it: what is new is empty, what is no longer said is gone.

    Yields each language with the number of texts it lacks. A changed text is to be translated anew.
    """
    template = collect()
    (resources("translations") / "messages.pot").write_bytes(written(template))
    for code in codes or languages():
        catalogue = catalogue_of(code)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        _path(code).write_bytes(written(catalogue))
        yield code, len(lacking(catalogue, template))


def add(code: str) -> Path:
    """Begin the catalogue of a new language, with its paragraph in the status file; returns where to translate.

    Raises `NoSuchLanguage` for one that is there already or whose dates and plurals nobody has written down.
    """
    if code in languages():
        raise NoSuchLanguage(f"{code} is there already.")
    if code.partition("_")[0] == "en":
        raise NoSuchLanguage("Everything is written in English: there is nothing to translate.")
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError) as wrong:
        raise NoSuchLanguage(f"The dates and plurals of {code} are not known: use a code such as pl or ckb.") from wrong
    path = _path(code)
    path.parent.mkdir(parents=True)
    catalogue = Catalog(locale=code, header_comment=HEADER, charset="utf-8", fuzzy=False)
    catalogue.update(collect(), no_fuzzy_matching=True)
    path.write_bytes(written(catalogue))
    status = resources("translations") / "STATUS.toml"
    kept = status.read_text(encoding="utf-8")
    if code not in tomllib.loads(kept):
        status.write_text(kept + _paragraph(code, locale), encoding="utf-8")
    return path


def written(catalogue: Catalog) -> bytes:
    """`catalogue` as the text of a file: no line numbers and no dates, so that only a changed text is a change."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=120, omit_header=False, include_lineno=False, sort_by_file=False)
    return b"".join(line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(_LEFT_OUT))


def _path(code: str) -> Path:
    return resources("translations") / code / "LC_MESSAGES" / "messages.po"


def _paragraph(code: str, locale: Locale) -> str:
    name = locale.display_name or code
    return f"""
[{code}]
autonym = "{name[:1].upper()}{name[1:]}"
english = "{locale.english_name or code}"
review_level = 0
offered = false
note = "New: it is still to be translated."
"""
