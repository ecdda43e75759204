"""Every target of the public pages: bounds that `make test` holds and `make people` prints with their figures."""

from __future__ import annotations

from portal.config import translations
from tests.people.bounds import Bound, Target, count, each, least, most, none

FAULTLESS = (none("faults"), count("views"))
"""Of what looks at pages in many modes: a view is one page in one mode."""


def _reading(grade: float, page: float, sentence: float, ease: float = 0) -> tuple[Bound, ...]:
    """Grades are Flesch and Kincaid's; ease is Flesch's reading ease."""
    found = (most("grade", grade), most("of whole sentences", grade), most("hardest page", page))
    eased = (least("ease", ease),) if ease else ()
    return (*found, most("longest sentence", sentence, " words"), *eased)


CHILD, ADULT, INFORMATION = _reading(3, 5, 15, 90), _reading(5, 7, 20), _reading(7, 7, 25)
READING = {
    "easy": ("Pictures and short words", _reading(1.5, 3, 12, 90)),
    "young_person": ("Young person, care leaver included", CHILD),
    "advocacy": ("Someone on your side", CHILD),
    "about_a_child": ("Equality questions, child", CHILD),
    "tracking, child": ("Following it, child", CHILD),
    "privacy_young": ("Privacy, child", CHILD),
    "information, child": ("Help and information, child", CHILD),
    "kind_words": ("Thank you and ideas", CHILD),
    "adult": ("Adult", ADULT),
    "for_child": ("Advocate or other person for a child", ADULT),
    "about_an_adult": ("Equality questions, adult", ADULT),
    "tracking, adult": ("Following it, adult", INFORMATION),
    "privacy": ("Privacy, adult", INFORMATION),
    "information, adult": ("Information, adult", INFORMATION),
}
ASKED = {
    "young_person": ("Young person", 9, 2),
    "easy": ("Pictures and short words", 8, 2),
    "adult": ("Adult", 13, 3),
    "for_child": ("Advocate", 10, 5),
    "kind_words": ("Thank you", 5, 2),
    "advocacy": ("Someone on your side", 5, 2),
    "about_a_child": ("Equality, child", 6, 0),
    "about_an_adult": ("Equality, adult", 7, 0),  # the design counts the child's six; GOV.UK's set has one more
}
STEPS = {
    "y": ("Young person", 13),
    "quick": ("Young person, quick way", 7),
    "e": ("Pictures and short words", 11),
    "a": ("Adult", 20),
    "v": ("Advocate", 20),
    "c": ("Thank you", 7),
    "h": ("Someone on your side", 10),
    "t": ("Opening one's case", 3),
}
TIMES = {
    "y": ("Young person", 10),
    "quick": ("Young person, quick way", 7),
    "e": ("Pictures and short words", 4),
    "a": ("Adult", 18),
    "v": ("Advocate", 12),
}


def _listed() -> list[Target]:
    found = [Target(f"reading.{key}", "Reading", what, bounds) for key, (what, bounds) in READING.items()]
    found += [
        Target("words.journeys", "Words", "In journeys", (none("jargon"), none("unfamiliar words"), count("texts"))),
        Target("words.pages", "Words", "On children's other pages",
               (none("jargon"), none("unfamiliar words"), count("texts"))),
    ]  # fmt: skip
    for code, (what, questions, required) in ASKED.items():
        found.append(Target(f"asked.{code}", "Questions", what, (most("pages", questions), most("required", required))))
    for path, (what, steps) in STEPS.items():
        found.append(Target(f"steps.{path}", "Fewest steps", what, (most("steps", steps),)))
    for path, (what, minutes) in TIMES.items():
        bounds = (most("minutes", minutes), least("when slow", 0), least("when quick", 0))
        found.append(Target(f"time.{path}", "Time (a model, not people)", what, bounds))
    return found


def _seen() -> list[Target]:
    journeys = ("y", "e", "a", "c", "v", "h")
    looked = {
        "axe": ("Rules of WCAG 2.2, A to AAA", "axe finds nothing, and nothing it cannot decide is unexplained"),
        "zoom": ("Reflow", "At 320 by 256 pixels (400 %) nothing scrolls sideways or is cut off"),
        "spacing": ("", "The same with a reader's own wider spacing"),
        "word": ("", "The same with a word of 32 letters in every text"),
        "longer": ("", "The same in a pseudo-language 45 % longer"),
        "mirrored": ("Right to left", "A page in Arabic is the English page in a mirror"),
        "colours": ("Forced colours, dark, reduced motion", "Edges stay, nothing moves"),
    }
    pages, area = {}, ""
    for key, (begins, what) in looked.items():
        area = begins or area
        pages[key] = Target(key, area, what, FAULTLESS)
    return [
        pages["axe"],
        Target("contrast", "Contrast", "In every palette",
               (least("text", 7, ":1"), least("edges and rings", 3, ":1"), count("pairs"))),
        Target("targets", "Target size", "Everything that can be pressed", (least("smallest", 44, " px"), *FAULTLESS)),
        *(pages[key] for key in ("zoom", "spacing", "word", "longer")),
        Target("keyboard", "Keyboard", "Tab reaches everything, and the focus is seen and not covered",
               (least("thinnest ring", 2, " px"), none("faults"), count("tabs"),
                each("journeys by keys alone", *journeys))),
        Target("scriptless", "No JavaScript", "In Chromium without it",
               (each("journeys", *journeys, "t", "f"), each("besides", "files", "language", "leave", "save"))),
        Target("errors", "Errors", "Title, focus", (none("faults"), count("pages seen"))),
        Target("mistakes", "Errors", "Linked to the box, typed text kept, the second failure worded differently",
               (none("faults"), count("pages got wrong"))),
        pages["mirrored"],
        Target("each way", "Right to left", "Every such language there is", (*FAULTLESS, count("languages"))),
        pages["colours"],
        Target("sheets", "Stylesheets", "From either side, with a focus ring, growing with the letters, nothing moves",
               FAULTLESS),
    ]  # fmt: skip


def _carried() -> list[Target]:
    paint = (most("first paint", 5, " s"), most("largest paint", 5, " s"), most("layout shift", 0))
    near = (most("first paint", 2.3, " s"), most("largest paint", 2.3, " s"), most("layout shift", 0))
    later = (most("first paint", 2.5, " s"), most("largest paint", 2.5, " s"), most("layout shift", 0))
    return [
        Target("weight", "Page weight, cold", "On the wire",
               (most("page", 13_000, " bytes"), most("form on one page", 14_400, " bytes"),
                most("with pictures or in Arabic", 20_000, " bytes"), most("requests", 4), none("web fonts"),
                count("pages"))),
        Target("slow.first", "Slow 3G, slow processor", "First page, every answer 2 s late", paint),
        Target("slow.later", "Slow 3G, slow processor", "Later pages, every answer 2 s late", later),
        Target("slow.near", "Slow 3G, slow processor", "First page, every answer 0.4 s late", near),
        Target("leaving", "Leaving", "Until the other site opens", (most("time", 300, " ms"),)),
        Target("back", "Leaving", "Back never shows what was typed, and the cookie is gone",
               (each("ways out", "button", "shift", "without JavaScript"),)),
        Target("others", "Third parties", "Of journeys in Chromium",
               (none("requests to others"), none("policy breaches"), count("requests"))),
        Target("headers", "Third parties", "Every answer's policy and cookies",
               (most("cookies", 1), none("faults"), count("answers"))),
        Target("print", "Print", "Without what belongs on a screen",
               (most("sheets for a receipt", 1), least("smallest print", 14, " pt"),
                each("printed", "card", "leaflet", "receipt", "saved form", "timeline", "two receipts"))),
        Target("titles", "Titles and addresses", "Read in the history",
               (none("titles twice"), none("telling titles"), none("telling addresses"), count("pages"))),
    ]  # fmt: skip


def _said() -> list[Target]:
    """A language that is not offered is told of, and may be unfinished."""
    found = [
        Target("names", "Accessible names", "What is read out is what was reviewed", FAULTLESS),
        Target("unchecked", "Translation",
               "Unchecked languages say so on every page, and safety has its English beneath",
               (*FAULTLESS, count("safety texts"))),
        Target("pseudo", "Translation", "In the pseudo-language nothing is left in English", FAULTLESS),
    ]  # fmt: skip
    for code, status in translations().items():
        whole, own = (100, 90) if status["offered"] else (0, 0)
        bounds = (
            least("complete", whole, " %"),
            least("own script", own, " %"),
            none("faults"),
            none("letters in no font"),
        )
        what = f"{status['english']} ({'offered' if status['offered'] else 'not offered'})"
        found.append(Target(f"translation.{code}", "Translation", what, bounds))
    return found


TARGETS = {target.key: target for target in (*_listed(), *_seen(), *_carried(), *_said())}
