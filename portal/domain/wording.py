"""Marks English source text for translation without importing any library.

The web layer translates it when it is shown.
"""


def N_(text: str) -> str:
    """Return `text` unchanged; `pybabel extract -k N_` finds it (GNU gettext's no-op convention)."""
    return text
