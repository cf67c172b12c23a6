"""The find box: what it finds, and what Enter does with it."""
