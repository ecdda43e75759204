"""Papers that the team adds to a case, and whether the person may read them."""

from collections.abc import Iterable

from portal import clock
from portal.domain.files import NotTaken, Scan
from portal.domain.words import Happening
from portal.records.files import File, file_of_case
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.checking_speakers import refuse_unchecked
from portal.services.keeping_files import Came, Ready, each, store
from portal.services.scanning import configured, tell_team
from portal.services.spoken_for import only_reader
from portal.services.writing_letters import write_person_letter

TEAM = "team"
"""Where a file stands that belongs to no answer of the person."""
AT_ONCE = 10


def add_papers(case_id: int, officer_id: int, came: Iterable[Came]) -> list[NotTaken]:
    """Keep these with the case, for the team alone; return those that were not taken, with why."""

    def keep(ready: Ready) -> None:
        with changing(case_id) as case:
            store(ready, case_id=case.id, officer_id=officer_id, question=TEAM)
            by_team(case, Happening.PAPER_ADDED, officer_id)
            if ready.scan is Scan.INFECTED:
                tell_team(case)

    return each(came, AT_ONCE, True, keep)


def share(case_id: int, officer_id: int, number: int) -> None:
    """Let whomever the team may talk to now read a paper that it added, and tell them that there is one.

    Raises `NotThere`, and `NotLikeThis` where there is a virus in it.
    """
    with changing(case_id) as case:
        file = _ours(case_id, number)
        if file.scan is Scan.INFECTED:
            raise NotLikeThis("There is a virus in it, so nobody can open it.")
        if file.shared_at is None:
            refuse_unchecked(case)
            file.shared_at, file.reader = clock.now(), only_reader(case)
            by_team(case, Happening.PAPER_SHARED, officer_id, at=file.shared_at)
            write_person_letter(case, "person_paper")


def take_back(case_id: int, officer_id: int, number: int) -> None:
    """The person may not read it any more. Raises `NotThere`."""
    with changing(case_id) as case:
        file = _ours(case_id, number)
        if file.shared_at is not None:
            file.shared_at = None
            by_team(case, Happening.PAPER_WITHDRAWN, officer_id)


def may_be_opened(file: File) -> bool:
    """Whether anybody gets this file: never with a virus in it, and where there is a scanner, not before it looked."""
    return file.scan is Scan.CLEAN or (file.scan is Scan.WAITING and not configured())


def _ours(case_id: int, number: int) -> File:
    file = file_of_case(case_id, number)
    if file is None or file.officer_id is None:
        raise NotThere("a paper of the team")
    return file
