"""YAML read as a tree in which every value knows its line; edited in place. Knows no flow."""
