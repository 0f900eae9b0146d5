"""The parts of the screen: widgets that draw themselves row by row (Textual's line API) and keep no data of their own."""
