"""Numbers to ring, words explained, and the ways to tell us that need no screen."""

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.notices import Number, Section, Term

HELP_LEAD = (
    Line(N_("You do not have to fill in a form to get help. A phone call is the fastest way."), safety=True),
    Line(N_("We do not read this site all day and all night."), safety=True),
)

HELP_NUMBERS = (
    Number(
        "emergency_phone",
        N_("Danger now"),
        (
            Line(N_("If you are in danger, call 999."), safety=True),
            Line(N_("If you cannot talk, call 999 from a mobile. Then press 55."), safety=True),
        ),
    ),
    Number(
        "childline_phone",
        N_("Childline"),
        (Line(N_("For any child who wants to talk. It is free. They are there all day and all night."), safety=True),),
    ),
    Number(
        "duty_phone",
        N_("Our team"),
        (
            Line(N_("Call us if you are not safe, or if a child you know is not."), safety=True),
            Line(N_("They are there all day and all night."), promise="duty_line_day_and_night", safety=True),
        ),
    ),
    Number(
        "help_at_hand_phone",
        N_("Help at Hand"),
        (Line(N_("For you if you are in care, have left care, or have a social worker."), safety=True),),
    ),
    Number(
        "advocacy_phone",
        N_("Someone on your side"),
        (Line(N_("An advocate helps you say what you want. They do not work for us. It is free."), safety=True),),
    ),
)

ADULT_NUMBERS = (
    Number("nspcc_phone", N_("NSPCC"), (Line(N_("For an adult who is worried about a child."), safety=True),)),
    Number(
        "family_rights_group_phone",
        N_("Family Rights Group"),
        (Line(N_("For parents and relatives of a child who has a social worker."), safety=True),),
    ),
)

TERMS = (
    Term(N_("Complaint"), N_("When you tell us that you are not happy with something.")),
    Term(N_("Advocate"), N_("Someone who helps you say what you want. They do not work for us. It is free.")),
    Term(N_("PA"), N_("A worker who helps you when you leave care.")),
    Term(N_("Ombudsman"), N_("People who check that councils are fair. They do not work for us. It is free.")),
)

TERMS_OF_ADULTS = (
    *TERMS,
    Term(
        N_("Independent person"),
        N_("Someone who does not work for us. They look into it at Stage 2 too, and check that it is fair."),
    ),
    Term(N_("Review panel"), N_("Three people who do not work for us. They look at it again at Stage 3.")),
)
"""What adults read of the stages in its own words; children read it in theirs."""

OTHER_WAYS = (
    Section(N_("Call us"), (Line(N_("Our number is %(phone)s.")),)),
    Section(N_("Text us"), (Line(N_("Our number for texts is %(text_number)s.")),)),
    Section(N_("Come and see us"), (Line(N_("We are here: %(visit)s.")),)),
    Section(N_("Write to us"), (Line(N_("By post: %(team_address)s.")), Line(N_("By email: %(team_email)s.")))),
    Section(
        N_("Someone who speaks your language"),
        (Line(N_("Call %(phone)s and say the name of your language. Ask us to find someone who speaks it.")),),
    ),
    Section(
        N_("Someone on your side"),
        (Line(N_("%(advocacy_name)s can help you tell us. Call them free on %(advocacy_phone)s.")),),
    ),
)
SIGN_LANGUAGE = Line(N_("British Sign Language, by video"))
"""The link to the video relay, where the council has one."""
