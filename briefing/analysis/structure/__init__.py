"""The step briefing_structure: blocks of the layout become borders that no sentence crosses."""
