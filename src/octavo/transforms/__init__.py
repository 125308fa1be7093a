"""Small pure functions from a Pandoc tree to a Pandoc tree, each with one idea."""
