"""Read YAML as a tree with the place of each value, and edit it in place; no flows here."""
