"""Environment, flags and the configuration file in; the folders of the program and its settings out."""

from briefing.settings.config import Settings, load_settings
from briefing.settings.places import Places

__all__ = ["Places", "Settings", "load_settings"]
