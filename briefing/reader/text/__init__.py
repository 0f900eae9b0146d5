"""The article's text as the screen needs it: cleaned, wrapped, searched. No Textual in here."""
