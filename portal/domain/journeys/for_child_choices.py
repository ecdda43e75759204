"""The lists somebody picks from who speaks for a child."""

from portal.domain.journeys.pages import Option
from portal.domain.wording import N_

SPEAKERS = (
    Option("advocacy", N_("An advocacy service")),
    Option("school", N_("A school or college")),
    Option("service", N_("Another service")),
    Option("none", N_("No service. The child asked me to help")),
)

# The codes are those of `domain.speaking.Agreement`.
AGREEMENTS = (
    Option("agreed", N_("Yes, they have agreed to these words")),
    Option("unseen", N_("Yes, they asked me to send it but have not seen the words")),
    Option("best_interests", N_("They cannot say. I am doing what is best for them")),
    Option("not_yet", N_("Not yet")),
)

# The same, of asking for an advocate, where there are no words to have seen.
ASKED_AGREEMENTS = (
    Option("agreed", N_("Yes, they asked me to do this")),
    Option("unseen", N_("They know and they are fine with it")),
    *AGREEMENTS[2:],
)

PERMITTED = (
    Option("child", N_("Talk to the child")),
    Option("through_me", N_("Talk only through me")),
    Option("worker", N_("Tell the social worker")),
    Option("carer", N_("Tell the carer")),
    Option("parents", N_("Tell the parents")),
    Option("together", N_("Meet together")),
)

CODE_FOR = (
    Option("both", N_("The child and me")),
    Option("child", N_("Only the child")),
    Option("me", N_("Only me")),
)

CHILD_CONTACT_WAYS = (
    Option("code_only", N_("They will look here with their code")),
    Option("text", N_("Text them")),
    Option("call", N_("Call them")),
    Option("email", N_("Email them")),
    Option("letter", N_("Send them a letter")),
    Option("in_person", N_("Talk to them in person")),
)

CHILD_NEEDS = (
    Option("interpreter", N_("An interpreter")),
    Option("sign", N_("Sign language")),
    Option("pictures", N_("Short words and pictures")),
    Option("big_print", N_("Big print")),
    Option("time", N_("More time")),
    Option("quiet", N_("A quiet place to talk")),
    Option("other", N_("Something else")),
)
