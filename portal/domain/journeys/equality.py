"""Questions about the person who answers, after the receipt and apart from it: whether we reach everybody alike."""

from collections.abc import Iterable, Mapping

from portal.domain.children import Ethnicity, Impairment, Missing
from portal.domain.journeys.pages import (
    Answers,
    Check,
    Done,
    Field,
    Journey,
    Line,
    Option,
    Page,
    Question,
    Reader,
    Start,
    Without,
    when,
)
from portal.domain.journeys.sending import Sending
from portal.domain.wording import N_

NOT_SAID = Missing.PREFER_NOT_TO_SAY.value
ANOTHER_WORD = "another"
"""Neither girl nor boy: the tables of the reports have no row for it, so it counts among what is not recorded."""
LINK = "link"
"""The question whose tick lets the answers carry the number of the complaint."""
INVITED = "invited"
"""Stands among the answers of whoever came with a code from a paper, where nothing tells which complaint was theirs."""
CHILD_PATH, ADULT_PATH = "f", "fa"

_GROUPS = ("white", "mixed", "asian", "black", "other")
_DETAIL = "ethnicity_{}"
_RATHER_NOT = Option(NOT_SAID, N_("I do not want to say"))
_RATHER_NOT_ADULT = Option(NOT_SAID, N_("I prefer not to say"))


def group_of(word: Ethnicity) -> str:
    """The first of the two steps in which an ethnic group is asked."""
    first = word.value.partition("_")[0]
    return first if first in _GROUPS else "other"


def ethnicity(answers: Answers) -> str | None:
    """The group somebody picked in two steps; None where either is left blank."""
    group = answers.get("ethnic_group")
    if not isinstance(group, str) or group == NOT_SAID:
        return group if isinstance(group, str) else None
    detail = answers.get(_DETAIL.format(group))
    return detail if isinstance(detail, str) else None


def _question(key: str, label: str, why: str, options: Iterable[Option], *, ticks: bool = False) -> Question:
    return Question(key=key, label=label, field=Field.TICKS if ticks else Field.CHOICE, why=why,
                    readers=(Reader.REPORT,), options=tuple(options))  # fmt: skip


def _page(slug: str, question: Question, *group: str) -> Page:
    only = (when(*group),) if group else ()
    title = N_("One more thing") if group else N_("A bit about you")  # a title of its own, which tells nothing
    return Page(slug=slug, heading=question.label, title=title, questions=(question,), only=only)


_DETAILS: dict[Ethnicity, str] = {
    Ethnicity.WHITE_BRITISH: N_("English, Welsh, Scottish, Northern Irish or British"),
    Ethnicity.WHITE_IRISH: N_("Irish"),
    Ethnicity.WHITE_GYPSY_TRAVELLER: N_("Gypsy or Irish Traveller"),
    Ethnicity.WHITE_ROMA: N_("Roma"),
    Ethnicity.WHITE_OTHER: N_("Another White group"),
    Ethnicity.MIXED_WHITE_BLACK_CARIBBEAN: N_("White and Black Caribbean"),
    Ethnicity.MIXED_WHITE_BLACK_AFRICAN: N_("White and Black African"),
    Ethnicity.MIXED_WHITE_ASIAN: N_("White and Asian"),
    Ethnicity.MIXED_OTHER: N_("Another mixed group"),
    Ethnicity.ASIAN_INDIAN: N_("Indian"),
    Ethnicity.ASIAN_PAKISTANI: N_("Pakistani"),
    Ethnicity.ASIAN_BANGLADESHI: N_("Bangladeshi"),
    Ethnicity.ASIAN_CHINESE: N_("Chinese"),
    Ethnicity.ASIAN_OTHER: N_("Another Asian group"),
    Ethnicity.BLACK_CARIBBEAN: N_("Caribbean"),
    Ethnicity.BLACK_AFRICAN: N_("African"),
    Ethnicity.BLACK_OTHER: N_("Another Black group"),
    Ethnicity.ARAB: N_("Arab"),
    Ethnicity.OTHER: N_("Another group"),
}
_IMPAIRMENTS: dict[Impairment, str] = {
    Impairment.VISION: N_("Seeing"),
    Impairment.HEARING: N_("Hearing"),
    Impairment.SPEECH: N_("Speaking"),
    Impairment.MOBILITY: N_("Moving about"),
    Impairment.DEXTERITY: N_("Using my hands"),
    Impairment.LEARNING: N_("Learning"),
    Impairment.MEMORY: N_("Remembering"),
    Impairment.MENTAL_HEALTH: N_("My feelings"),
    Impairment.STAMINA: N_("Being ill for a long time"),
    Impairment.SOCIAL: N_("Autism or ADHD"),
    Impairment.OTHER: N_("Something else"),
}
_RELIGIONS = (
    Option("no_religion", N_("No religion")), Option("christian", N_("Christian")), Option("muslim", N_("Muslim")),
    Option("hindu", N_("Hindu")), Option("sikh", N_("Sikh")), Option("jewish", N_("Jewish")),
    Option("buddhist", N_("Buddhist")), Option("other", N_("Another religion")),
)  # fmt: skip
_GROUP_NAMES = (
    Option("white", N_("White")), Option("mixed", N_("Mixed")), Option("asian", N_("Asian")),
    Option("black", N_("Black")), Option("other", N_("Another group")),
)  # fmt: skip
_FAIR = N_("So we can see if children like you find us, and get fair answers.")
_FAIR_ADULT = N_("So we can see if everybody finds us and is treated fairly.")


def _pages(why: str, rather_not: Option, *before: Page, religion: str, tongue: str, link: str) -> tuple[Page, ...]:
    """The pages both audiences share, after those that are worded for each."""
    said = {group: [word for word in _DETAILS if group_of(word) == group] for group in _GROUPS}
    language = Question(key="main_language", label=tongue, field=Field.SHORT_TEXT, why=why, readers=(Reader.REPORT,),
                        max_length=40)  # fmt: skip
    may_link = Question(key=LINK, label=N_("Can we put your answers with your complaint?"), field=Field.TICKS, why=why,
                        readers=(Reader.REPORT,), options=(Option("yes", link),), only=(Without(INVITED),))  # fmt: skip
    first = _question("ethnic_group", N_("Which group fits you best?"), why, (*_GROUP_NAMES, rather_not))
    return (
        *before,
        _page("4", first),
        *(_page(f"4{number}", _question(_DETAIL.format(group), N_("Which of these fits you best?"), why,
                                        (Option(word.value, _DETAILS[word]) for word in said[group])),
                "ethnic_group", group)
          for number, group in enumerate(_GROUPS, start=1)),
        _page("5", _question("religion", religion, why, (*_RELIGIONS, rather_not))),
        Page(slug="6", heading=tongue, title=N_("A bit about you"), questions=(language, may_link)),
    )  # fmt: skip


_IMPAIRED = tuple(Option(word.value, label) for word, label in _IMPAIRMENTS.items())
_SENDS = Sending(folded=True)

ABOUT_A_CHILD = Journey(
    code="about_a_child",
    path=CHILD_PATH,
    audience="child",
    start=Start(
        heading=N_("Help us be fair"),
        title=N_("A bit about you"),
        text=(
            Line(N_("These 6 questions are about you. You do not have to answer them.")),
            Line(N_("We do not keep your answers with your complaint. Nobody who works on it sees them.")),
            Line(N_("We use them to check that we treat all children fairly.")),
        ),
        button=N_("Yes, ask me"),
    ),
    pages=_pages(
        _FAIR, _RATHER_NOT,
        _page("1", _question("age_band", N_("How old are you?"), _FAIR, (
            Option("under_6", N_("Under 6")), Option("6_9", N_("6 to 9")), Option("10_14", N_("10 to 14")),
            Option("15_17", N_("15 to 17")), Option("18_over", N_("18 or over")), _RATHER_NOT))),
        _page("2", _question("sex", N_("Are you a girl or a boy?"), _FAIR, (
            Option("female", N_("Girl")), Option("male", N_("Boy")), Option(ANOTHER_WORD, N_("I use another word")),
            _RATHER_NOT))),
        _page("3", _question("disabled", N_("Do you have a disability?"), _FAIR, (
            Option("yes", N_("Yes")), Option("no", N_("No")), Option("unsure", N_("I am not sure")), _RATHER_NOT))),
        _page("3b", _question("impairments", N_("What is harder for you?"), _FAIR, _IMPAIRED, ticks=True),
              "disabled", "yes"),
        religion=N_("What is your religion?"),
        tongue=N_("What language do you speak most at home?"),
        link=N_("Yes, you can. Use them to check that children like me get fair answers."),
    ),
    check=Check(heading=N_("Check what you wrote"), text=(), button=N_("Send it")),
    done=Done(heading=N_("Thank you. It helps us be fair."), title=N_("Thank you"), text=()),
    sends=_SENDS,
    apart=True,
)  # fmt: skip

ABOUT_AN_ADULT = Journey(
    code="about_an_adult",
    path=ADULT_PATH,
    audience="adult",
    start=Start(
        heading=N_("Questions about you, to help us be fair"),
        title=N_("Questions about you"),
        text=(
            Line(N_("These questions are about you. You do not have to answer them.")),
            Line(N_("We keep your answers apart from your complaint. The people who work on it do not see them.")),
            Line(N_("We count them to see if everybody finds us and is treated fairly.")),
        ),
        button=N_("Answer the questions"),
    ),
    pages=_pages(
        _FAIR_ADULT, _RATHER_NOT_ADULT,
        _page("1", _question("age_band", N_("How old are you?"), _FAIR_ADULT, (
            Option("18_24", N_("18 to 24")), Option("25_34", N_("25 to 34")), Option("35_44", N_("35 to 44")),
            Option("45_54", N_("45 to 54")), Option("55_64", N_("55 to 64")), Option("65_over", N_("65 or over")),
            _RATHER_NOT_ADULT))),
        Page(slug="2", heading=N_("Sex and gender"), title=N_("Questions about you"), questions=(
            _question("sex", N_("What is your sex?"), _FAIR_ADULT, (
                Option("female", N_("Female")), Option("male", N_("Male")), _RATHER_NOT_ADULT)),
            _question("gender_same", N_("Is your gender the same as the sex you were registered with at birth?"),
                      _FAIR_ADULT, (Option("yes", N_("Yes")), Option("no", N_("No")), _RATHER_NOT_ADULT)))),
        _page("3", _question("disabled", N_("Do you have a disability or a long illness?"), _FAIR_ADULT, (
            Option("yes", N_("Yes")), Option("no", N_("No")), _RATHER_NOT_ADULT))),
        _page("3b", _question("impairments", N_("What does it make harder?"), _FAIR_ADULT, _IMPAIRED, ticks=True),
              "disabled", "yes"),
        _page("3c", _question("orientation", N_("Which of these describes you best?"), _FAIR_ADULT, (
            Option("heterosexual", N_("Straight or heterosexual")), Option("gay_lesbian", N_("Gay or lesbian")),
            Option("bisexual", N_("Bisexual")), Option("other", N_("Another")), _RATHER_NOT_ADULT))),
        religion=N_("What is your religion?"),
        tongue=N_("What is your main language?"),
        link=N_("Yes. Use them to check that people like me get fair answers."),
    ),
    check=Check(heading=N_("Check your answers"), text=(), button=N_("Send my answers")),
    done=Done(heading=N_("Thank you. Your answers help us be fair."), title=N_("Thank you"), text=()),
    sends=_SENDS,
    apart=True,
)  # fmt: skip

EQUALITY = {journey.code: journey for journey in (ABOUT_A_CHILD, ABOUT_AN_ADULT)}
"""The questions, by the code under which their answers are kept until they are sent."""
FOLLOWS: Mapping[str, Journey] = {
    "young_person": ABOUT_A_CHILD, "easy": ABOUT_A_CHILD, "adult": ABOUT_AN_ADULT,
}  # fmt: skip
"""After which receipt which questions are offered; who speaks for somebody else is not asked about them."""
