"""How long builds take, beside other ways from the same text to a PDF."""
