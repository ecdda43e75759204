"""What the bench serves: wsgi.py's own application, in which every case writes its letters.

In a flood the post writes one digest instead of the thirty-first letter: the bench would look better than it is.
"""

from portal.services import outbox
from wsgi import app

outbox.FLOOD = 10**9

__all__ = ["app"]
