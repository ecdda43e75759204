"""Who handed a submission in, as far as its form tells; the team may say otherwise later."""

from portal.domain.children import SubmittedBy
from portal.domain.submissions import Submission
from portal.domain.words import Audience
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import CaseWho

FOR_A_CHILD = "professional"
"""The one relationship of the adult form in which nobody complains for themselves."""


def handed_in(case: Case, submission: Submission) -> None:
    """Keep it with the case, in the caller's transaction: a child's own form was sent by a child, alone so far."""
    if submission.audience is Audience.CHILD:
        by = SubmittedBy.CHILD_ALONE
    elif submission.answers.get("relationship") == FOR_A_CHILD:
        by = SubmittedBy.OTHER_FOR_CHILD
    else:
        by = SubmittedBy.SELF
    db.session.add(CaseWho(case_id=case.id, complaint_of=None, submitted_by=by.value))
