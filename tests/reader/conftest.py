"""A small article with a briefing built by hand, and a reader app with stand-ins for everything outside the screen."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
