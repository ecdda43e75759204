"""The tiles of the journey in pictures: each a picture and a word, with the codes that the words-only form uses."""

from portal.domain.journeys.pages import Option
from portal.domain.wording import N_

WHO = (
    Option("me", N_("Only me"), "me"),
    Option("grown_up", N_("Me and a grown-up"), "grown-up"),
)

HELPERS = (
    Option("advocate", N_("My advocate"), "advocate"),
    Option("carer", N_("My carer"), "carer"),
    Option("parent", N_("My mum or dad"), "parents"),
    Option("teacher", N_("My teacher"), "teacher"),
    Option("worker", N_("My social worker"), "worker"),
    Option("other", N_("Someone else"), "someone"),
)

FEELINGS = (
    Option("sad", N_("Sad"), "sad"),
    Option("angry", N_("Angry"), "angry"),
    Option("scared", N_("Scared"), "scared"),
    Option("worried", N_("Worried"), "worried"),
    Option("mixed_up", N_("Mixed up"), "mixed-up"),
    Option("let_down", N_("Let down"), "let-down"),
)

# The same codes as on the form in words wherever the meaning is the same, so that rules and counts know them.
ABOUT = (
    Option("home", N_("My home"), "home"),
    Option("family", N_("My family"), "family"),
    Option("worker", N_("My social worker"), "worker"),
    Option("school", N_("School"), "school"),
    Option("friends", N_("My friends"), "friends", means="family"),
    Option("things", N_("My things"), "things", means="money"),
    Option("treated", N_("Someone was not kind"), "unkind"),
    Option("other", N_("Something else"), "else"),
)

SAFE = (
    Option("yes", N_("Yes"), "yes"),
    Option("no", N_("No"), "no"),
    Option("unsure", N_("I do not know"), "unsure"),
)

# "Carry on" stays last: nobody should have to pass the phone numbers twice to go on.
CALL_ME = (
    Option("call", N_("Yes, call me on this number"), "phone"),
    Option("carry_on", N_("No, carry on with my form"), "carry-on"),
)

ADVOCATE = (
    Option("ask", N_("Yes"), "yes"),
    Option("not_now", N_("Not now"), "not-now"),
)

CONTACT_WAYS = (
    Option("in_person", N_("Come and see me"), "wave"),
    Option("call", N_("Call me"), "phone"),
    Option("carer", N_("Ask my carer"), "carer", means="trusted"),
    Option("teacher", N_("Ask my teacher"), "teacher", means="trusted"),
    Option("advocate", N_("Ask my advocate"), "advocate", means="trusted"),
    Option("letter", N_("Write to me"), "letter"),
    Option("code_only", N_("No one. I will look here"), "look"),
)
