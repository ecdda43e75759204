"""The site for the complaints team: one guarded door; inbox, case, messages, and what is written down by staff."""

from flask import Flask


def open_site(app: Flask) -> None:
    """Serve the staff site, and load the sign-in library only now."""
    from portal.staff import (
        account,
        board,
        case,
        children,
        compliments,
        concerns,
        deciding,
        guard,
        handling,
        inbox,
        learning,
        messages,
        record,
        registers,
        remedies,
        sign_in,
        speaking,
        stages,
        stating,
        steps,
    )
    from portal.staff.sessions import ServerSessions

    app.session_interface.staff = ServerSessions()  # type: ignore[attr-defined]
    sign_in.open_door(app)
    guard.guard(app)
    for module in (inbox, case, messages, handling, record, account):
        app.register_blueprint(module.blueprint)
    for module in (board, stages, steps):
        app.register_blueprint(module.blueprint)
    for module in (concerns, deciding, stating, remedies, learning, children, speaking, compliments, registers):
        app.register_blueprint(module.blueprint)
