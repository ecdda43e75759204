"""The written report: its sections in order, what belongs in each, its tables, and what those tables say in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from portal.domain.measured import TOTAL, Count, Figure, Largest, Sentence, Share
from portal.domain.tables.sections import TABLES
from portal.domain.tables.shape import Chapter, Report


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `asks` tells whoever writes it what the published reports say there."""

    id: str
    title: str
    asks: str
    tables: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quoted: bool = False  # whether kind words that people allowed us to quote stand here


_KIND = "received-by-kind"
_CHILDREN = "children-and-advocacy"
_TIME = "timeliness"

SECTIONS: tuple[Section, ...] = (
    Section("welcome", "Welcome", "A few words by whoever answers for children's services: what this report is, "
            "and thanks to the people who told us."),
    Section("background", "Background", "The law and the guidance, who may complain and how, the stages and their time "
            "limits, and what else happened in children's services this year.", TABLES["background"]),
    Section("summary", "Summary", "The year in a few lines: what was received, what stands out, what we do about it.",
            TABLES["summary"], (
                Count("complaints-by-triage", TOTAL, "complaint was received", "complaints were received"),
                Count(_KIND, "statutory", "complaint was dealt with under the statutory procedure",
                      "complaints were dealt with under the statutory procedure"),
                Count(_KIND, "corporate", "complaint was dealt with under the corporate procedure",
                      "complaints were dealt with under the corporate procedure"))),
    Section("feedback", "How people told us", "The ways people found to us, enquiries and comments, what councillors "
            "and Members of Parliament asked, and how we made it easier.",
            TABLES["feedback"], (
                Largest("received-by-method", "The most usual way was"),
                Count(_KIND, "comment", "comment was received", "comments were received"),
                Count("member-enquiries", "received", "enquiry came from a councillor or Member of Parliament",
                      "enquiries came from councillors and Members of Parliament"),
                Share("member-enquiries", "in_time", "of the enquiries of councillors and Members of Parliament that "
                      "were answered were answered in time"))),
    Section("advocacy", "Children, young people and advocacy", "How children know that they can complain, who speaks "
            "for them, and how advocacy is arranged.", TABLES["advocacy"], (
                Count(_CHILDREN, "from_children", "complaint came from a child or young person, or an advocate for "
                      "them", "complaints came from children and young people, or an advocate for them"),
                Count(_CHILDREN, "with_advocate", "complaint of a child or young person came with an advocate",
                      "complaints of children and young people came with an advocate"))),
    Section("complaints", "Complaints", "Who complained, about what and about whose work, what was found at each "
            "stage, and how it was put right.", TABLES["complaints"], (
                Largest("primary-concern", "What complaints were mainly about was most often"),
                Share("outcomes", "upheld", "of %(all)s were upheld"),
                Share("outcomes", "partly_upheld", "of %(all)s were upheld in part"),
                Count("escalation", "stage_2_requested", "request for Stage 2 was made",
                      "requests for Stage 2 were made"),
                Count("escalation", "stage_3_requested", "request for Stage 3 was made",
                      "requests for Stage 3 were made"))),
    Section("people", "Who the complaints were about", "Age, sex, disability, ethnic group and religion of the "
            "children, what people told us about themselves, and whether anybody is missing.", TABLES["people"]),
    Section("timescales", "Timescales", "Whether answers came in time, why some did not, and whether people agreed to "
            "wait.", TABLES["timescales"], (
                Share(_TIME, "stage-1:within", "of Stage 1 answers took %(row)s"),
                Figure("duration", "1", "mean_working_days", "Stage 1 answers took %(now)s working days on average"),
                Share(_TIME, "stage-2:within", "of Stage 2 answers took %(row)s"),
                Figure("duration", "2", "mean_working_days", "Stage 2 answers took %(now)s working days on average"))),
    Section("ombudsman", "The Ombudsman", "What the Ombudsman decided and asked of us, and what we did.",
            TABLES["ombudsman"], (
                Count("ombudsman", TOTAL, "enquiry came from the Ombudsman", "enquiries came from the Ombudsman"),
                Count("ombudsman", "investigated", "enquiry was investigated by the Ombudsman",
                      "enquiries were investigated by the Ombudsman"))),
    Section("compliments", "Compliments", "What people praised, and how thanks reach the worker.",
            TABLES["compliments"], (
                Count("compliments-by-source", TOTAL, "compliment was received", "compliments were received"),
                Largest("compliments-by-source", "Most often they came from")), quoted=True),
    Section("learning", "What we learned", "What complaints taught us, with examples and the team, and what changed "
            "because of them. No names, and nothing by which somebody could be known.", TABLES["learning"], (
                Share("learning", "yes", "of answers named something to put right"),)),
    Section("actions", "What we will do", "How last year's actions went, what is planned, who does it and by when, "
            "and how well the procedure itself works."),
    Section("information", "Further information", "How to complain, who can help, and where to ask about this report."),
)  # fmt: skip
"""Every section, in the order of the published reports."""
BY_ID: Mapping[str, Section] = {section.id: section for section in SECTIONS}
_MORE = Section("more", "Further tables", "")
_AGAIN = "--"
"""Between the name of a chapter that goes on and the number of its part."""
_Run = tuple[Section, tuple[str, ...]]
"""Tables that stand beside each other and belong to one section."""


def written(report: Report, texts: Mapping[str, str], quotes: Sequence[str]) -> Report:
    """The report with its chapters: those that have something to say, and every table in its place in the report.

    The order of the tables is the council's own, so a chapter goes on later where tables of others stand between.
    """
    of_table = {id_: section for section in SECTIONS for id_ in section.tables}
    runs = [
        (section, tuple(table.id for table in tables))
        for section, tables in groupby(report.tables, lambda table: of_table.get(table.id, _MORE))
    ]
    made: list[Chapter] = []
    for section, tables in _with_words_alone(runs):
        times = sum(one.id.partition(_AGAIN)[0] == section.id for one in made)
        if times:
            title = f"{section.title} (continued, part {times + 1})"  # no two alike, for whoever hears the contents
            made.append(Chapter(f"{section.id}{_AGAIN}{times + 1}", title, tables=tables))
        else:
            made.append(_chapter(section, report, texts.get(section.id, ""), quotes, tables))
    full = (one for one in made if one.sentences or one.paragraphs or one.quotes or one.tables)
    return replace(report, chapters=tuple(full))


def _with_words_alone(runs: Sequence[_Run]) -> Iterator[_Run]:
    """The tables by section with the sections that have none: before all, after all, or after the one they follow."""
    sections = (*SECTIONS[:-1], _MORE, SECTIONS[-1])
    filled = {section.id for section, _tables in runs}
    at = [number for number, section in enumerate(sections) if section.id in filled] or [len(sections)]
    yield from ((section, ()) for section in sections[: at[0]])
    begun: set[str] = set()
    for section, tables in runs:
        yield section, tables
        place = sections.index(section)
        if section.id not in begun and place != at[-1]:
            following = takewhile(lambda one: one.id not in filled, sections[place + 1 :])
            yield from ((one, ()) for one in following)
        begun.add(section.id)
    yield from ((section, ()) for section in sections[at[-1] + 1 :])


def _chapter(section: Section, report: Report, text: str, quotes: Sequence[str], tables: tuple[str, ...]) -> Chapter:
    own = tuple(quotes) if section.quoted else ()
    return Chapter(section.id, section.title, said(section.sentences, report), paragraphs(text), own, tables)


def said(sentences: Iterable[Sentence], report: Report) -> tuple[str, ...]:
    """What the figures say, in order, the year named once; what they cannot say is left out."""
    named = f"In {report.year}, "
    found: list[str] = []
    for words in filter(None, (sentence.said(report) for sentence in sentences)):
        rest = words.removeprefix(named)
        again = words != rest and any(one.startswith(named) for one in found)
        found.append(rest[0].upper() + rest[1:] if again else words)
    return tuple(found)


def paragraphs(text: str) -> tuple[str, ...]:
    """A text as its paragraphs, parted by empty lines."""
    parts = "\n".join(line.rstrip() for line in text.splitlines()).split("\n\n")
    return tuple(part.strip("\n") for part in parts if part.strip())
