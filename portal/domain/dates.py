"""A day in English words, for the staff and for reports; what the public reads comes from `portal.web.text`."""

from datetime import date


def in_full(day: date) -> str:
    """As in "21 November 2026"."""
    return f"{day.day} {day:%B %Y}"
