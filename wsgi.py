"""What the web server runs: `gunicorn wsgi:app`.

Production unless told otherwise, so that nothing unsafe is served by accident.
"""

import os

os.environ.setdefault("PORTAL_ENVIRONMENT", "production")

from portal.app import create_app

app = create_app()
