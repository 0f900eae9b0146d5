"""Article in, Briefing out: a spaCy pipeline whose steps are the parts of the analysis.

    from briefing.analysis import analyze, load_pipeline
    briefing = analyze(article, load_pipeline())

The functions are imported when they are first used, so that `import briefing.analysis` is cheap and the layers and
components can be imported one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.analysis.pipeline import STEPS, add_steps, analyze, load_pipeline

__all__ = ["STEPS", "add_steps", "analyze", "load_pipeline"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from briefing.analysis import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
