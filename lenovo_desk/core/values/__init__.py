"""What agents type for a fact, read into one canonical value."""
