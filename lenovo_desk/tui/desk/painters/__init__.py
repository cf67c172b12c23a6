"""What a step looks like: each painter makes rows of one view of it."""
