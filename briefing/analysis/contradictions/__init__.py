"""The step that notices figures and dates of one matter that differ within an article."""
