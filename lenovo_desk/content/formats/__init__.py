"""The format of each kind of content file, and its JSON Schema."""
