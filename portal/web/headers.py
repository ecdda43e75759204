"""Security headers on every answer, errors included."""

from flask import Flask, Response, request

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
STAFF_POLICY = POLICY.replace(
    "img-src 'self'", "img-src 'self' data:"
)  # the sign-in library draws its QR code as a data: image

OFF = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")


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
        for name, value in fixed.items():
            response.headers.setdefault(name, value)
        staff = request.path.startswith("/staff")
        response.headers.setdefault("Content-Security-Policy", STAFF_POLICY if staff else POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
