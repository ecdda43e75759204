"""A small child, or somebody who finds reading hard, tells us what is wrong with pictures and short words."""

from portal.domain.journeys.easy import EASY
from portal.public.journeys import serve_journey

blueprint = serve_journey(EASY)
