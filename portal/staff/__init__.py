"""The site for the complaints team: one guarded door; inbox, case, messages, and what is written down by staff."""

from importlib import import_module

from flask import Flask

MODULES = (
    "inbox", "case", "messages", "handling", "record", "account", "audit", "reason", "board", "board_list", "stages",
    "steps", "register_entry", "safety", "independents", "stage_papers", "appointments", "stage_reports", "panels",
    "concerns", "deciding", "stating", "remedies", "learning", "children", "speaking", "agreement", "compliments",
    "registers", "triage", "letters", "files", "reports", "report_words", "kept_reports", "rows", "time_limits",
    "advocacy", "advocate_deeds", "retention", "holds", "certificates",
)  # fmt: skip
"""Every module of the site that has pages of its own."""


def open_site(app: Flask) -> None:
    """Serve the staff site, and load the sign-in library only now."""
    from portal.staff import guard, sign_in
    from portal.staff.sessions import ServerSessions

    app.session_interface.staff = ServerSessions()  # type: ignore[attr-defined]
    sign_in.open_door(app)
    guard.guard(app)
    for name in MODULES:
        app.register_blueprint(import_module(f"portal.staff.{name}").blueprint)
