"""The step briefing_attribution."""
