"""Words on pages: filled in, escaped, and in order inside right-to-left writing."""

import pytest
from flask import Flask, g, render_template_string

from portal.web.text import in_order, linked, plain, safe, say, whole

ISOLATED = "\u20660800\u00a01111\u2069"


def test_a_phone_number_keeps_its_order_in_arabic(app: Flask) -> None:
    with app.test_request_context():
        g.lang = "ar"
        assert ISOLATED in say("Call Childline free on 0800 1111. They are there all day and all night.")
        assert "\u206608081\u00a0570100\u2069" in say("You can also call them free on %(phone)s.", phone="08081 570100")
        assert in_order("7KQM-3W9K") == "\u20667KQM-3W9K\u2069"


def test_english_is_left_alone(app: Flask) -> None:
    with app.test_request_context():
        g.lang = "en"
        assert say("If you are in danger, call 999.") == "If you are in danger, call 999."
        assert in_order("7KQM-3W9K") == "7KQM-3W9K"


@pytest.mark.parametrize("language", ["en", "ar", "pl"])
def test_no_line_breaks_a_phone_number(app: Flask, language: str) -> None:
    with app.test_request_context():
        g.lang = language
        assert "0800\u00a01111" in say("Call Childline free on 0800 1111. They are there all day and all night.")
        both = safe("Call Childline free on 0800 1111. They are there all day and all night.")
        assert "0800 1111" not in both, "nor in the English beneath it"


def test_an_address_moves_to_a_line_of_its_own_whole() -> None:
    shown = whole("By email: <b> team-one@council.example.")
    assert shown == 'By email: &lt;b&gt; <span class="whole">team-one@council.example</span>.'


def test_what_a_template_fills_in_is_escaped_once(app: Flask) -> None:
    with app.test_request_context():
        g.lang = "ar"
        shown = render_template_string('{{ _("Our number is %(phone)s.", phone=number) }}', number="<b>0800 1111")
        assert "&lt;b&gt;" in shown and "&amp;" not in shown and ISOLATED in shown


def test_a_plural_takes_its_number(app: Flask) -> None:
    with app.test_request_context():
        g.lang = "pl"
        shown = [
            render_template_string(
                '{{ ngettext("You have %(num)s new message", "You have %(num)s new messages", n) }}', n=n
            )
            for n in (1, 2, 5)
        ]
        assert shown == ["Masz 1 nową wiadomość", "Masz 2 nowe wiadomości", "Masz 5 nowych wiadomości"]


def test_what_was_typed_is_kept_as_plain_text() -> None:
    assert plain(" a\r\nb\x00\u0007\ud800c ", 50) == "a\nbc"
    assert plain("e\u0301", 50) == "é"
    assert plain("x" * 60, 50) == "x" * 50


def test_only_web_addresses_become_links() -> None:
    shown = linked("See https://example.org/a?b=1&c=2 <script>alert(1)</script> javascript:alert(1)")
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in shown
    assert "<script" not in shown and 'href="javascript' not in shown
