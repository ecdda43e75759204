"""Charts in a Word document: Word's own bars, sharp at any size, with their figures in words beside them."""

from html import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from portal.services.printing.charts import Bar, Chart
from portal.services.printing.word_pages import LETTERS
from portal.services.printing.wording import is_whole

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WIDE, _EACH, _TWO_LINES, _ROUND = 165, 7, 10, 8
_LONG = 32
_TEXT = (
    f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100"><a:solidFill><a:srgbClr val="17212B"/></a:solidFill>'
    f'<a:latin typeface="{LETTERS}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)
_FILL = '<c:spPr><a:solidFill><a:srgbClr val="1D5C63"/></a:solidFill></c:spPr>'
_PLACE = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="0.38"/><c:y val="0.02"/><c:w val="0.54"/><c:h val="0.96"/></c:manualLayout></c:layout>'
)
_BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def add_chart(document: Document, chart: Chart, number: int) -> None:
    """The chart in a line of its own."""
    part = Part(
        PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, _bars(chart).encode(), document.part.package
    )
    name = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    said = escape(f"{chart.title}. {chart.said}")
    each = _TWO_LINES if any(len(bar.label) > _LONG for bar in chart.bars) else _EACH
    document.add_paragraph().add_run()._r.append(
        parse_xml(
            f'<w:drawing {nsdecls("w", "wp", "a")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{Mm(_WIDE)}" cy="{Mm(each * len(chart.bars) + _ROUND)}"/>'
            f'<wp:docPr id="{1000 + number}" name="Chart {number}" title="{escape(chart.title)}" descr="{said}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" xmlns:r="{_R}" '
            f'r:id="{name}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
    )


def _bars(chart: Chart) -> str:
    drawn = [(at, bar) for at, bar in enumerate(chart.bars) if bar.share is not None]
    form = "#,##0" if all(is_whole(bar.value, bar.unit) for _at, bar in drawn) else "#,##0.00"
    names = "".join(f'<c:pt idx="{at}"><c:v>{escape(_named(bar))}</c:v></c:pt>' for at, bar in enumerate(chart.bars))
    values = "".join(f'<c:pt idx="{at}"><c:v>{bar.value}</c:v></c:pt>' for at, bar in drawn)
    count = f'<c:ptCount val="{len(chart.bars)}"/>'
    labels = "".join(
        f'<c:{what} val="{int(what == "showVal")}"/>'
        for what in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}">'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_PLACE}<c:barChart>"
        '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{escape(chart.title)}</c:v></c:tx>{_FILL}'
        f'<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="{form}" sourceLinked="0"/>{_TEXT}{labels}'
        f"</c:dLbls><c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{values}</c:numLit></c:val></c:ser>"
        f'<c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{_axes()}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_BARE}</c:chartSpace>'
    )


def _axes() -> str:
    """The first row on top, and no scale: every bar has its figure beside it."""
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{_BARE}{_TEXT}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>'
    )


def _named(bar: Bar) -> str:
    """A bar that is not drawn says why in its name."""
    return bar.label if bar.share is not None else f"{bar.label} {bar.words}"
