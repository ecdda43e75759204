"""A report as one page of HTML that can be saved, printed and read aloud, with nothing in it from elsewhere."""

from flask import current_app
from markupsafe import Markup

from portal.domain.tables.shape import Report
from portal.services.printing import wording
from portal.services.printing.charts import chart
from portal.services.printing.whose import council_of


def as_html(report: Report) -> bytes:
    """The whole page."""
    pages = current_app.jinja_env
    style = Markup(f"<style>\n{pages.get_template('report/page.css').render()}</style>")  # noqa: S704
    return pages.get_template("report/page.html").render(style=style, **context(report)).encode()


def context(report: Report) -> dict[str, object]:
    """What the tables are drawn from, on this page and on those of the staff site."""
    drawn = {number: Markup(chart(table, number)) for number, table in wording.numbered(report)}  # noqa: S704
    return {"report": report, "words": wording, "charts": drawn, "council": council_of(report)}
