"""How a letter to the person may begin, for the officer to finish: plain words for a child, clear ones for an adult."""

from collections.abc import Mapping

from portal.domain.letter_kinds import LetterKind
from portal.domain.words import Audience

STARTS: Mapping[LetterKind, tuple[str, str]] = {
    LetterKind.TAKEN_ON: (
        "We have read what you told us. … will look into it.\n\nThis is what we understood: …\n\nWe will write our "
        "answer by the date on your page. You can have someone on your side the whole time. Complaining changes "
        "nothing about the help you get.",
        "We have accepted your complaint. It will be answered by ….\n\nWe understood your complaint as: …\n\nThe dates "
        "are on your page. You may bring somebody with you at any time, and your services go on as before.",
    ),
    LetterKind.QUICK_WAY: (
        "We would like to fix this fast. … will talk to you.\n\nIf it does not work, we carry on with your complaint.",
        "We would like to sort this out quickly: ….\n\nYou keep the right to the full procedure, counted from the day "
        "we received your complaint.",
    ),
    LetterKind.OTHER_WAY: (
        "We need to deal with this in another way. This is because …\n\nThis is what happens next: …\n\nIf you do not "
        "agree, tell us.",
        "This is better dealt with in another way because ….\n\nNext: ….\n\nIf you do not agree, write to us; you may "
        "also ask the Local Government and Social Care Ombudsman to look at this decision.",
    ),
    LetterKind.NOT_TAKEN: (
        "We are sorry. We cannot look into this, because …\n\nThese people can help: …\n\nIf you do not agree, tell "
        "us, or ask the Ombudsman. They do not work for us, and it is free.",
        "We cannot take this on as a complaint because ….\n\nYou can turn to ….\n\nIf you disagree, tell us why, or "
        "ask the Local Government and Social Care Ombudsman to look at this decision.",
    ),
    LetterKind.MORE_TIME: (
        "We are sorry. We need more time.\n\nThe new date is …. This is because …",
        "We are sorry that our answer will take longer. We will now answer by ….\n\nThe reason is …",
    ),
    LetterKind.NEXT_STAGE: (
        "You asked for the next step. We will tell you who will look into it.",
        "You have asked for the next stage. We will write to you with the names of those who will look into it.",
    ),
    LetterKind.NEXT_STAGE_DECLINED: (
        "We will not go to the next step, because …\n\nYou can ask the Ombudsman about this. They do not work for us. "
        "It is free. An advocate can help.",
        "We will not go to the next stage because ….\n\nYou can ask the Local Government and Social Care Ombudsman to "
        "look at this decision.",
    ),
    LetterKind.INVESTIGATORS: (
        "Two new people will look into it: … and …. The second does not work for us.\n\nThey will want to talk to you. "
        "You choose where, and you can bring someone.",
        "… will investigate your complaint. … is the independent person and does not work for the council.\n\nThey "
        "will agree with you in writing what they are to look into.",
    ),
    LetterKind.PANEL_DATE: (
        "Three people who do not work for us will meet on … at ….\n\nYou can come, with an advocate and one more "
        "person, and you choose who speaks.",
        "The panel meets on … at …. You will get the papers before.\n\nYou may bring an advocate and one other person, "
        "and choose who speaks.",
    ),
    LetterKind.WITHDRAWAL: (
        "You told us that you want to take it back. We have stopped.\n\nYou can start again at any time.",
        "We confirm that you have withdrawn your complaint. You may raise it again at any time.",
    ),
    LetterKind.ON_HOLD: (
        "We have stopped for now. We are waiting for …\n\nWe will start again when that is over, if you want us to.",
        "We have put your complaint on hold because of …. The reason is ….\n\nWhen that has ended you may ask us to go "
        "on within a year.",
    ),
    LetterKind.THANK_YOU: (
        "Thank you for telling us. We pass on what you said to the people it is about.",
        "Thank you for telling us. We pass on what you said to the people it is about and to their managers.",
    ),
    LetterKind.FINISHED: (
        "This is finished. You can still read it on your page.\n\nHow did we do? You can tell us there.",
        "We have closed your case; what we agreed to do goes on. You can tell us on your page how we did.",
    ),
}


def beginning(kind: LetterKind | None, audience: Audience) -> str:
    """The beginning of a letter of this kind, or nothing where only the officer can know."""
    if kind is None or kind not in STARTS:
        return ""
    return STARTS[kind][0 if audience is Audience.CHILD else 1]
