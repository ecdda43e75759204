"""A child or young person tells us what is wrong."""

from portal.domain.journeys.young_person import YOUNG_PERSON
from portal.public.journeys import serve_journey

blueprint = serve_journey(YOUNG_PERSON)
