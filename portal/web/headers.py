"""Security headers on every answer, errors included."""

from flask import Flask, Response, g, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# The sign-in library draws its QR code as a data: image, a case its photos; voice messages are played on their page.
STAFF_POLICY = POLICY.replace("img-src 'self'", "img-src 'self' data:") + "; media-src 'self'"

LISTENING = POLICY + "; media-src blob:"
"""For a page on which somebody can record a voice message, and hear it before it is sent."""

FOR_PAGES = frozenset({"Permissions-Policy", "Cross-Origin-Opener-Policy"})
"""Headers that mean nothing on a stylesheet, a script or a picture: on an old phone they would cost half a kilobyte."""

OFF = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")


def let_record() -> None:
    """This page may use the microphone, once its button is pressed and the browser's own question is answered."""
    g.records = True


def protect(app: Flask) -> None:
    """Add the headers to whatever is answered."""
    fixed = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",  # no-referrer would make the form token check fail over HTTPS
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in OFF),
    }
    if app.config["PORTAL"].https:
        fixed["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"

    @app.after_request
    def add(response: Response) -> Response:
        is_file = "immutable" in response.headers.get("Cache-Control", "")
        left_out = FOR_PAGES if is_file else frozenset()
        for name, value in fixed.items():
            if name not in left_out:
                response.headers.setdefault(name, value)
        staff, records = request.path.startswith("/staff"), g.get("records", False)
        if records:
            response.headers["Permissions-Policy"] = fixed["Permissions-Policy"].replace(
                "microphone=()", "microphone=(self)"
            )
        response.headers.setdefault(
            "Content-Security-Policy", STAFF_POLICY if staff else LISTENING if records else POLICY
        )
        response.headers.setdefault("Cache-Control", "no-store")
        return response
