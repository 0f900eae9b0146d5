"""One statement read: its cue, its holder and its content, and what each says of the issue."""
