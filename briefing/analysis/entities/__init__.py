"""The step briefing_entities."""
