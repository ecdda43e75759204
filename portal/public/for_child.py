"""An advocate or another adult speaks for a child."""

from portal.domain.journeys.for_child import FOR_CHILD
from portal.public.journeys import serve_journey

blueprint = serve_journey(FOR_CHILD)
