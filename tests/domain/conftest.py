"""Hypothesis looks at no clock here: on a busy machine a slow example is no fault of the rules."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
