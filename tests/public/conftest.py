"""Fixtures for the pages of children and families."""

from tests.public.case_holder import inside, made, officer_id

__all__ = ["inside", "made", "officer_id"]
