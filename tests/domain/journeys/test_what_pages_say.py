"""What pages may say and where: addresses and titles that tell nothing, promises, safety marks, translation."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir

from portal.authorities.schema import PROMISES
from portal.domain import journeys
from portal.domain.journeys.pages import Field, Journey
from portal.domain.journeys.sending_along import FILES_KEY
from tests.domain.journeys.said import FILLED, source_strings
from tests.domain.journeys.walking import each_journey, every_line, every_page

TELLING = re.compile(
    r"complain|abus|safe|hurt|danger|harm|wrong|happen|court|police|social|advocate|child|trust|\btell\b|right|"
    r"help now",
    re.IGNORECASE,
)
SAFETY_KEYS = {
    *(
        "safe",
        "danger",
        "call_me",
        "call_phone",
        "contact_way",
        "phone",
        "email",
        "address",
        "meet_where",
        "trusted_name",
    ),
    *("trusted_reach", "may_say_who", "may_leave_message", "good_times", "code_word", "unsafe_note", "do_not_tell"),
    *("advocate", "child_view", "share", "agreement", "permitted", "code_for", "own_view"),
    *("speaker_email", "speaker_phone"),
}


@each_journey
def test_titles_are_different_and_tell_a_reader_of_the_history_nothing(journey: Journey) -> None:
    titles = [
        journey.start.title or journey.start.heading,
        *(page.title or page.heading for page in every_page(journey)),
        journey.check.title or journey.check.heading,
        journey.done.title or journey.done.heading,
    ]
    assert len(titles) == len(set(titles))
    assert [title for title in titles if TELLING.search(title)] == []


def test_a_telling_title_is_noticed() -> None:
    assert TELLING.search("Are you safe right now?")
    assert TELLING.search("Make a complaint")


@each_journey
def test_addresses_are_different_and_say_nothing(journey: Journey) -> None:
    slugs = [page.slug for page in every_page(journey)]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"\d{1,2}b?|one|phone", slug) for slug in slugs)


@each_journey
def test_every_promise_is_one_a_council_can_confirm(journey: Journey) -> None:
    assert {line.promise for line in every_line(journey) if line.promise} <= PROMISES.keys()


@each_journey
def test_only_names_the_profile_and_the_clock_know_are_filled_in(journey: Journey) -> None:
    texts = [text for texts in source_strings(journey).values() for text in texts]
    assert {name for text in texts for name in re.findall(r"%\((\w+)\)s", text)} <= FILLED.keys()
    assert all("%" not in re.sub(r"%\(\w+\)s", "", text) for text in texts)


@each_journey
def test_safety_consent_and_contact_are_marked_for_the_bilingual_rule(journey: Journey) -> None:
    marked = {question.key for question in journey.questions() if question.safety}
    assert marked == SAFETY_KEYS & {question.key for question in journey.questions()}
    assert [line.text for line in every_line(journey) if "999" in line.text and not line.safety] == []


@each_journey
def test_every_number_a_page_of_help_speaks_of_is_rung_with_one_press(journey: Journey) -> None:
    numbers = re.compile(r"\b999\b|\b0\d{3}(?: \d{3,4}){1,2}\b|%\(duty_phone\)s")
    lines = [line for page in every_page(journey) if page.layout == "help" for line in page.text]
    assert [line.text for line in lines if numbers.findall(line.text) not in ([], [line.call])] == []


@each_journey
def test_what_is_written_about_a_case_is_not_kept_by_the_browser(journey: Journey) -> None:
    speaker = {"speaker_name", "organisation", "speaker_email", "speaker_phone"}
    own = {"name", "phone", "call_phone", "email", "address"} | speaker
    if journey.sends.spoken:  # what stands there under the other keys is the child's
        own = {"call_phone"} | speaker
    languages = {"language_talk", "language_read"}
    typed = [q for q in journey.questions() if q.field in {Field.SHORT_TEXT, Field.LONG_TEXT, Field.AGE, Field.WHEN}]
    assert [q.key for q in typed if q.key not in own | languages and q.autocomplete != "off"] == []
    assert [q.key for q in journey.questions() if q.key in own and q.autocomplete in {"", "off"}] == []


@each_journey
def test_every_string_can_be_translated(journey: Journey) -> None:
    folder = str(Path(journeys.__file__).parent)
    marked = {found[2] for found in extract_from_dir(folder, keywords={"N_": None})}
    texts = {text for texts in source_strings(journey).values() for text in texts}
    assert texts - marked == set()


@each_journey
def test_photos_and_voice_messages_are_offered_where_they_can_be_added_and_nowhere_else(journey: Journey) -> None:
    texts = " ".join(text for texts in source_strings(journey).values() for text in texts).lower()
    offered = any(word in texts for word in ("photo", "drawing", "upload", "a file", "recording", "voice message or"))
    assert offered is any(question.field is Field.FILES for question in journey.questions())


@each_journey
def test_whoever_has_no_words_can_send_something_else_instead(journey: Journey) -> None:
    for page in (*journey.pages, *journey.extra_pages):
        keys = {question.key for question in page.questions}
        stories = [one for one in page.questions if one.required and one.field is Field.LONG_TEXT]
        assert FILES_KEY not in keys or all(FILES_KEY in story.instead for story in stories), page.slug
