"""What the pages say of whatever is no complaint, or is late without a next step: kind words, questions, advocates."""

from portal.domain.wording import N_
from portal.public.stage import LATE_HEADING, OPEN, Deed, Stage, words

_SENT = words(N_("We have what you sent us"), N_("A person will read it by %(ack)s."))
_READ = words(
    N_("We have read it"),
    N_("You can send us a message here."),
    N_("We will write our answer by %(due)s."),
)
_ANSWERED = words(N_("Here is our answer"), N_("Read it here or ask us to read it to you."))
_PASSED_ON = words(N_("Thank you for telling us"), N_("We passed on what you said to the people it is about."))
_LOOKING = words(
    N_("We have asked for an advocate for you"),
    N_("They will get in touch in the safe way you chose."),
    N_("You can also call them free on %(advocacy_phone)s."),
)
_COMING = words(
    N_("The advocates said yes"),
    N_("An advocate will get in touch in the safe way you chose."),
    N_("You can also call them free on %(advocacy_phone)s."),
)
_FOUND = words(N_("You have an advocate"), N_("They will get in touch in the safe way you chose."))
_HERE = words(
    N_("You have an advocate"),
    N_("They help you say what you want. It is free."),
    N_("You can also call them free on %(advocacy_phone)s."),
)
_NOBODY = words(
    N_("These advocates cannot help now"),
    N_("We are sorry. We will look for someone else to be on your side."),
    N_("Send us a message if you know who you would like."),
)
_WRITE = (Deed.MESSAGE, Deed.CARRY_ON)

OTHER_STAGES = (
    Stage("sent", 1, _SENT, _SENT, OPEN),
    Stage("read", 2, _READ, _READ, (*OPEN, Deed.CARRY_ON)),
    Stage("answered", 3, _ANSWERED, _ANSWERED, (Deed.CARRY_ON, Deed.MESSAGE, Deed.ADVOCATE, Deed.RATE)),
    Stage("passed_on", 4, _PASSED_ON, _PASSED_ON, (*_WRITE, Deed.RATE)),
    Stage("advocate_asked", 0, _LOOKING, _LOOKING, (*_WRITE, Deed.TAKE_BACK)),
    Stage("advocate_coming", 0, _COMING, _COMING, (*_WRITE, Deed.TAKE_BACK)),
    Stage("advocate_here", 0, _HERE, _HERE, _WRITE),
    Stage("advocate_unable", 0, _NOBODY, _NOBODY, (*_WRITE, Deed.TAKE_BACK)),
    Stage("advocate_found", 0, _FOUND, _FOUND, (*_WRITE, Deed.TAKE_BACK)),
    Stage(
        "late",
        2,
        words(
            LATE_HEADING,
            N_("You should have had our answer by %(due20)s."),
            N_("You can message us, ask an advocate to help, or go to the Ombudsman."),
        ),
        words(
            LATE_HEADING, N_("The time limit passed on %(due20)s. We are sorry."), N_("You can contact the Ombudsman.")
        ),
        (*OPEN, Deed.CARRY_ON, Deed.OMBUDSMAN),
    ),
)
"""A child and an adult read the same plain words here."""
