"""The step briefing_stance."""
