"""The step briefing_issues."""
