"""`portal run`: a local server in the foreground, for development only."""

import click

from portal.commands import Failed, in_app


@click.command()
@click.option("--port", default=5000, type=click.IntRange(1, 65535), show_default=True, help="Port on 127.0.0.1.")
@in_app
def run(port: int) -> None:
    """Serve the portal on this machine. For the public, use a real web server with wsgi:app."""
    from flask import current_app
    from werkzeug.serving import run_simple

    if current_app.config["PORTAL"].production:
        raise Failed("`portal run` is for development. Serve wsgi:app with a real web server, such as gunicorn.")
    click.echo(
        f"Public site:  http://127.0.0.1:{port}/\nStaff site:   http://127.0.0.1:{port}/staff/\nPress Ctrl+C to stop."
    )
    run_simple("127.0.0.1", port, current_app._get_current_object(), threaded=True)  # type: ignore[attr-defined]


def add_to(group: click.Group) -> None:
    group.add_command(run)
