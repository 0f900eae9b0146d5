"""The parts of the screen: widgets that draw themselves row by row (Textual's line API)."""
