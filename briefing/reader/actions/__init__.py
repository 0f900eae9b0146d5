"""Everything that a key can do: one registry, and the functions behind it in one file for each topic."""
