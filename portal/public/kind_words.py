"""Somebody says thank you or shares an idea."""

from portal.domain.journeys.kind_words import KIND_WORDS
from portal.public.journeys import serve_journey

blueprint = serve_journey(KIND_WORDS)
