"""What is learned: a tagger for sources, cues and contents, and regressions that join, link, end and judge them."""
