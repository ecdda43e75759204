"""The questions about reaching somebody safely: the same words for children and adults, read by the mailer's rules."""

from portal.domain.journeys import choices
from portal.domain.journeys.pages import Field, Line, Question, Reader, when
from portal.domain.wording import N_

DESK = (Reader.TEAM, Reader.SYSTEM)

PLAIN_ENVELOPE = Line(N_("Letters come in a plain envelope."), promise="plain_envelope", safety=True)

CALL_ME = Question(
    key="call_me",
    label=N_("Do you want us to call you?"),
    field=Field.CHOICE,
    why=N_("So that help can start now. You do not have to send the form first."),
    readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
    options=choices.CALL_ME,
    safety=True,
)

CALL_PHONE = Question(
    key="call_phone",
    label=N_("The number to call"),
    field=Field.PHONE,
    why=N_("We use it to make this call."),
    readers=DESK,
    hint=N_("Fill this in if you want a call"),
    required=True,
    error=N_("Add a phone number so we can call you. Or pick “No, carry on with my form”."),
    error_again=N_("We still need a number to call, like 07700 900982. If you do not want a call, pick “No”."),
    only=(when("call_me", "call"),),
    autocomplete="tel",
    safety=True,
)

WILL_CALL = Line(
    N_("We have your phone number. One of our team will call you today."),
    promise="call_today",
    otherwise=N_("We have your phone number. One of our team will call you."),
    safety=True,
    only=CALL_PHONE.only,
)
"""Said on the page after a call was asked for, and on the receipt."""

WILL_ASK_ADVOCATE = Line(N_("We will ask an advocate to get in touch with you."), only=(when("advocate", "ask"),))
"""Said on the receipt."""

PHONE = Question(
    key="phone",
    label=N_("Your phone number"),
    field=Field.PHONE,
    why=N_("You asked us to use it."),
    readers=DESK,
    required=True,
    error=N_("Add a phone number we can use, like 07700 900982."),
    error_again=N_(
        "We could not use that number. Type all of it, like 07700 900982. Or pick another way to reach you."
    ),
    only=(when("contact_way", "text", "call"),),
    autocomplete="tel",
    safety=True,
)

EMAIL = Question(
    key="email",
    label=N_("Your email address"),
    field=Field.EMAIL,
    why=N_("You asked us to use it."),
    readers=DESK,
    required=True,
    error=N_("Add an email address like name@example.com, or pick another way to reach you."),
    error_again=N_("We could not use that email address. It needs an @ in it. Or pick another way to reach you."),
    only=(when("contact_way", "email"),),
    autocomplete="email",
    safety=True,
)

ADDRESS = Question(
    key="address",
    label=N_("Where to send a letter"),
    field=Field.ADDRESS,
    why=N_("You asked us to use it."),
    readers=DESK,
    hint=N_("House, street and town"),
    required=True,
    error=N_("Add the address we should write to, or pick another way to reach you."),
    error_again=N_("We need the house, the street and the town. Or pick another way to reach you."),
    only=(when("contact_way", "letter"),),
    autocomplete="street-address",
    safety=True,
)

MEET_WHERE = Question(
    key="meet_where",
    label=N_("Where is a good place to meet?"),
    field=Field.SHORT_TEXT,
    why=N_("You know which places feel right."),
    readers=DESK,
    hint=N_("You can leave this blank. You can agree a day with us, using your code"),
    only=(when("contact_way", "in_person"),),
    autocomplete="off",
    safety=True,
)

MAY_SAY_WHO = Question(
    key="may_say_who",
    label=N_("Can we say who we are?"),
    field=Field.CHOICE,
    why=N_("Someone else may pick up the phone or see your post."),
    readers=DESK,
    options=choices.YES_NO,
    hint=N_("If you leave this blank, we will not say"),
    only=(when("contact_way", "text", "call", "email", "letter", "in_person", "trusted"),),
    safety=True,
)

MAY_LEAVE_MESSAGE = Question(
    key="may_leave_message",
    label=N_("Can we leave a voice message?"),
    field=Field.CHOICE,
    why=N_("Someone else may hear it."),
    readers=DESK,
    options=choices.YES_NO,
    hint=N_("If you leave this blank, we will not leave one"),
    only=(when("contact_way", "call"),),
    safety=True,
)

GOOD_TIMES = Question(
    key="good_times",
    label=N_("When are good times?"),
    field=Field.TICKS,
    why=N_("So we do not call when it is hard for you to talk."),
    readers=DESK,
    options=choices.YOUNG_TIMES,
    leaver_options=choices.LEAVER_TIMES,
    hint=N_("Pick as many as you like"),
    only=(when("contact_way", "text", "call", "in_person", "trusted"),),
    safety=True,
)

CODE_WORD = Question(
    key="code_word",
    label=N_("A code word, so you know it is us"),
    field=Field.SHORT_TEXT,
    why=N_("Ask us for this word. If we know it, it is really us."),
    readers=DESK,
    hint=N_("Any word you like. You can leave this blank"),
    only=(when("contact_way", "text", "call", "email", "letter", "in_person", "trusted"),),
    autocomplete="off",
    max_length=40,
    safety=True,
)
