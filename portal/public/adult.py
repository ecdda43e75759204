"""A parent, carer, relative or professional makes a complaint."""

from portal.domain.journeys.adult import ADULT
from portal.public.journeys import serve_journey

blueprint = serve_journey(ADULT)
