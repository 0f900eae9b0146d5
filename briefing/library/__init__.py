"""What was read before: results of the analysis (cache) and the place where she stopped reading (positions)."""

from briefing.library.cache import AnalysisCache
from briefing.library.positions import ReadingPosition, ReadingPositions

__all__ = ["AnalysisCache", "ReadingPosition", "ReadingPositions"]
