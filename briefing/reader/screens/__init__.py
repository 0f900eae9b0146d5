"""Whole screens: the reading screen with its panes, and the list screen for everything that is a list with targets."""
