"""What is said when a secret code cannot be read: kind, at once, and without costing a try."""

from flask_babel import gettext

from portal.domain.references import BadCode, WordNotOnList, WrongCodeLength


def code_trouble(wrong: BadCode) -> str:
    """Words for the person, in their language.

    A word that was typed comes back only as the list's own nearest words.
    """
    if isinstance(wrong, WordNotOnList):
        if wrong.suggestions:
            return gettext("One word is not on our list. Did you mean “%(word)s”?", word=wrong.suggestions[0])
        return gettext("One word is not on our list. Check each word and try again.")
    if isinstance(wrong, WrongCodeLength):
        return gettext("The code has five words, or 15 numbers. Check that you typed all of it.")
    return gettext("We cannot read this code. Type the five words, or the 15 numbers.")
