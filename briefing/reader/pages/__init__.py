"""What list screens show: functions from a Briefing to rows, each row with the place in the text that it leads to."""
