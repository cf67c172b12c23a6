"""The format of each kind of file, and its JSON Schema."""
