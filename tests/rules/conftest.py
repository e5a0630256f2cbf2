"""How properties are tried."""

from hypothesis import settings

settings.register_profile("between sessions", deadline=None)  # a busy machine is no failure
settings.load_profile("between sessions")
