"""What the tracking pages say: every stage by its code, and the lines of the timeline in the person's words."""

from collections.abc import Mapping

from portal.domain.journeys.pages import Line, Option
from portal.domain.wording import N_
from portal.domain.words import Happening
from portal.public.first_stages import FIRST_STAGES
from portal.public.later_stages import LATER_STAGES
from portal.public.other_stages import OTHER_STAGES
from portal.public.stage import Deed, Stage

STAGES: Mapping[str, Stage] = {stage.code: stage for stage in (*FIRST_STAGES, *LATER_STAGES, *OTHER_STAGES)}

ANSWER = N_("Our answer")
PARTS = (N_("We have it"), N_("We look into it"), N_("We write our answer"), N_("It is finished"))

HAPPENED: Mapping[Happening, str] = {
    Happening.RECEIVED: N_("We got it"),
    Happening.ACKNOWLEDGED: N_("We told you that we have it"),
    Happening.MESSAGE_FROM_PERSON: N_("You wrote to us"),
    Happening.MESSAGE_FROM_TEAM: N_("We wrote to you"),
    Happening.ANSWERED: N_("We sent our answer"),
    Happening.ADDED: N_("You told us more"),
    Happening.NEXT_STEP_ASKED: N_("You said you are not happy with the answer"),
    Happening.WITHDRAWN: N_("You took it back"),
    Happening.ADVOCATE_ASKED: N_("You asked for an advocate"),
    Happening.ADVOCATE_PASSED_ON: N_("We asked the advocates for you"),
    Happening.ADVOCATE_TAKEN_ON: N_("The advocates said yes"),
    Happening.ADVOCATE_IN_TOUCH: N_("Your advocate got in touch with you"),
    Happening.ADVOCATE_CANNOT: N_("The advocates could not help this time"),
    Happening.ADVOCATE_ENDED: N_("Your advocate’s help came to an end"),
    Happening.CHANGE_TOLD: N_("We told you what changed because of you"),
    Happening.LINK_CUT: N_("You asked to do this on your own"),
    Happening.PAPER_SHARED: N_("We added a paper for you to read"),
}
BY_OTHER: Mapping[Happening, str] = {
    Happening.MESSAGE_FROM_PERSON: N_("The person who sent it for you wrote to us"),
    Happening.ADDED: N_("The person who sent it for you wrote to us"),
    Happening.NEXT_STEP_ASKED: N_("The next step was asked for"),
    Happening.WITHDRAWN: N_("It was taken back"),
}
"""Where somebody speaks for a child: what the other of the two did."""
NEXT_ACK = N_("We will tell you that we have read it")
NEXT_ANSWER = N_("We will write our answer")
NEXT_CALL = N_("You can call them")
CALL_ADVOCATES = (
    Line(N_("Call %(advocates)s on %(advocacy_phone)s. It is free. You do not have to say your name."), safety=True),
)
NEXT_ADVOCATE = N_("An advocate should get in touch with you")
LATER_THAN_TOLD = N_("This is later than we told you. We are sorry.")
NEXT_STEP_UNANSWERED = N_("You asked for the next step")
"""Of whoever did not get an answer to be unhappy with."""

DEEDS: Mapping[Deed, tuple[str, str]] = {
    Deed.MESSAGE: (N_("Send us a message"), N_("Send us a message")),
    Deed.ADD: (N_("Add something"), N_("Add something")),
    Deed.ADVOCATE: (N_("Ask for someone on your side"), N_("Ask for an advocate")),
    Deed.NEXT_STEP: (N_("I am not happy with the answer"), N_("I am not happy with the answer")),
    Deed.CARRY_ON: (N_("I want to make it a complaint"), N_("I want to make it a complaint")),
    Deed.TAKE_BACK: (N_("Take it back"), N_("Withdraw the complaint")),
    Deed.RATE: (N_("How did we do?"), N_("How did we do?")),
    Deed.AGREE: (N_("Say if this is OK with you"), N_("Say if this is OK with you")),
}
"""What can be done on a page of its own, named for a child and for an adult."""
ASK_NEXT_STEP = N_("Ask for the next step")
"""What the next step is called where there is no answer yet to be unhappy with."""

BOX: Mapping[Deed, str] = {
    Deed.NEXT_STEP: N_("Do you want to tell us why?"),
    Deed.CARRY_ON: N_("Do you want to tell us why?"),
    Deed.TAKE_BACK: N_("Do you want to say more?"),
    Deed.RATE: N_("Anything else?"),
}
"""What stands above the box where it is not the heading of the page."""

KINDS: Mapping[Deed, Happening] = {
    Deed.MESSAGE: Happening.MESSAGE_FROM_PERSON,
    Deed.ADD: Happening.ADDED,
    Deed.NEXT_STEP: Happening.NEXT_STEP_ASKED,
    Deed.CARRY_ON: Happening.MESSAGE_FROM_PERSON,
}
"""What kind of message comes of each page with a box and files."""

DONE: Mapping[Deed, str] = {
    Deed.MESSAGE: N_("We have your message."),
    Deed.ADD: N_("We have added it."),
    Deed.ADVOCATE: N_("We will ask an advocate to get in touch with you."),
    Deed.NEXT_STEP: N_("We have told the team that you are not happy with the answer."),
    Deed.TAKE_BACK: N_("You took it back. You can start again at any time."),
    Deed.RATE: N_("Thank you for telling us."),
    Deed.CARRY_ON: N_("We have told the team. It is a complaint now."),
    Deed.AGREE: N_("Thank you. Now we can talk to you too."),
}

MISMATCH = N_("That number and code do not match. Check both and try again. Capital letters and spaces do not matter.")
MISMATCH_AGAIN = N_(
    "They still do not match. Copy them from the page you kept, one part at a time. "
    "If you lost the code, we can give you a new one."
)
NO_NUMBER = N_("Write your number. It looks like 7KQM-3W9C.")
BAD_NUMBER = N_("There is a slip in the number. Check each letter. It looks like 7KQM-3W9C.")
NO_CODE = N_("Write your secret code: the five words, or the 15 numbers.")
OPEN_TOO_LONG = N_("This page was open for a long time. Your words are still here. Press the button once more.")
NO_WORDS = N_("Write a few words, or add a photo or a voice message. You can write in any language.")
NO_WORDS_AGAIN = N_("There is nothing to send yet. Write what you want us to know, or add a photo. Or go back.")

TAKE_BACK_REASONS = (
    Option("sorted", N_("It has been sorted out")),
    Option("changed_mind", N_("I changed my mind")),
    Option("too_long", N_("It was taking too long")),
    Option("had_to", N_("I felt I had to")),
    Option("no_say", N_("I do not want to say")),
)
RATE_ANSWERS = (Option("yes", N_("Yes")), Option("sort_of", N_("Sort of")), Option("no", N_("No")))
RATE_ITEMS = (
    ("listened", N_("We listened")),
    ("told", N_("We told you what was going on")),
    ("better", N_("It got better")),
)

ADVOCATE_LINES = (
    Line(N_("An advocate helps you say what you want. They do not work for us. It is free."), safety=True),
    Line(N_("%(advocacy_name)s gives this help here. You can also call them free on %(advocacy_phone)s.")),
    Line(N_("If you say yes, we tell them your name and how to reach you."), safety=True),
    Line(N_("We also tell them what you need, and who they should not tell."), safety=True),
)
TAKE_BACK_LINES = (
    Line(N_("You can stop at any time. You can start again later. Nobody should make you stop."), safety=True),
    Line(N_("If someone told you to stop, pick “I felt I had to”. We will be careful who we talk to."), safety=True),
)
LOST_LINES = (
    Line(N_("We keep your code locked, so we cannot read it back to you. Our team can give you a new one.")),
    Line(N_("Call our team on %(phone)s. Tell them your number if you have it.")),
    Line(N_("They will give you the new code only in the safe way that you chose."), safety=True),
    Line(N_("If you did not choose one, they will find a safe way with you."), safety=True),
    Line(N_("If you gave us a code word, they will ask you for it. You can ask them for it too."), safety=True),
    Line(N_("Nobody can do this for you, unless you asked us to talk to that person."), safety=True),
    Line(N_("If you speak for a child, you get a new code of your own. We do not give you theirs."), safety=True),
)
LOST_NUMBER_LINES = (
    Line(N_("If you lost the number too, they can find it with your name.")),
    Line(N_("If you did not give a name, you can tell us again. That is fine.")),
)
ENDED_LINES = (
    Line(
        N_("The young person wants to do this on their own now. So this code does not open it any more."), safety=True
    ),
    Line(N_("You did nothing wrong. Thank you for speaking for them.")),
    Line(
        N_("If you are worried about them, call our team on %(duty_phone)s. If they are in danger, call 999."),
        safety=True,
    ),
)
"""For whoever spoke for a child, after the child ended it."""
SPEAKER_LINES = (
    Line(N_("You see this because you sent it for a young person. They can stop this at any time."), safety=True),
    Line(N_("You do not see what they write to us. Only they can take it back."), safety=True),
)
SHARED_LINES = (
    Line(N_("Someone sent this for you. They have their own code, and they can look here too."), safety=True),
    Line(N_("They do not see what you write to us."), safety=True),
)
ASK_LINES = (Line(N_("We do not know yet if you want this. Until you say yes, we talk only to them."), safety=True),)
ALONE_LINES = (
    Line(N_("You can stop sharing this with the person who sent it for you."), safety=True),
    Line(N_("Their code stops working at once. They will see that you want to do this on your own."), safety=True),
    Line(N_("You get a new code too, as they may know your old one."), safety=True),
    Line(N_("From then on we talk only to you. It does not stop your complaint."), safety=True),
)
AGREE_LINES = (
    Line(N_("Someone sent this for you."), safety=True),
    Line(N_("If you say yes, we can talk to you about it too."), safety=True),
    Line(N_("If you do not want it, you can take it back."), safety=True),
)
NEW_CODE_LINES = (
    Line(N_("You get five new words. The old ones stop working at once."), safety=True),
    Line(N_("Do this if you think that someone else knows your code."), safety=True),
)
