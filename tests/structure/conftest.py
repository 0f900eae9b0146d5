"""Examples of property tests have no time limit: it would measure the machine."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
