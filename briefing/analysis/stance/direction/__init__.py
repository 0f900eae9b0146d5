"""How a content stands to the label of its issue: for it, or turned round."""
