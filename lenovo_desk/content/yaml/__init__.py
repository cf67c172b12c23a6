"""Read YAML as a tree with places, and edit it in place; nothing here depends on flows."""
