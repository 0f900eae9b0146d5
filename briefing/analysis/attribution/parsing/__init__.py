"""The text of an article as the attribution reads it: tokens, quotations, turns, clauses, and mends of the parse."""
