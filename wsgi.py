"""What the web server runs: `gunicorn wsgi:app`.

Production unless told otherwise, so that nothing unsafe is served by accident.
"""

import gc
import os

os.environ.setdefault("PORTAL_ENVIRONMENT", "production")

from portal.app import create_app

app = create_app()

gc.collect()
gc.freeze()  # what is loaded now stays: never searched for garbage again, so workers forked from here keep sharing it
