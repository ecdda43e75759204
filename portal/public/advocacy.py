"""A child, a young person or somebody for them asks for an advocate."""

from portal.domain.journeys.advocacy import ADVOCACY
from portal.public.journeys import serve_journey

blueprint = serve_journey(ADVOCACY)
