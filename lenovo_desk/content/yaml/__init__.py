"""YAML read as a tree whose values know their lines, and edited in place. Knows no flow."""
