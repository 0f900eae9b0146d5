"""The step briefing_positions."""
