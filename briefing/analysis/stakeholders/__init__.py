"""The step briefing_stakeholders."""
