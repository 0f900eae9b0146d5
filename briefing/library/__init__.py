"""What was read before: results of the analysis (cache), what she corrected, and where she stopped (positions)."""

from briefing.library.cache import AnalysisCache
from briefing.library.corrections import Corrections
from briefing.library.positions import ReadingPosition, ReadingPositions

__all__ = ["AnalysisCache", "Corrections", "ReadingPosition", "ReadingPositions"]
