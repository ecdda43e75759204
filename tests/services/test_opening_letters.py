"""Letters of Word and LibreOffice: what fetches or runs is refused however it is written; ordinary ones are taken."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.shape import Copy
from portal.services.opening import opened
from tests import samples
from tests.samples import SECRET

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = "".join(
    f' xmlns:{short}="{ODF}:{long}:1.0"'
    for short, long in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("script", "script"))
)
AT = "http://elsewhere.example"
TEMPLATE = f'<Relationship Id="r1" Type="{OFFICE}/attachedTemplate" Target="{AT}/t.dotm" TargetMode="External"/>'
LINK = f'<Relationship Id="r1" Type="{OFFICE}/hyperlink" Target="{AT}/a?b=c" TargetMode="External"/>'
SETTINGS = "word/_rels/settings.xml.rels"


def word(inside: str = "", relations: str = "", at: str = "word/_rels/document.xml.rels") -> bytes:
    """A letter with this in it, and this among what it refers to."""
    spaces = f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="urn:a"'
    body = f"<w:document {spaces}>{inside}</w:document>".encode()
    return samples.docx(**{"word/document.xml": body, at: related(relations)})


def related(relations: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{relations}</Relationships>'.encode()


def text(inside: str, **more: bytes) -> bytes:
    """A text of LibreOffice with this in it."""
    body = f'<office:document-content{SPACES} xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</office:document-content>'
    start = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()}
    return samples.archive(start | more)


def run(*codes: str) -> str:
    """A field of Word, written in these pieces; one of them may be another field, or a mark."""
    begun, ended = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'
    pieces = (code if code.startswith("<") else f"<w:instrText>{code}</w:instrText>" for code in codes)
    return begun + "".join(pieces) + ended


def taken(came: bytes) -> Copy:
    return opened(came, papers=True)


def refused(came: bytes) -> Refusal:
    with pytest.raises(NotTaken) as wrong:
        opened(came, papers=True)
    return wrong.value.why


CALLING = {
    "a template": word(relations=TEMPLATE, at=SETTINGS),
    "a template in a folder called hyperlink": word(relations=TEMPLATE.replace("/t.dotm", "/hyperlink/t"), at=SETTINGS),
    "a template with its mode in signs": word(relations=TEMPLATE.replace('"External', '"&#69;xternal'), at=SETTINGS),
    "a template behind a bracket": word(relations=TEMPLATE.replace('"r1"', '"r>1"'), at=SETTINGS),
    "a template in big letters": word(relations=TEMPLATE, at="word/_rels/settings.xml.RELS"),
    "a template in two bytes a letter": samples.docx(**{SETTINGS: related(TEMPLATE).decode().encode("utf-16")}),
    "a template without a mode": word(relations=TEMPLATE.replace("TargetMode", "Mode"), at=SETTINGS),
    "a picture that says it is a link": word('<a:blip r:link="r1"/>', LINK),
    "a picture that says it is a link, elsewhere": word(
        '<a:blip r:link="r1"/>', LINK, "word\\_rels\\Document.xml.rels"
    ),
    "a picture of a shape": word(f'<v:shape><v:imagedata src="{AT}/p.png"/></v:shape>'),
    "another program's data": word('<w:fldSimple w:instr=" DDEAUTO c:\\\\cmd.exe &quot;/k calc&quot;"/>'),
    "another program's data, in pieces": word(run(" DD", "EAUTO c:\\\\cmd.exe")),
    "another program's data, spelt by a field": word(run("DDE", run("QUOTE 65"), "UTO x")),
    "a picture by a field": word(run(f' INCLUDEPICTURE "{AT}/p.png" \\d ')),
    "macros under another name": word(relations=f'<Relationship Type="{OFFICE}/vbaProject" Target="x.bin"/>'),
    "macros among the kinds": samples.docx(
        **{"[Content_Types].xml": b'<Types><Override ContentType="application/vnd.ms-office.vbaProject"/></Types>'}
    ),
    "an object under another name": samples.docx(**{"word/media/x.bin": b"\xd0\xcf\x11\xe0" + bytes(600)}),
    "a picture from elsewhere": text(f'<draw:image xlink:href="{AT}/p.png"/>'),
    "a picture from a neighbour": text('<draw:image xlink:href="//neighbour/p.png"/>'),
    "something done on opening": text('<script:event-listener script:event-name="dom:load" xlink:href="x"/>'),
    "a program behind a link": text('<text:a xlink:href="vnd.sun.star.script:x.py$f?language=Python">x</text:a>'),
    "a table of another program": text('<office:dde-source office:dde-application="soffice"/>'),
}


@pytest.mark.parametrize("what", CALLING)
def test_a_letter_that_fetches_or_runs_something_is_not_taken(what: str) -> None:
    assert refused(CALLING[what]) is Refusal.OTHER_KIND


def test_a_letter_whose_words_multiply_is_not_opened() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert refused(samples.docx(**{"word/document.xml": bomb})) is Refusal.BROKEN


def test_a_locked_text_is_asked_for_without_its_password() -> None:
    manifest = f'<m:manifest xmlns:m="{ODF}:manifest:1.0"><m:encryption-data/></m:manifest>'.encode()
    assert refused(text("", **{"content.xml": b"\x01\x90" * 40, "META-INF/manifest.xml": manifest})) is Refusal.LOCKED


ORDINARY = {
    "a link": word('<w:hyperlink r:id="r1"/><a:hlinkClick r:id="r1"/>', LINK),
    "a link on a shape": word(f'<v:shape href="{AT}"><v:imagedata r:id="r2"/></v:shape>'),
    "a picture that came by e-mail": word('<v:imagedata r:id="r2" xmlns:o="urn:o" o:href="cid:image001.png@01D"/>'),
    "links and conditions": word(run(f' HYPERLINK "{AT}" ') + run(" IF ", run("PAGE"), ' = "1" "a" "b" ')),
    "sums and counts": word(run("=", run("PAGE"), "-1") + '<w:fldSimple w:instr=" NUMPAGES "/>'),
    "a name to press": word('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="date"/>'),
    "a contents": word(run(" TOC \\o", '<w:fldChar w:fldCharType="separate"/>', run("PAGEREF x"))),
    "a picture pasted from an e-mail": word(run(' INCLUDEPICTURE "cid:image001.png@01D" \\* MERGEFORMATINET ')),
    "a disguised font": samples.docx(**{"word/fonts/font1.odttf": b"<\x91\x02\x93" + bytes(range(256))}),
    "pictures and links": text(
        f'<office:scripts/><draw:a xlink:href="{AT}"><draw:image xlink:href="Pictures/1.jpg"/></draw:a>'
        '<text:a xlink:href="mailto:a@b.example">x</text:a><draw:object xlink:href=""/>'
    ),
    "an old heading": text("", **{"META-INF/manifest.xml": b'<!DOCTYPE m PUBLIC "-//OO//DTD" "Manifest.dtd"><m/>'}),
}


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_letter_is_taken(what: str) -> None:
    assert taken(ORDINARY[what]).body


def test_a_whole_letter_with_a_photo_is_taken_and_says_nothing_of_its_author_and_the_photo() -> None:
    letter = Document()
    letter.add_heading("What went wrong", 1)
    letter.sections[0].header.paragraphs[0].text = "A head"
    letter.add_picture(io.BytesIO(samples.jpeg()))
    letter.core_properties.author = SECRET.decode()
    letter.save(came := io.BytesIO())
    copy = taken(came.getvalue())
    again = Document(io.BytesIO(copy.body))
    assert again.paragraphs[0].text == "What went wrong" and len(again.inline_shapes) == 1
    with zipfile.ZipFile(io.BytesIO(copy.body)) as box:
        assert SECRET not in b"".join(map(box.read, box.namelist()))


def test_an_author_under_another_name_is_taken_out_too() -> None:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    told = f'<cp:coreProperties xmlns:cp="{space}">{SECRET.decode()}</cp:coreProperties>'.encode()
    copy = taken(samples.docx(**{"docProps/core9.xml": told, "docProps/App.xml": told}))
    with zipfile.ZipFile(io.BytesIO(copy.body)) as box:
        assert SECRET not in b"".join(map(box.read, box.namelist()))
