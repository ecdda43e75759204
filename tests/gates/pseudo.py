"""The pseudo-language: every English text 45 % longer and with accents, to see what still fits."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask

from portal.services.catalogues import collect

LONGER = 0.45
_KEPT = re.compile(r"(%\(\w+\)s|<[^>]+>|&\w+;)")
_ACCENTS = str.maketrans("AEIOUaeiouyncs", "ÅÉÎÖÜåéîöüýñçš")


def pseudo(text: str) -> str:
    """A text in the pseudo-language; placeholders stay what they are."""
    said = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text))
    letters = len(_KEPT.sub("", text))
    more = "ëxtrå wördš tø fïll "
    return said + " " + (more * (letters // 8 + 1))[: max(2, round(letters * LONGER))].strip()


def speak_pseudo(app: Flask, folder: Path) -> None:
    """Give an application the pseudo-language, made from the texts as they are in the code now."""
    catalogue = Catalog(locale="eo")
    for message in collect():
        if isinstance(message.id, str) and message.id:
            catalogue.add(message.id, pseudo(message.id), context=message.context)
        elif message.id:
            catalogue.add(message.id, tuple(pseudo(one) for one in message.id), context=message.context)
    place = folder / "eo" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    # In front: Flask-Babel takes its plural rule from the last folder, also from one that lacks the language.
    app.extensions["babel"].translation_directories.insert(0, str(folder))
