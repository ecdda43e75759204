"""Fields of Word: what a place in the text is worked out from. Most count pages; some fetch files or start programs."""

import re

from portal.domain.files import NotTaken, Refusal

FETCHING = {"DDE", "DDEAUTO", "LINK", "IMPORT", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE", "RD"}
NAME = re.compile(r'[\s"]*([^\s"\\]*)')
IN_THE_MAIL = re.compile(r'\s*INCLUDEPICTURE\s+"?cid:', re.IGNORECASE)
"""A picture pasted from an e-mail: its address leads into that e-mail and nowhere else."""
NESTED = "\0"
"""Where another field stands, whose result nobody knows."""


class Fields:
    """The fields of one part, as they come: begun, written, ended; one may stand in another."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._shown = ""

    def mark(self, kind: str) -> None:
        """A field begins, has said what it is, or ends."""
        if kind == "begin":
            self.write(NESTED)
            self._open.append("")
        elif self._open:
            refuse_fetching(self._open[-1])
            self._open[-1] += " "  # what it shows begins
            if kind == "end":
                self._open.pop()

    def write(self, code: str) -> None:
        """More of the innermost field."""
        if self._open:
            self._open[-1] += code
        elif code != NESTED:
            self._shown += code

    def close(self) -> None:
        """The part ends; what is still open, or was never begun, is looked at too."""
        for code in (*self._open, self._shown):
            refuse_fetching(code)


def refuse_fetching(code: str) -> None:
    """Raise `NotTaken` for a field that fetches or starts something, or whose name another field writes."""
    found = NAME.match(code)
    name = found[1].upper() if found else ""
    hidden = NESTED in name and not name.startswith("=")
    if hidden or (name in FETCHING and not IN_THE_MAIL.match(code)):
        raise NotTaken(Refusal.OTHER_KIND)
