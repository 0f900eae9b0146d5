"""The step briefing_coreference."""
